package org.jumelles.kernel.signal;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.visnow.jlargearrays.ConcurrencyUtils;

/// The discrete Fourier transform of real samples, any length [Oppenheim1999] ch. 8.
///
/// Forward, without a factor: `X[k] = sum x[j] exp(-2 pi i j k / n)`, for k = 0 to n/2; inverse
/// with 1/n, so that inverse(forward(x)) = x. A spectrum is one array of `n/2 + 1` complex numbers,
/// real and imaginary part in turn: `X[k]` stands at `[2k]` and `[2k + 1]`. A continuous spectrum
/// in unit/Hz is X divided by the sampling rate.
///
/// One object serves one length and any number of threads; making it can cost as much
/// as ten transforms, so keep it where several signals have one length. Lengths with a large prime
/// factor cost ten times those of [#goodLength]. The tables
/// of
/// sines come from `Math.sin`, which the JDK promises to one unit in the last place only: results
/// are bit-identical on all machines with the same JDK and kind of processor.
public final class Fft {
  /// 4 GiB of samples, below which JTransforms works on plain arrays.
  private static final int GREATEST_LENGTH = 1 << 29;

  static {
    // JTransforms sums in another order where it splits the work, and how it splits depends on the
    // machine: one thread, one result.
    ConcurrencyUtils.setNumberOfThreads(1);
  }

  private final DoubleFFT_1D plan;
  private final int length;

  private Fft(int length) {
    this.length = length;
    this.plan = new DoubleFFT_1D(length);
  }

  /// A transform of `length` samples, 1 to 2^29.
  public static Fft ofLength(int length) {
    if (length < 1 || length > GREATEST_LENGTH) {
      throw new IllegalArgumentException("a transform of " + length + " samples");
    }
    return new Fft(length);
  }

  /// The spectrum of the samples, with zeros appended up to length `n`; empty where `n` is zero.
  public static double[] real(double[] samples, int n) {
    if (n == 0 && samples.length == 0) {
      return new double[0];
    }
    return ofLength(n).forward(samples);
  }

  /// The `n` samples whose spectrum this is; see [#inverse].
  public static double[] realInverse(double[] spectrum, int n) {
    if (n == 0 && spectrum.length == 0) {
      return new double[0];
    }
    return ofLength(n).inverse(spectrum);
  }

  /// The least `2^a 3^b 5^c` that is at least `n`, the lengths that transform fast; 1 for `n` = 0.
  public static int goodLength(int n) {
    if (n < 0 || n > GREATEST_LENGTH) {
      throw new IllegalArgumentException("no good length from " + n + " on");
    }
    long best = Long.MAX_VALUE;
    for (long fives = 1; fives < best; fives *= 5) {
      for (long threes = fives; threes < best; threes *= 3) {
        long product = threes;
        while (product < n) {
          product *= 2;
        }
        best = Math.min(best, product);
        if (threes >= n) {
          break;
        }
      }
      if (fives >= n) {
        break;
      }
    }
    return Math.toIntExact(best);
  }

  /// How many samples.
  public int length() {
    return length;
  }

  /// How many complex numbers a spectrum has: length / 2 + 1, rounded down.
  public int bins() {
    return length / 2 + 1;
  }

  /// The frequency of each bin of a transform of `length` samples, in hertz.
  public static double[] frequenciesHz(int length, double samplingRateHz) {
    double[] frequencies = new double[length / 2 + 1];
    for (int k = 0; k < frequencies.length; k++) {
      frequencies[k] = k * samplingRateHz / length;
    }
    return frequencies;
  }

  /// The frequency of each bin, in hertz.
  public double[] frequenciesHz(double samplingRateHz) {
    return frequenciesHz(length, samplingRateHz);
  }

  /// The spectrum of at most [#length] samples; missing ones count as zeros.
  public double[] forward(double[] samples) {
    if (samples.length > length) {
      throw new IllegalArgumentException(samples.length + " samples for a length of " + length);
    }
    double[] spectrum = Arrays.copyOf(samples, 2 * bins());
    forwardInPlace(spectrum);
    return spectrum;
  }

  /// The samples of a spectrum.
  ///
  /// What a real signal's spectrum cannot hold, the imaginary parts of `X[0]` and, at an even
  /// length, of `X[n/2]`, is ignored.
  public double[] inverse(double[] spectrum) {
    if (spectrum.length != 2 * bins()) {
      throw new IllegalArgumentException(
          "a spectrum of "
              + spectrum.length
              + " numbers where 2 x "
              + bins()
              + " make "
              + length
              + " samples");
    }
    double[] samples = spectrum.clone();
    if (length > 1) {
      samples[1] = samples[length];
      plan.realInverse(samples, true);
    }
    return Arrays.copyOf(samples, length);
  }

  /// Turns `length` samples, followed by unused room up to `2 bins()`, into their spectrum.
  void forwardInPlace(double[] work) {
    if (length == 1) {
      work[1] = 0;
      return;
    }
    plan.realForward(work);
    // Packed at [1] is the real part of X[n/2] where n is even, else the imaginary part of
    // X[(n-1)/2]: both belong at [n].
    work[length] = work[1];
    work[1] = 0;
    if (length % 2 == 0) {
      work[length + 1] = 0;
    }
  }
}
