package org.jumelles.service.seedlink;

import java.util.Optional;
import org.jumelles.kernel.text.Glob;

/// One SELECT.
///
/// @param stream pattern over the stream, or for version 3 over location and channel
/// @param type pattern over format and subformat, matched from its beginning; empty matches all
/// @param filter `native` or `3`, where given
record Selector(boolean excludes, Glob stream, String type, Optional<String> filter, int version) {

  /// `[!]PATTERN[.TYPE][:FILTER]` of version 4.
  ///
  /// @throws ProtocolRefusal for any other form
  static Selector version4(String text) {
    boolean excludes = text.startsWith("!");
    String rest = excludes ? text.substring(1) : text;
    Optional<String> filter = Optional.empty();
    int colon = rest.indexOf(':');
    if (colon >= 0) {
      filter = Optional.of(rest.substring(colon + 1));
      rest = rest.substring(0, colon);
      if (excludes || !(filter.get().equals("native") || filter.get().equals("3"))) {
        throw ProtocolRefusal.arguments("the filters are :native and :3, not with !");
      }
    }
    int dot = rest.indexOf('.');
    String type = dot < 0 ? "" : rest.substring(dot + 1);
    String stream = dot < 0 ? rest : rest.substring(0, dot);
    if (!stream.matches("[A-Za-z0-9_*?-]+") || !type.matches("[A-Za-z0-9*?]{0,2}")) {
      throw ProtocolRefusal.arguments("SELECT takes [!]STREAM[.FORMAT][:FILTER]");
    }
    return new Selector(excludes, new Glob(stream), type, filter, 4);
  }

  /// `[!][LL][CCC][.T]` of version 3: a dash is a blank, a question mark any character.
  static Selector version3(String text) {
    boolean excludes = text.startsWith("!");
    String rest = excludes ? text.substring(1) : text;
    int dot = rest.indexOf('.');
    String type = dot < 0 ? "" : rest.substring(dot + 1);
    String codes = dot < 0 ? rest : rest.substring(0, dot);
    if (!codes.matches("[A-Za-z0-9?*-]*") || !type.matches("[A-Za-z?]?")) {
      throw ProtocolRefusal.arguments("SELECT takes [!]LLCCC.T");
    }
    String pattern =
        switch (codes.length()) {
          case 0 -> "*";
          case 1 -> codes.equals("*") ? "*" : typed(codes);
          case 2 -> codes + "*";
          case 3 -> "??" + codes;
          case 5 -> codes;
          default -> throw ProtocolRefusal.arguments("SELECT takes [!]LLCCC.T");
        };
    boolean onlyType = codes.length() == 1 && !codes.equals("*");
    return new Selector(
        excludes,
        new Glob(pattern.replace('-', ' ')),
        onlyType ? "?" + codes : type.isEmpty() ? "" : "?" + type,
        Optional.empty(),
        3);
  }

  private static String typed(String type) {
    if (!"DECOTL?".contains(type)) {
      throw ProtocolRefusal.arguments("a type is one of D E C O T L");
    }
    return "*";
  }

  /// @param format such as `2D`
  boolean matches(StreamName name, String format) {
    return matches(name) && new Glob(type + "*").matches(format);
  }

  boolean matches(StreamName name) {
    return stream.matches(version == 3 ? name.location() + name.channel() : name.stream());
  }
}
