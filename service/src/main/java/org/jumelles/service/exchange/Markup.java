package org.jumelles.service.exchange;

/// Text made safe to stand in HTML and XML, inside elements and inside quoted attributes.
public final class Markup {
  private Markup() {}

  /// Characters that XML 1.0 forbids become U+FFFD.
  public static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(code -> append(out, code));
    return out.toString();
  }

  private static void append(StringBuilder out, int code) {
    switch (code) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\t', '\n', '\r' -> out.appendCodePoint(code);
      default -> out.appendCodePoint(allowed(code) ? code : 0xFFFD);
    }
  }

  private static boolean allowed(int code) {
    return code >= 0x20 && (code < 0xD800 || code > 0xDFFF) && code != 0xFFFE && code != 0xFFFF;
  }
}
