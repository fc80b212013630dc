package org.jumelles.ryugu.sample;

import java.util.Locale;

/// What kind of thing a sample is.
public enum Form {
  /// All of a chamber, or all that came back.
  BULK,
  /// An individual particle, about 1 mm or more.
  PARTICLE,
  /// Grains under 1 mm, handled together.
  AGGREGATE,
  GAS,
  /// A measured share of something that was divided.
  ALIQUOT,
  POLISHED_SECTION,
  /// A foil cut by a focused ion beam.
  FIB_SECTION,
  /// Material that was handed out before and came back.
  PREVIOUSLY_ALLOCATED,
  /// Named otherwise; the word is kept in the ledger.
  OTHER;

  /// Reads the words in use: `individual particle`, `Polished section`, `fib` and the like.
  static Form of(String given) {
    String word = given.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    return switch (word) {
      case "bulk", "chamber", "total", "container" -> BULK;
      case "particle", "individual particle", "grain", "individual grain" -> PARTICLE;
      case "aggregate", "powder", "fines" -> AGGREGATE;
      case "gas" -> GAS;
      case "aliquot", "chip", "fragment", "split" -> ALIQUOT;
      case "polished section", "section", "thin section", "mount" -> POLISHED_SECTION;
      case "fib section", "fib", "fib foil", "ultrathin section" -> FIB_SECTION;
      case "previously allocated", "returned" -> PREVIOUSLY_ALLOCATED;
      default -> OTHER;
    };
  }
}
