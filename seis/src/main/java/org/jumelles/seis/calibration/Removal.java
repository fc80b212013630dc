package org.jumelles.seis.calibration;

import java.util.Optional;
import org.jumelles.kernel.signal.Detrend;
import org.jumelles.kernel.signal.Fft;
import org.jumelles.kernel.signal.Window;
import org.jumelles.seis.trace.Trace;

/// Takes the instrument out of counts [Scherbaum2001] ch. 10: mean and straight line off, taper,
/// transform, pre-filter, division by the response, transform back.
///
/// Linear in the counts. Where the response is below its greatest modulus (of this output, over all
/// bins) by more than the water level, that floor is divided by, with the phase of the response;
/// the zero frequency is dropped.
///
/// @param output what comes out, in SI units
/// @param preFilter band to keep; without it the ends of the band hold amplified noise
/// @param waterLevelDb above zero; infinite for none
/// @param taperedFraction share of the samples under the cosine taper, both ends together, 0 to 1
public record Removal(
    GroundMotion output, Optional<Corners> preFilter, double waterLevelDb, double taperedFraction) {

  /// Four corners: nothing below `first` and above `fourth`, all between `second` and `third`, half
  /// a cosine between.
  public record Corners(double firstHz, double secondHz, double thirdHz, double fourthHz) {
    public Corners {
      if (!(0 <= firstHz && firstHz <= secondHz && secondHz <= thirdHz && thirdHz <= fourthHz)) {
        throw new IllegalArgumentException(
            "corners " + firstHz + ", " + secondHz + ", " + thirdHz + ", " + fourthHz + " Hz");
      }
    }

    double gain(double frequencyHz) {
      if (frequencyHz < firstHz || frequencyHz > fourthHz) {
        return 0;
      }
      if (frequencyHz < secondHz) {
        return 0.5 - 0.5 * Math.cos(Math.PI * (frequencyHz - firstHz) / (secondHz - firstHz));
      }
      if (frequencyHz > thirdHz) {
        return 0.5 + 0.5 * Math.cos(Math.PI * (frequencyHz - thirdHz) / (fourthHz - thirdHz));
      }
      return 1;
    }
  }

  public Removal {
    if (!(waterLevelDb > 0) || !(taperedFraction >= 0 && taperedFraction <= 1)) {
      throw new IllegalArgumentException(
          "a water level of " + waterLevelDb + " dB, a taper of " + taperedFraction);
    }
  }

  /// Water level 60 dB, taper 5 %, no pre-filter.
  public static Removal to(GroundMotion output) {
    return new Removal(output, Optional.empty(), 60, 0.05);
  }

  public Removal within(Corners corners) {
    return new Removal(output, Optional.of(corners), waterLevelDb, taperedFraction);
  }

  /// Ground motion in the output's SI unit, as many samples at the same times.
  public double[] apply(double[] counts, double samplingRateHz, ChannelResponse response) {
    if (!(samplingRateHz > 0) || Double.isInfinite(samplingRateHz)) {
      throw new IllegalArgumentException("a sampling rate of " + samplingRateHz + " Hz");
    }
    if (counts.length == 0) {
      return new double[0];
    }
    int length = transformLength(counts.length);
    double[] tapered =
        Window.apply(
            Window.tukey(counts.length, taperedFraction), Detrend.linear(Detrend.mean(counts)));
    Fft fft = Fft.ofLength(length);
    double[] spectrum = fft.forward(tapered);
    divide(spectrum, response.onBins(length, samplingRateHz, output), samplingRateHz / length);
    return java.util.Arrays.copyOf(fft.inverse(spectrum), counts.length);
  }

  /// The same trace in the output's SI unit.
  public Trace apply(Trace counts, ChannelResponse response) {
    return counts.withSamples(apply(counts.samples(), counts.samplingRateHz(), response));
  }

  /// At least twice the samples, so that the end does not run into the start.
  static int transformLength(int count) {
    return Fft.goodLength(Math.max(2, Math.multiplyExact(2, count)));
  }

  /// `spectrum *= preFilter / floored(response)`
  void divide(double[] spectrum, double[] response, double stepHz) {
    double greatest = 0;
    for (int i = 0; i < response.length; i += 2) {
      double power = response[i] * response[i] + response[i + 1] * response[i + 1];
      greatest = Math.max(greatest, power);
    }
    double floor = greatest * Math.pow(10, -waterLevelDb / 10);
    spectrum[0] = 0;
    spectrum[1] = 0;
    for (int k = 1; k < spectrum.length / 2; k++) {
      double re = response[2 * k];
      double im = response[2 * k + 1];
      double power = re * re + im * im;
      // 1/H = conj(H) / |H|^2; on the floor the modulus of H becomes that of the floor.
      double scale = power >= floor ? 1 / power : 1 / Math.sqrt(power * floor);
      if (power == 0) {
        scale = 0;
      }
      if (preFilter.isPresent()) {
        scale *= preFilter.get().gain(k * stepHz);
      }
      double x = spectrum[2 * k];
      double y = spectrum[2 * k + 1];
      spectrum[2 * k] = (x * re + y * im) * scale;
      spectrum[2 * k + 1] = (y * re - x * im) * scale;
    }
  }
}
