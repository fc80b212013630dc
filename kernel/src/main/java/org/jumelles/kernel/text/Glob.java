package org.jumelles.kernel.text;

/// A pattern of a whole text: `*` stands for any characters, also none, `?` for exactly one; all
/// others for themselves.
public record Glob(String pattern) {
  public static final Glob ANY = new Glob("*");

  public boolean isAny() {
    return pattern.equals("*");
  }

  /// Whether it may stand for more than its own text.
  public boolean hasWildcard() {
    return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
  }

  /// Takes at most pattern length times text length steps: only the last `*` is ever taken up
  /// again.
  public boolean matches(String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      char c = p < pattern.length() ? pattern.charAt(p) : 0;
      if (c == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && (c == '?' || c == text.charAt(t))) {
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
