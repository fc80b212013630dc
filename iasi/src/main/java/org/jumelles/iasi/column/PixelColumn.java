package org.jumelles.iasi.column;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;

/// What one spectrum came to.
///
/// @param line and `pixel` (0 to 119): its place in the granule; -1 where it has none
/// @param unixSeconds of the view; NaN where not known
/// @param zenithDeg of the satellite
/// @param cloudPercent of the footprint by the imager; NaN where not told
/// @param state that it started from; empty where it was refused before
public record PixelColumn(
    String name,
    int line,
    int pixel,
    double latitudeDeg,
    double longitudeDeg,
    double unixSeconds,
    double zenithDeg,
    double cloudPercent,
    Optional<AirState.Told> state,
    Outcome<GasColumn> outcome) {

  /// The same with one more doubt, where there is a column at all.
  public PixelColumn doubted(Defect doubt) {
    if (outcome.found().isEmpty()) {
      return this;
    }
    List<Defect> defects = new ArrayList<>(List.of(doubt));
    defects.addAll(outcome.defects());
    return new PixelColumn(
        name,
        line,
        pixel,
        latitudeDeg,
        longitudeDeg,
        unixSeconds,
        zenithDeg,
        cloudPercent,
        state,
        new Outcome.Doubtful<>(outcome.found().get(), defects));
  }

  /// 0 good, 1 doubtful, 2 refused.
  public int flag() {
    return switch (outcome) {
      case Outcome.Good<GasColumn> _ -> 0;
      case Outcome.Doubtful<GasColumn> _ -> 1;
      case Outcome.Refused<GasColumn> _ -> 2;
    };
  }

  /// Why it is no good one, as bits of [Doubt].
  public int doubts() {
    List<String> fields = outcome.defects().stream().map(defect -> defect.field()).toList();
    int bits = 0;
    for (Doubt doubt : Doubt.values()) {
      bits |= fields.stream().anyMatch(doubt::isOf) ? doubt.bit() : 0;
    }
    return bits == 0 && !fields.isEmpty() ? Doubt.OTHER.bit() : bits;
  }

  /// The reasons, by the field of the defect that tells them.
  public enum Doubt {
    NOT_CONVERGED(1, "convergence"),
    POOR_FIT(2, "fit"),
    STATE_MADE_UP(4, "state of the air"),
    CLOUD(8, "cloud"),
    BAD_SPECTRUM(16, "quality"),
    OTHER(32, "");

    private final int bit;
    private final String field;

    Doubt(int bit, String field) {
      this.bit = bit;
      this.field = field;
    }

    private boolean isOf(String defectField) {
      return !field.isEmpty() && defectField.toLowerCase(java.util.Locale.ROOT).contains(field);
    }

    /// A power of two.
    public int bit() {
      return bit;
    }

    /// One word of a product's `flag_meanings`.
    public String meaning() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
