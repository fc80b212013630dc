package org.jumelles.iasi.detection;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.kernel.time.Moment;

/// Neighbouring pixels that show the same unusual thing, strongest first.
public record Alert(Kind kind, List<Pixel> pixels) {
  public Alert {
    pixels = List.copyOf(pixels);
    if (pixels.isEmpty()) {
      throw new IllegalArgumentException("an alert without a pixel");
    }
  }

  /// What it looks like.
  public enum Kind {
    SO2,
    DUST,
    ASH,
    /// Silicates whose shape fits neither much better than the other.
    DUST_OR_ASH;

    public String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One pixel and its evidence.
  ///
  /// @param line, `view` and `number` (0 to 3) count from zero
  /// @param evidence quantities by name, with the unit in the name; NaN where not known
  public record Pixel(
      int line,
      int view,
      int number,
      Moment time,
      double longitudeDeg,
      double latitudeDeg,
      double strength,
      Map<String, Double> evidence) {}
}
