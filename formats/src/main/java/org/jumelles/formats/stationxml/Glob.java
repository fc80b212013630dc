package org.jumelles.formats.stationxml;

/// Patterns as the FDSN web services take them: `*`, `?`, several parted by commas; no pattern
/// takes
/// more than (length of text) x (length of pattern) steps.
final class Glob {
  private Glob() {}

  static boolean matches(String patterns, String text) {
    for (String pattern : patterns.split(",", -1)) {
      if (one(pattern.strip(), text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean one(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
