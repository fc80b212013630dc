package org.jumelles.ryugu.simulation;

/// What to simulate.
///
/// @param snr signal over noise of one raw reading of 2 % reflectance in the brightest channel
/// @param tuningSigmaPerCm of the filter's wavenumber from frame to frame, cm-1
public record Settings(long seed, int lines, int samples, double snr, double tuningSigmaPerCm) {
  /// The detector of the curation's instrument.
  public static final int LINES = 256;

  public static final int SAMPLES = 250;

  public Settings {
    if (lines < 16 || samples < 16 || lines > 4096 || samples > 4096) {
      throw new IllegalArgumentException(
          lines + " x " + samples + " pixels; from 16 to 4096 each way");
    }
    if (!(snr >= 1) || snr > 10_000) {
      throw new IllegalArgumentException("a signal-to-noise ratio of " + snr + "; 1 to 10,000");
    }
    if (!(tuningSigmaPerCm >= 0) || tuningSigmaPerCm > 10) {
      throw new IllegalArgumentException("tuning of " + tuningSigmaPerCm + " cm-1; 0 to 10");
    }
  }

  public static Settings of(long seed, double snr) {
    return new Settings(seed, LINES, SAMPLES, snr, 0.5);
  }

  int pixels() {
    return lines * samples;
  }
}
