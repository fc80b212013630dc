package org.jumelles.seis.glitch;

import org.jumelles.kernel.signal.Fft;
import org.jumelles.seis.calibration.ChannelResponse;
import org.jumelles.seis.calibration.GroundMotion;

/// What one channel epoch makes of a step in acceleration, and of one in displacement, in counts
/// at the channel's sampling rate; computed once, for any number of threads [Scholz2020] 3.
///
/// Band-limited to the channel's Nyquist frequency, so that an onset between two samples is exact.
public final class GlitchModel {
  /// Onsets that are at hand lie this many to a sample.
  static final int PHASES = 8;

  /// The step's transient must be over by half of this; 16 s sensors need 60 s.
  private static final double PERIOD_S = 800;

  private final double samplingRateHz;
  private final int length;
  private final int before;
  private final int after;
  private final double[][] glitches = new double[PHASES + 3][];
  private final double[][] spikes = new double[PHASES + 3][];

  private GlitchModel(ChannelResponse response, double samplingRateHz) {
    this.samplingRateHz = samplingRateHz;
    this.length = Fft.goodLength((int) Math.ceil(PERIOD_S * samplingRateHz));
    this.before = (int) Math.ceil(StepFit.BEFORE_S * samplingRateHz) + 10;
    double[] acceleration = ofStep(response, GroundMotion.ACCELERATION);
    double[] displacement = ofStep(response, GroundMotion.DISPLACEMENT);
    this.after = reach(wave(acceleration, 0, length - before));
    for (int i = 0; i < glitches.length; i++) {
      glitches[i] = wave(acceleration, (i - 1.0) / PHASES, after);
      spikes[i] = wave(displacement, (i - 1.0) / PHASES, after);
    }
  }

  /// @throws IllegalArgumentException where the rate is none, or a step gives no counts
  public static GlitchModel of(ChannelResponse response, double samplingRateHz) {
    if (!(samplingRateHz >= 1) || samplingRateHz > 1000) {
      throw new IllegalArgumentException(
          "glitches want 1 to 1000 samples a second, not " + samplingRateHz);
    }
    return new GlitchModel(response, samplingRateHz);
  }

  public double samplingRateHz() {
    return samplingRateHz;
  }

  /// Samples before the onset that a waveform has.
  int before() {
    return before;
  }

  /// Samples from the onset on, until less than 1e-5 of the greatest is left.
  int after() {
    return after;
  }

  /// Counts for a step of 1 m/s^2 at `before() + fraction` samples from the start.
  ///
  /// @param fraction 0 to 1
  double[] glitch(double fraction) {
    return between(glitches, fraction);
  }

  /// Counts for a step of 1 m at `before() + fraction` samples from the start.
  ///
  /// @param fraction 0 to 1
  double[] spike(double fraction) {
    return between(spikes, fraction);
  }

  /// [#glitch] of `phase / PHASES`; shared, not to be written.
  double[] glitchOfPhase(int phase) {
    return glitches[phase + 1];
  }

  /// [#spike] of `phase / PHASES`; shared, not to be written.
  double[] spikeOfPhase(int phase) {
    return spikes[phase + 1];
  }

  /// By the cubic through four neighbouring phases: to 6e-4 at the Nyquist frequency, where a
  /// glitch has nothing and a spike little.
  private static double[] between(double[][] phases, double fraction) {
    int i = Math.min(PHASES - 1, (int) (fraction * PHASES));
    double u = fraction * PHASES - i;
    double a = -u * (u - 1) * (u - 2) / 6;
    double b = (u + 1) * (u - 1) * (u - 2) / 2;
    double c = -(u + 1) * u * (u - 2) / 2;
    double d = (u + 1) * u * (u - 1) / 6;
    double[] wave = new double[phases[i].length];
    for (int j = 0; j < wave.length; j++) {
      wave[j] =
          a * phases[i][j] + b * phases[i + 1][j] + c * phases[i + 2][j] + d * phases[i + 3][j];
    }
    return wave;
  }

  /// Response over i w, for a sampling interval of 1 / rate.
  private double[] ofStep(ChannelResponse response, GroundMotion motion) {
    double[] spectrum = response.onBins(length, samplingRateHz, motion);
    double stepHz = samplingRateHz / length;
    for (int k = 1; k < spectrum.length / 2; k++) {
      double w = 2 * Math.PI * k * stepHz;
      double re = spectrum[2 * k];
      spectrum[2 * k] = spectrum[2 * k + 1] / w * samplingRateHz;
      spectrum[2 * k + 1] = -re / w * samplingRateHz;
    }
    spectrum[0] = 0;
    spectrum[1] = 0;
    return spectrum;
  }

  private double[] wave(double[] ofStep, double fraction, int to) {
    double[] shifted = new double[ofStep.length];
    for (int k = 0; k < ofStep.length / 2; k++) {
      double angle = -2 * Math.PI * k * (before + fraction) / length;
      double cos = Math.cos(angle);
      double sin = Math.sin(angle);
      shifted[2 * k] = ofStep[2 * k] * cos - ofStep[2 * k + 1] * sin;
      shifted[2 * k + 1] = ofStep[2 * k] * sin + ofStep[2 * k + 1] * cos;
    }
    double[] all = Fft.realInverse(shifted, length);
    double rest = 0;
    int quiet = length / 2;
    int over = length / 8;
    for (int i = quiet; i < quiet + over; i++) {
      rest += all[i] / over;
    }
    double[] wave = new double[before + to];
    for (int i = 0; i < wave.length; i++) {
      wave[i] = all[i] - rest;
    }
    return wave;
  }

  private int reach(double[] wave) {
    double greatest = 0;
    for (double value : wave) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    if (!(greatest > 0) || Double.isInfinite(greatest)) {
      throw new IllegalArgumentException("a step in acceleration gives counts of " + greatest);
    }
    int last = length / 2 - before;
    while (last > 0 && Math.abs(wave[before + last]) < 1e-5 * greatest) {
      last--;
    }
    return last + 1;
  }
}
