package org.jumelles.service.fdsn;

import java.util.List;

/// One parameter of a service, as its WADL declares it and its grammar accepts it.
///
/// @param aliases other names that clients use
/// @param fallback what holds where the parameter is absent, or empty where nothing does
/// @param choices the only values allowed, or none where any value of the kind is
record Parameter(
    String name,
    List<String> aliases,
    Kind kind,
    String fallback,
    List<String> choices,
    String doc) {
  Parameter {
    aliases = List.copyOf(aliases);
    choices = List.copyOf(choices);
  }

  /// What a value is, with its name in the XML Schema.
  enum Kind {
    TEXT("xs:string"),
    TIME("xs:dateTime"),
    NUMBER("xs:double"),
    COUNT("xs:int"),
    TRUTH("xs:boolean");

    private final String schema;

    Kind(String schema) {
      this.schema = schema;
    }

    String schema() {
      return schema;
    }
  }
}
