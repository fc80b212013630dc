package org.jumelles.archive.catalogue;

import java.util.List;

/// Text patterns in which `*` is any text, also none, and `?` any one character.
final class Glob {
  private Glob() {}

  static boolean matchesAny(List<String> globs, String text) {
    return globs.isEmpty() || globs.stream().anyMatch(glob -> matches(glob, text));
  }

  /// Takes at most glob length times text length steps, whatever the pattern.
  static boolean matches(String glob, String text) {
    int g = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g++;
        resume = t;
      } else if (g < glob.length() && (glob.charAt(g) == '?' || glob.charAt(g) == text.charAt(t))) {
        g++;
        t++;
      } else if (star >= 0) {
        g = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  static boolean isPlain(String glob) {
    return glob.indexOf('*') < 0 && glob.indexOf('?') < 0;
  }
}
