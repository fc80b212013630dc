package org.jumelles.formats.fits;

/// One card with a value.
///
/// @param key in capitals
/// @param value as it stands, a text without its quotes
/// @param text whether it stood in quotes
public record FitsCard(String key, String value, boolean text) {
  static final int LENGTH = 80;

  public static FitsCard of(String key, long value) {
    return new FitsCard(key, Long.toString(value), false);
  }

  public static FitsCard of(String key, double value) {
    return new FitsCard(key, Double.toString(value), false);
  }

  public static FitsCard of(String key, boolean value) {
    return new FitsCard(key, value ? "T" : "F", false);
  }

  public static FitsCard of(String key, String text) {
    return new FitsCard(key, text, true);
  }

  /// The 80 columns, fixed format.
  ///
  /// @throws IllegalArgumentException where the value does not fit or is no ASCII
  String columns() {
    String shown =
        text
            ? "'" + value.replace("'", "''") + "'"
            : " ".repeat(Math.max(0, 20 - value.length())) + value;
    String card = String.format(java.util.Locale.ROOT, "%-8s= %s", key, shown);
    if (!key.matches("[A-Z0-9_-]{1,8}") || card.length() > LENGTH || !card.matches("[ -~]*")) {
      throw new IllegalArgumentException("'" + card + "' is no FITS card");
    }
    return card + " ".repeat(LENGTH - card.length());
  }

  /// A card from its columns; the value is empty where it has none.
  static FitsCard parse(String columns) {
    String key = columns.substring(0, 8).strip();
    if (!columns.startsWith("= ", 8)) {
      return new FitsCard(key, "", false);
    }
    String rest = columns.substring(10);
    String stripped = rest.strip();
    if (!stripped.startsWith("'")) {
      int slash = rest.indexOf('/');
      return new FitsCard(key, (slash < 0 ? rest : rest.substring(0, slash)).strip(), false);
    }
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < stripped.length(); i++) {
      if (stripped.charAt(i) == '\'') {
        if (i + 1 < stripped.length() && stripped.charAt(i + 1) == '\'') {
          i++;
        } else {
          break;
        }
      }
      value.append(stripped.charAt(i));
    }
    return new FitsCard(key, value.toString().stripTrailing(), true);
  }
}
