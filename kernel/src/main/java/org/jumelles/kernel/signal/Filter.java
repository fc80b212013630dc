package org.jumelles.kernel.signal;

import java.util.Arrays;
import java.util.List;

/// A Butterworth filter as a cascade of second-order sections [Oppenheim1999] §6.3, §7.1.
///
/// At a corner the gain is -3 dB, and -6 dB where the filter runs both ways. `order` is the number
/// of corners as seismologists count them: a band-pass of order 4 has 8 poles.
public final class Filter {
  private static final int GREATEST_ORDER = 20;

  private final List<Section> sections;
  private final double samplingRateHz;

  private Filter(List<Section> sections, double samplingRateHz) {
    this.sections = sections;
    this.samplingRateHz = samplingRateHz;
  }

  /// @throws IllegalArgumentException unless 0 < cornerHz < samplingRateHz / 2 and order is 1 to 20
  public static Filter lowpass(int order, double cornerHz, double samplingRateHz) {
    return new Filter(
        Butterworth.lowpass(checked(order), relative("corner", cornerHz, samplingRateHz)),
        samplingRateHz);
  }

  /// @throws IllegalArgumentException unless 0 < cornerHz < samplingRateHz / 2 and order is 1 to 20
  public static Filter highpass(int order, double cornerHz, double samplingRateHz) {
    return new Filter(
        Butterworth.highpass(checked(order), relative("corner", cornerHz, samplingRateHz)),
        samplingRateHz);
  }

  /// @throws IllegalArgumentException unless 0 < lowHz < highHz < samplingRateHz / 2 and order is
  /// 1 to 20
  public static Filter bandpass(int order, double lowHz, double highHz, double samplingRateHz) {
    double low = relative("low corner", lowHz, samplingRateHz);
    double high = relative("high corner", highHz, samplingRateHz);
    if (low >= high) {
      throw new IllegalArgumentException("a band from " + lowHz + " to " + highHz + " Hz is empty");
    }
    return new Filter(Butterworth.bandpass(checked(order), low, high), samplingRateHz);
  }

  public double samplingRateHz() {
    return samplingRateHz;
  }

  /// The coefficients as rows of `b0, b1, b2, a0 = 1, a1, a2`.
  public double[][] coefficients() {
    return sections.stream()
        .map(s -> new double[] {s.b0(), s.b1(), s.b2(), 1, s.a1(), s.a2()})
        .toArray(double[][]::new);
  }

  /// The samples filtered forwards, from rest: causal, with the filter's delay.
  public double[] apply(double[] samples) {
    double[] filtered = samples.clone();
    runFromRest(filtered, 0, filtered.length);
    return filtered;
  }

  /// The samples filtered forwards and then backwards: no delay, twice the slope, gain squared.
  ///
  /// To calm the ends, the samples are prolonged at both by their point reflection about the end
  /// sample, `2 x[0] - x[i]`, as long as three times the filter's length (shorter where there are
  /// not so many samples), and each pass starts as if its first sample had stood for ever.
  public double[] applyZeroPhase(double[] samples) {
    if (samples.length == 0) {
      return samples.clone();
    }
    int edge = Math.min(edgeSamples(), samples.length - 1);
    double[] work = Extension.odd(samples, edge);
    runFromLevel(work);
    reverse(work);
    runFromLevel(work);
    reverse(work);
    return Arrays.copyOfRange(work, edge, edge + samples.length);
  }

  /// Forwards and backwards, but each pass from rest and without prolonging the samples: for
  /// samples that were tapered to zero at both ends.
  public double[] applyZeroPhaseFromRest(double[] samples) {
    double[] work = samples.clone();
    runFromRest(work, 0, work.length);
    reverse(work);
    runFromRest(work, 0, work.length);
    reverse(work);
    return work;
  }

  /// The complex response at each frequency, real and imaginary part in turn.
  public double[] frequencyResponse(double... frequenciesHz) {
    double[] response = new double[2 * frequenciesHz.length];
    for (int i = 0; i < frequenciesHz.length; i++) {
      Complex value = at(frequenciesHz[i]);
      response[2 * i] = value.re();
      response[2 * i + 1] = value.im();
    }
    return response;
  }

  /// The size of the response, 0 to 1; of one pass.
  public double gain(double frequencyHz) {
    return at(frequencyHz).abs();
  }

  private Complex at(double frequencyHz) {
    Complex inverseZ = Complex.unit(-2 * StrictMath.PI * frequencyHz / samplingRateHz);
    Complex product = Complex.ONE;
    for (Section section : sections) {
      product = product.times(section.at(inverseZ));
    }
    return product;
  }

  private void runFromRest(double[] work, int from, int length) {
    for (Section section : sections) {
      section.run(work, from, length, new double[2]);
    }
  }

  private void runFromLevel(double[] work) {
    double level = work[0];
    for (Section section : sections) {
      double[] rest = section.rest(level);
      level *= section.restGain();
      section.run(work, 0, work.length, rest);
    }
  }

  /// Three times the filter's length in taps, first-order sections counted as such.
  private int edgeSamples() {
    int b2Missing = 0;
    int a2Missing = 0;
    for (Section section : sections) {
      b2Missing += section.b2() == 0 ? 1 : 0;
      a2Missing += section.a2() == 0 ? 1 : 0;
    }
    return 3 * (2 * sections.size() + 1 - Math.min(b2Missing, a2Missing));
  }

  private static void reverse(double[] work) {
    for (int i = 0, j = work.length - 1; i < j; i++, j--) {
      double kept = work[i];
      work[i] = work[j];
      work[j] = kept;
    }
  }

  private static int checked(int order) {
    if (order < 1 || order > GREATEST_ORDER) {
      throw new IllegalArgumentException("order " + order + " is outside 1 to " + GREATEST_ORDER);
    }
    return order;
  }

  private static double relative(String name, double frequencyHz, double samplingRateHz) {
    if (!(frequencyHz > 0 && frequencyHz < samplingRateHz / 2)
        || Double.isInfinite(samplingRateHz)) {
      throw new IllegalArgumentException(
          name + " " + frequencyHz + " Hz is not between 0 and half of " + samplingRateHz + " Hz");
    }
    return 2 * frequencyHz / samplingRateHz;
  }
}
