package org.jumelles.iasi.transfer;

/// The ground: what it radiates, and that it mirrors the rest.
///
/// @param temperatureK of the skin
/// @param emissivity 0 to 1, one for the window
public record Surface(double temperatureK, double emissivity) {
  public Surface {
    if (!(temperatureK >= 100 && temperatureK <= 400)) {
      throw new IllegalArgumentException("surface temperature " + temperatureK + " K");
    }
    if (!(emissivity >= 0 && emissivity <= 1)) {
      throw new IllegalArgumentException("emissivity " + emissivity);
    }
  }
}
