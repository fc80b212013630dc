package org.jumelles.ryugu.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.parameter.BandWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The noise that is told is the noise that is there: of simulated frames, against their truth.
class NoiseTest {
  private static final int SIDE = 40;
  private static final int PIXELS = SIDE * SIDE;

  /// Without jitter half a million numbers tell a ratio of variances to 0.2 %; the variance is told
  /// from the count itself, which at an SNR of 20 costs some more.
  @ParameterizedTest
  @CsvSource({"20", "100", "400", "3000"})
  void noiseIsThatOfTheFrames(double snr) {
    assertThat(Scene.of(3, SIDE, snr, 0).chiSquare()).isCloseTo(1, within(0.01));
  }

  /// With jitter all pixels of a band are off together: 369 draws a scene, eight scenes, so a mean
  /// of squares is told to 2.6 % where jitter is all there is.
  @ParameterizedTest
  @CsvSource({"20, 0.5", "100, 0.5", "100, 2", "400, 0.5", "400, 2", "3000, 0.5"})
  void noiseHasTheJitterOfTheFilter(double snr, double tuningPerCm) {
    double mean =
        IntStream.range(0, 8)
            .mapToDouble(seed -> Scene.of(seed, SIDE, snr, tuningPerCm).chiSquare())
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(0.9, 1.1);
  }

  /// What a fit of the OH band in each pixel leaves, by the noise that it was given.
  @ParameterizedTest
  @CsvSource({"20, 0", "100, 0", "100, 0.5", "200, 0", "200, 0.5"})
  void aFitLeavesWhatTheNoiseSays(double snr, double tuningPerCm) {
    BandWindow oh = new BandWindow("OH", 2.62, 2.86, 2.72, 0.03);
    double sum = 0;
    int n = 0;
    for (int seed = 0; seed < 6; seed++) {
      Scene scene = Scene.of(seed, SIDE, snr, tuningPerCm);
      int bands = scene.grain().bands();
      boolean[] good = new boolean[bands];
      Arrays.fill(good, true);
      BandFitting fitting =
          BandFitting.of("simulated", scene.grain().micrometres(), good, List.of(oh));
      BandFits fits =
          fitting.fit(scene.made().reflectance(), Optional.of(scene.made().noise()), PIXELS);
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        double[] shares = new double[5];
        if (scene.grain().shares(pixel, shares) && fits.state()[pixel] == BandFits.FITTED) {
          sum += fits.reducedChiSquare()[pixel];
          n++;
        }
      }
    }
    assertThat(n).isGreaterThan(200);
    assertThat(sum / n).as("%s pixels", n).isBetween(0.9, 1.1);
  }
}
