package org.jumelles.ryugu.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.ryugu.simulation.GrainSimulation;
import org.jumelles.ryugu.simulation.GrainSimulation.Frames;
import org.jumelles.ryugu.simulation.Instrument;
import org.jumelles.ryugu.simulation.Settings;

/// Frames of one simulated grain, calibrated, and its true reflectance.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Scene(GrainSimulation grain, Calibrated made, double[] truth) {

  static Scene of(long seed, int side, double snr, double tuningPerCm) {
    GrainSimulation grain = GrainSimulation.of(new Settings(seed, side, side, snr, tuningPerCm));
    double[] um = grain.micrometres();
    double[] reference = Arrays.stream(um).map(Instrument::reference).toArray();
    double[] common = Arrays.stream(reference).map(r -> r * Instrument.REFERENCE_SIGMA).toArray();
    FrameNoise noise =
        new FrameNoise(
            new NoiseModel(
                grain.instrument().readNoiseDn(),
                grain.instrument().gainEPerDn(),
                Instrument.BIAS_DN),
            new FrameNoise.Averaged(1, Instrument.AVERAGED, Instrument.AVERAGED),
            true,
            Optional.of(
                new FilterTuning(Arrays.stream(um).map(x -> 1e4 / x).toArray(), tuningPerCm)));
    Reflectance reflectance =
        new Reflectance(
            new Standard(reference, common),
            Instrument.EXPOSURE_RATIO,
            Optional.of(noise),
            Instrument.SATURATION_DN,
            5,
            Reflectance.Spikes.REPAIR);
    float[] truth = new float[side * side * um.length];
    grain.truth(0, side * side, truth);
    return new Scene(
        grain,
        reflectance.of(
            new org.jumelles.ryugu.calibration.Frames(
                frame(grain, Frames.RAW),
                frame(grain, Frames.DARK),
                frame(grain, Frames.WHITE),
                Optional.of(frame(grain, Frames.WHITE_DARK)))),
        widened(truth));
  }

  private static double[] frame(GrainSimulation grain, Frames frames) {
    float[] counts = new float[pixels(grain) * grain.bands()];
    grain.read(frames, 0, pixels(grain), counts);
    double[] wide = widened(counts);
    return Arrays.stream(wide).map(Math::rint).toArray();
  }

  private static int pixels(GrainSimulation grain) {
    return grain.settings().lines() * grain.settings().samples();
  }

  private static double[] widened(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /// Mean of (found - true)^2 / noise^2 over what is not masked.
  double chiSquare() {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < truth.length; i++) {
      if (made.mask()[i] == 0) {
        sum += Math.pow((made.reflectance()[i] - truth[i]) / made.noise()[i], 2);
        n++;
      }
    }
    assertThat(n).isGreaterThan(truth.length * 9 / 10);
    return sum / n;
  }
}
