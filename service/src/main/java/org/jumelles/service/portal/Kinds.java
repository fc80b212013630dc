package org.jumelles.service.portal;

import java.util.Locale;
import java.util.Map;
import org.jumelles.archive.product.Entry;

/// How people call the kinds of entry.
final class Kinds {
  private static final Map<String, String> PLURALS =
      Map.of(
          "waveform", "waveform stretches",
          "event", "events",
          "spectra", "spectra",
          "alert", "alerts",
          "cube", "image cubes",
          "grain", "grains");

  private Kinds() {}

  static String plural(String kind) {
    return PLURALS.getOrDefault(kind, kind);
  }

  /// How many units an entry stands for; one where it does not say.
  static long amount(Entry entry) {
    try {
      return Long.parseLong(entry.attributes().getOrDefault("count", "1"));
    } catch (NumberFormatException _) {
      return 1;
    }
  }

  /// `WITHIN_A_MONTH` as people write it.
  static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
