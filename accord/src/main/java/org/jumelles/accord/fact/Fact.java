package org.jumelles.accord.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One statement of the record, as text.
///
/// A later fact of the same kind and id takes the place of an earlier one; the ledger keeps both.
///
/// @param kind such as `agreement`, `role`, `deliverable`
/// @param id its name among its kind, such as `framework-2013`
public record Fact(String kind, String id, Map<String, String> fields) {
  /// Under which name a ledger keeps the id among the fields.
  public static final String ID = "id";

  public Fact {
    if (kind.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("a fact of kind '" + kind + "' and id '" + id + "'");
    }
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// @param namesAndValues name, value, name, value; empty values are left out
  public static Fact of(String kind, String id, String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].isEmpty()) {
        fields.put(namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return new Fact(kind, id, fields);
  }

  /// What tells it apart from all others.
  public String key() {
    return kind + "/" + id;
  }

  /// The fields with the id, as a ledger keeps them.
  public Map<String, String> body() {
    Map<String, String> body = new LinkedHashMap<>(fields);
    body.put(ID, id);
    return body;
  }

  /// The inverse of [#body].
  public static Fact ofBody(String kind, Map<String, String> body) {
    Map<String, String> fields = new LinkedHashMap<>(body);
    String id = fields.remove(ID);
    return new Fact(kind, id == null ? "" : id, fields);
  }
}
