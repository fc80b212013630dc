package org.jumelles.seis.glitch;

/// What counts as a glitch.
///
/// @param leastAmplitudeMPerS2 on at least one sensor
/// @param leastSnr of the amplitudes of all sensors together
/// @param leastPolarisation 0 to 1
/// @param leastVarianceReduction of all components together, below 1
/// @param leastSpacingS between two onsets
public record GlitchParameters(
    double leastAmplitudeMPerS2,
    double leastSnr,
    double leastPolarisation,
    double leastVarianceReduction,
    double leastSpacingS) {
  /// The least amplitude is about what the gradient of 0.5e-9 m/s^3 below 0.1 Hz of [Scholz2020]
  /// asks for; polarisation and spacing are theirs.
  public static final GlitchParameters DEFAULT = new GlitchParameters(2.5e-9, 8, 0.91, 0.7, 5);

  public GlitchParameters {
    boolean sound =
        leastAmplitudeMPerS2 >= 0
            && leastSnr > 0
            && leastPolarisation >= 0
            && leastPolarisation <= 1
            && leastVarianceReduction < 1
            && leastSpacingS > 0;
    if (!sound) {
      throw new IllegalArgumentException(
          "a glitch of at least "
              + leastAmplitudeMPerS2
              + " m/s^2, SNR "
              + leastSnr
              + ", polarisation "
              + leastPolarisation
              + ", variance reduction "
              + leastVarianceReduction
              + ", every "
              + leastSpacingS
              + " s");
    }
  }
}
