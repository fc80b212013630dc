package org.jumelles.seis.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.formats.stationxml.Response;
import org.jumelles.formats.stationxml.Response.Gain;
import org.jumelles.formats.stationxml.Response.Sensitivity;
import org.jumelles.formats.stationxml.Response.Stage;
import org.jumelles.formats.stationxml.Transfer;

/// The response of one channel epoch, in counts for one metre, metre a second, or metre a second
/// squared, factorised once for any number of frequencies and threads.
///
/// Each stage is its gain times its filter; where the frequencies of gain, normalization and
/// sensitivity are not the same, the filter is scaled to modulus 1 at the frequency of the gain.
/// Symmetric filters have no delay; others have theirs less the correction that was applied. Within
/// 1e-6 of evalresp in amplitude and 1e-4 rad in phase below 0.8 Nyquist. The sign is that of a
/// forward transform with exp(-i w t) [SEED2.4, appendix C].
public final class ChannelResponse {
  private final GroundMotion.Scaled input;
  private final double gain;
  private final List<Factor.Analog> analog;
  private final List<Factor> digital;
  private final DigitalTable table;
  private final OptionalDouble sensitivityDeviation;

  private ChannelResponse(
      GroundMotion.Scaled input,
      double gain,
      List<Factor> factors,
      double nyquistHz,
      Optional<Sensitivity> told) {
    this.input = input;
    this.gain = gain;
    this.analog = new ArrayList<>();
    this.digital = new ArrayList<>();
    for (Factor factor : factors) {
      if (factor instanceof Factor.Analog roots) {
        analog.add(roots);
      } else {
        digital.add(factor);
      }
    }
    this.table = new DigitalTable(digital, nyquistHz);
    this.sensitivityDeviation = deviation(told);
  }

  /// @throws IllegalArgumentException where the response has no stages, is not linear, or its input
  /// is no ground motion
  public static ChannelResponse of(Response response) {
    if (response.stages().isEmpty()) {
      throw new IllegalArgumentException("a response without stages");
    }
    String unit = inputUnit(response);
    GroundMotion.Scaled input =
        GroundMotion.ofUnit(unit)
            .orElseThrow(
                () -> new IllegalArgumentException("an input in " + unit + ", no ground motion"));
    Optional<Sensitivity> told = response.sensitivity();
    double gain = 1;
    double nyquistHz = 1e4;
    List<Factor> factors = new ArrayList<>();
    for (Stage stage : response.stages()) {
      Gain at = stage.gain().orElseThrow(() -> Stages.unsupported(stage, "no gain"));
      Optional<Factor> factor = Stages.factor(stage);
      gain *= at.value();
      if (factor.isPresent()) {
        factors.add(factor.get());
        gain *= scale(stage, factor.get(), at, told);
      }
      if (stage.decimation().isPresent()) {
        Response.Decimation to = stage.decimation().get();
        nyquistHz = to.inputSampleRate().value() / to.factor() / 2;
      }
    }
    return new ChannelResponse(input, gain, factors, nyquistHz, told);
  }

  /// By how much, as a share, the modulus at the frequency of the told sensitivity differs from it;
  /// more than 0.05 is a fault of the metadata. Empty where none is told.
  public OptionalDouble sensitivityDeviation() {
    return sensitivityDeviation;
  }

  /// The response at any frequencies, real and imaginary part in turn.
  public double[] at(double[] frequenciesHz, GroundMotion motion) {
    double[] spectrum = new double[2 * frequenciesHz.length];
    double[] value = new double[2];
    for (int i = 0; i < frequenciesHz.length; i++) {
      evaluate(frequenciesHz[i], motion, value);
      spectrum[2 * i] = value[0];
      spectrum[2 * i + 1] = value[1];
    }
    return spectrum;
  }

  /// The response at the bins of a transform of `length` samples, real and imaginary part in turn:
  /// bin k, 0 to length / 2, lies at `k samplingRateHz / length`.
  public double[] onBins(int length, double samplingRateHz, GroundMotion motion) {
    int bins = length / 2 + 1;
    double stepHz = samplingRateHz / length;
    double[] spectrum = new double[2 * bins];
    int tabled = (int) Math.min(bins, Math.floor(table.highestHz() / stepHz * (1 + 1e-12)) + 1);
    double[] value = new double[2];
    for (int k = 0; k < tabled; k++) {
      analogue(k * stepHz, motion, value);
      spectrum[2 * k] = value[0];
      spectrum[2 * k + 1] = value[1];
    }
    table.multiply(spectrum, stepHz, 0, tabled);
    for (int k = tabled; k < bins; k++) {
      evaluate(k * stepHz, motion, value);
      spectrum[2 * k] = value[0];
      spectrum[2 * k + 1] = value[1];
    }
    return spectrum;
  }

  private void evaluate(double frequencyHz, GroundMotion motion, double[] value) {
    analogue(frequencyHz, motion, value);
    for (Factor factor : digital) {
      factor.multiply(frequencyHz, value);
    }
  }

  /// Everything but the digital filters.
  private void analogue(double frequencyHz, GroundMotion motion, double[] value) {
    value[0] = gain * input.perSiUnit();
    value[1] = 0;
    for (int i = 0; i < analog.size(); i++) {
      analog.get(i).multiply(frequencyHz, value);
    }
    double w = 2 * Math.PI * frequencyHz;
    int more = input.motion().derivative - motion.derivative;
    for (int i = 0; i < more; i++) {
      ComplexKernel.times(value, 0, w);
    }
    for (int i = more; i < 0; i++) {
      if (w == 0) {
        value[0] = 0;
        value[1] = 0;
      } else {
        ComplexKernel.over(value, 0, w);
      }
    }
  }

  private OptionalDouble deviation(Optional<Sensitivity> told) {
    if (told.isEmpty() || told.get().value() == 0) {
      return OptionalDouble.empty();
    }
    double[] value = at(new double[] {told.get().frequencyHz()}, input.motion());
    double modulus = StrictMath.hypot(value[0], value[1]) / input.perSiUnit();
    return OptionalDouble.of(Math.abs(modulus / Math.abs(told.get().value()) - 1));
  }

  private static double scale(Stage stage, Factor factor, Gain gain, Optional<Sensitivity> told) {
    double reference = told.map(Sensitivity::frequencyHz).orElse(gain.frequencyHz());
    boolean same = gain.frequencyHz() == reference;
    if (stage.transfer().orElseThrow() instanceof Transfer.PolesZeros filter) {
      same &= filter.normalizationFrequency().value() == reference;
    }
    if (same) {
      return 1;
    }
    double modulus = factor.modulus(gain.frequencyHz());
    if (!(modulus > 0) || Double.isInfinite(modulus)) {
      throw new IllegalArgumentException(
          "stage "
              + stage.number()
              + ": its gain is told at "
              + gain.frequencyHz()
              + " Hz, where its filter passes "
              + modulus);
    }
    return 1 / modulus;
  }

  private static String inputUnit(Response response) {
    return response.stages().stream()
        .flatMap(stage -> stage.transfer().stream())
        .findFirst()
        .map(transfer -> transfer.head().inputUnits().name())
        .or(() -> response.sensitivity().map(told -> told.inputUnits().name()))
        .orElseThrow(() -> new IllegalArgumentException("a response without an input unit"));
  }
}
