package org.jumelles.service.download;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a `Range` header asks of a file of a known size (RFC 9110 § 14).
sealed interface ByteRange {

  /// All of it: nothing was asked, or in a way that a server may pass over.
  record All() implements ByteRange {}

  /// Bytes `first` to `last`, both included.
  record Part(long first, long last) implements ByteRange {
    long length() {
      return last - first + 1;
    }
  }

  /// Nothing of what was asked exists.
  record Unsatisfiable() implements ByteRange {}

  Pattern SINGLE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

  /// Units other than bytes, several ranges and malformed ones are passed over: the answer is the
  /// whole file, which every client must accept.
  static ByteRange of(Optional<String> header, long size) {
    Matcher match = SINGLE.matcher(header.orElse(""));
    if (!match.matches() || (match.group(1).isEmpty() && match.group(2).isEmpty())) {
      return new All();
    }
    if (match.group(1).isEmpty()) {
      long tail = Long.parseLong(match.group(2));
      return tail == 0 || size == 0
          ? new Unsatisfiable()
          : new Part(Math.max(0, size - tail), size - 1);
    }
    long first = Long.parseLong(match.group(1));
    long last = match.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(match.group(2));
    if (last < first) {
      return new All();
    }
    return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
  }
}
