package org.jumelles.ryugu.simulation;

import java.util.SplittableRandom;

/// A microscope that lights the sample through a tunable filter, one channel a frame.
///
/// Channels are uniform in wavenumber, 20 cm-1, from 0.99 to 3.65 um: 369 of them. The signal is
/// brightest near 2 um and falls toward 3.6 um. Electrons, gain, dark current and read noise are
/// ours: those of the instrument could not be had.
public final class Instrument {
  public static final double STEP_PER_CM = 20;
  public static final double READ_NOISE_E = 60;
  public static final double BIAS_DN = 1000;

  /// Raw frames are exposed so many times longer than white ones.
  public static final double EXPOSURE_RATIO = 20;

  /// Dark and white frames are means of so many.
  public static final int AVERAGED = 16;

  /// What a pixel counts at most; at and above it, the reading is lost.
  public static final int SATURATION_DN = 65_535;

  /// One sigma of the reference's reflectance, a common factor.
  public static final double REFERENCE_SIGMA = 0.005;

  private static final double SHORTEST_UM = 0.99;
  private static final double LONGEST_UM = 3.65;
  private static final double DARK_E = 2000;
  private static final double GRAIN_REFLECTANCE = 0.02;
  private static final double FULL_SCALE_REFLECTANCE = 0.12;
  private static final double RESPONSE_SIGMA = 0.02;
  private static final double DARK_SIGMA = 0.10;
  private static final double DEAD_SHARE = 2e-4;

  private static final int RESPONSE = 1;

  private final Settings settings;
  private final double brightestE;
  private final double gainEPerDn;

  Instrument(Settings settings) {
    this.settings = settings;
    // snr = e / sqrt(e + dark + read^2), solved for e.
    double floor = DARK_E + READ_NOISE_E * READ_NOISE_E;
    double s2 = settings.snr() * settings.snr();
    brightestE = (s2 + Math.sqrt(s2 * s2 + 4 * s2 * floor)) / 2;
    gainEPerDn =
        (brightestE * FULL_SCALE_REFLECTANCE / GRAIN_REFLECTANCE + DARK_E)
            / (SATURATION_DN - BIAS_DN);
  }

  /// The channels in cm-1, longest wavelength last.
  public static double[] wavenumbersPerCm() {
    double first = 1e4 / SHORTEST_UM;
    int count = (int) Math.floor((first - 1e4 / LONGEST_UM) / STEP_PER_CM) + 1;
    double[] channels = new double[count];
    for (int i = 0; i < count; i++) {
      channels[i] = first - STEP_PER_CM * i;
    }
    return channels;
  }

  /// The reflectance factor of the white reference.
  public static double reference(double micrometres) {
    double x = (micrometres - 2.75) / 0.12;
    return 0.985 - 0.012 * (micrometres - 1) - 0.03 * Math.exp(-x * x / 2);
  }

  public double gainEPerDn() {
    return gainEPerDn;
  }

  /// The noise of one reading without light, in counts.
  public double readNoiseDn() {
    return READ_NOISE_E / gainEPerDn;
  }

  /// Electrons that a reflectance of 1 gives in a raw frame.
  double electrons(double micrometres) {
    double x = (micrometres - 2.0) / (micrometres < 2 ? 0.75 : 0.95);
    return brightestE / GRAIN_REFLECTANCE * (0.04 + 0.96 * Math.exp(-x * x / 2));
  }

  /// What is peculiar to a pixel.
  ///
  /// @param response over the mean of all; 0 for a dead pixel
  /// @param darkE electrons in a raw frame without light
  record Peculiarity(double response, double darkE) {}

  Peculiarity of(long pixel) {
    SplittableRandom random = Draw.of(settings.seed(), RESPONSE, pixel);
    double response = 1 + RESPONSE_SIGMA * random.nextGaussian();
    double dark = DARK_E * Math.max(0.2, 1 + DARK_SIGMA * random.nextGaussian());
    return new Peculiarity(random.nextDouble() < DEAD_SHARE ? 0 : response, dark);
  }

  /// One reading, or the mean of several, in counts; shot noise as a Gaussian of its variance.
  double counts(SplittableRandom random, double electrons, int averaged) {
    double sigma = Math.sqrt((Math.max(0, electrons) + READ_NOISE_E * READ_NOISE_E) / averaged);
    return BIAS_DN + (electrons + sigma * random.nextGaussian()) / gainEPerDn;
  }
}
