package org.jumelles.ryugu.library;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The unit of an axis that a line of a header names.
final class TextUnits {
  private static final Pattern MICRO =
      Pattern.compile("micromet|micron|[\u00B5\u03BC]m|\\bum\\b|_um\\b");
  private static final Pattern NANO = Pattern.compile("nanomet|\\bnm\\b|_nm\\b");
  private static final Pattern PER_CM = Pattern.compile("wavenumber|cm-1|cm\\^-1|1/cm");

  private TextUnits() {}

  static Optional<String> of(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (MICRO.matcher(lower).find()) {
      return Optional.of("um");
    }
    if (NANO.matcher(lower).find()) {
      return Optional.of("nm");
    }
    return PER_CM.matcher(lower).find() ? Optional.of("cm-1") : Optional.empty();
  }
}
