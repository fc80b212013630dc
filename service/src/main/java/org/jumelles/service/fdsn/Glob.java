package org.jumelles.service.fdsn;

/// A code with the wildcards of FDSN: `*` stands for any characters, `?` for exactly one.
record Glob(String pattern) {
  static final Glob ANY = new Glob("*");

  boolean isAny() {
    return pattern.equals("*");
  }

  boolean hasWildcard() {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
  }

  /// Linear in pattern and text: only the last `*` is ever taken up again.
  boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
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
