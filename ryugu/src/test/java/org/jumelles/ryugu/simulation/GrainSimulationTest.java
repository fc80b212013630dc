package org.jumelles.ryugu.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.ryugu.simulation.GrainSimulation.Frames;
import org.junit.jupiter.api.Test;

/// The simulated grain gives back what it was made of.
class GrainSimulationTest {
  private static final GrainSimulation GRAIN =
      GrainSimulation.of(new Settings(7, 64, 64, 100, 0.5));
  private static final int PIXELS = 64 * 64;

  @Test
  void channelsAreUniformInWavenumber() {
    double[] channels = Instrument.wavenumbersPerCm();
    assertThat(channels).hasSize(369);
    for (int i = 1; i < channels.length; i++) {
      assertThat(channels[i - 1] - channels[i]).isCloseTo(20, within(1e-9));
    }
    assertThat(GRAIN.micrometres()[0]).isCloseTo(0.99, within(1e-12));
    assertThat(GRAIN.micrometres()[368]).isBetween(3.64, 3.65);
  }

  @Test
  void theGrainIsDarkAndMadeOfEverything() {
    float[] truth = new float[PIXELS * GRAIN.bands()];
    GRAIN.truth(0, PIXELS, truth);
    double[] shares = new double[Phase.values().length];
    double sum = 0;
    int grain = 0;
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      if (GRAIN.shares(pixel, shares)) {
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(shares).min().orElseThrow()).isNotNegative();
        sum += truth[pixel * GRAIN.bands() + band(2.0)];
        grain++;
      }
    }
    assertThat(grain).isBetween(PIXELS / 4, 3 * PIXELS / 4);
    assertThat(sum / grain).isBetween(0.018, 0.024);
    assertThat(GRAIN.composition().inclusions()).hasSize(13);
  }

  private static int band(double micrometres) {
    double[] um = GRAIN.micrometres();
    int best = 0;
    for (int b = 0; b < um.length; b++) {
      best = Math.abs(um[b] - micrometres) < Math.abs(um[best] - micrometres) ? b : best;
    }
    return best;
  }

  /// (raw - dark) / (white - white dark) x reference / ratio is the truth, and its scatter is the
  /// noise that was asked for: 64 x 64 pixels leave 2 % of doubt about a sigma.
  @Test
  void framesGiveTheReflectanceBackWithTheNoiseThatWasAskedFor() {
    int bands = GRAIN.bands();
    float[][] frames = new float[4][PIXELS * bands];
    for (Frames one : Frames.values()) {
      GRAIN.read(one, 0, PIXELS, frames[Arrays.asList(Frames.values()).indexOf(one)]);
    }
    float[] truth = new float[PIXELS * bands];
    GRAIN.truth(0, PIXELS, truth);
    int b = band(2.0);
    double um = GRAIN.micrometres()[b];
    double bias = 0;
    double square = 0;
    double level = 0;
    int n = 0;
    double[] shares = new double[Phase.values().length];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      if (GRAIN.isDead(pixel) || !GRAIN.shares(pixel, shares)) {
        continue;
      }
      int at = pixel * bands + b;
      double light = frames[2][at] - frames[3][at];
      double reflectance =
          (frames[0][at] - frames[1][at])
              / light
              * Instrument.reference(um)
              / Instrument.EXPOSURE_RATIO;
      bias += reflectance - truth[at];
      square += Math.pow(reflectance - truth[at], 2);
      level += truth[at];
      n++;
    }
    double sigma = Math.sqrt(square / n);
    assertThat(bias / n).isCloseTo(0, within(4 * sigma / Math.sqrt(n)));
    // One raw reading, and means of 16 of dark and white beside it, cost about 5 % of the 100.
    assertThat(level / n / sigma).isBetween(85.0, 101.0);
    for (float dn : frames[0]) {
      assertThat(dn == Math.rint(dn) && dn >= 0 && dn <= 65_535).as("%s DN", dn).isTrue();
    }
  }

  @Property(tries = 50)
  void aPixelIsTheSameAloneAndInABlock(
      @ForAll @IntRange(max = PIXELS - 9) int first, @ForAll Frames frames) {
    int bands = GRAIN.bands();
    float[] block = new float[9 * bands];
    float[] alone = new float[bands];
    GRAIN.read(frames, first, 9, block);
    GRAIN.read(frames, first + 4, 1, alone);
    assertThat(alone).isEqualTo(Arrays.copyOfRange(block, 4 * bands, 5 * bands));
  }

  @Property(tries = 200)
  void albedoAndReflectanceAreInverse(@ForAll @DoubleRange(min = 0, max = 0.9) double albedo) {
    assertThat(Mixing.albedo(Mixing.reflectance(albedo))).isCloseTo(albedo, within(1e-12));
  }

  @Test
  void otherSeedsAreOtherGrainsAndWildSettingsAreRefused() {
    GrainSimulation other = GrainSimulation.of(new Settings(8, 64, 64, 100, 0.5));
    assertThat(other.composition().ohCentreUm())
        .isNotEqualTo(GRAIN.composition().ohCentreUm())
        .isBetween(2.708, 2.726);
    assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, 8, 64, 100, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, 64, 64, 0, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Settings(1, 64, 64, 100, Double.NaN));
  }
}
