package org.jumelles.iasi.spectrum;

/// The spectral axis of Level 1C: 8461 channels from 645.00 to 2760.00 cm-1, 0.25 cm-1 apart.
///
/// Channels are counted from one, as the instrument's documents do.
public final class Channels {
  public static final int COUNT = 8461;
  public static final double FIRST_PER_CM = 645.0;
  public static final double STEP_PER_CM = 0.25;

  /// The sample number of channel 1: nu = 0.25 cm-1 x (sample - 1).
  public static final int FIRST_SAMPLE = 2581;

  private Channels() {}

  /// @param channel 1 to 8461
  public static double wavenumberPerCm(int channel) {
    if (channel < 1 || channel > COUNT) {
      throw new IllegalArgumentException("channel " + channel + " is not in 1 to " + COUNT);
    }
    return FIRST_PER_CM + STEP_PER_CM * (channel - 1);
  }

  /// The band (1 to 3) of a channel: 645 to 1210, to 2000, to 2760 cm-1.
  public static int band(int channel) {
    double wavenumber = wavenumberPerCm(channel);
    if (wavenumber < 1210) {
      return 1;
    }
    return wavenumber < 2000 ? 2 : 3;
  }

  /// The channel whose centre is nearest.
  ///
  /// @throws IllegalArgumentException further than half a step outside of 645 to 2760 cm-1
  public static int nearest(double wavenumberPerCm) {
    long channel = Math.round((wavenumberPerCm - FIRST_PER_CM) / STEP_PER_CM) + 1;
    if (!(channel >= 1 && channel <= COUNT)) {
      throw new IllegalArgumentException(
          wavenumberPerCm + " cm-1 is outside of 645.00 to 2760.00 cm-1");
    }
    return (int) channel;
  }
}
