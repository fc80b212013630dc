package org.jumelles.formats.netcdf;

import java.util.List;

/// One attribute of a file or of a variable.
///
/// @param name such as `units`; letters, digits and `_`, not beginning with a digit
public record Attribute(String name, Value value) {
  public Attribute {
    if (!name.matches("_?[A-Za-z][A-Za-z0-9_]*")) {
      throw new IllegalArgumentException("an attribute named '" + name + "'");
    }
  }

  /// Text, or numbers of one type.
  public sealed interface Value {}

  /// Unicode text without the character zero.
  public record Text(String text) implements Value {
    public Text {
      if (text.indexOf(0) >= 0) {
        throw new IllegalArgumentException("an attribute's text with a zero character in it");
      }
    }
  }

  /// One number or several; whole ones up to 2^53 are kept exactly.
  public record Numbers(Type type, List<Double> values) implements Value {
    public Numbers {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("an attribute of no numbers");
      }
    }
  }

  public static Attribute of(String name, String text) {
    return new Attribute(name, new Text(text));
  }

  public static Attribute of(String name, Type type, double... values) {
    return new Attribute(name, new Numbers(type, java.util.Arrays.stream(values).boxed().toList()));
  }
}
