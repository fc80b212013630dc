package org.jumelles.kernel.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScipySpectraTest {
  static List<String> lines() throws IOException {
    try (InputStream csv =
        ScipySpectraTest.class.getResourceAsStream("/signal/spectra-scipy.csv")) {
      return new String(csv.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void equalsScipy(String line) {
    String[] cells = line.split(",");
    double[] theirs = Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
    double[] ours = ours(cells[0]);
    assertThat(ours).hasSize(theirs.length);
    for (int i = 0; i < ours.length; i++) {
      // Rounding of sums of some dozen terms of size five.
      assertThat(ours[i]).as("%s, number %d", cells[0], i).isCloseTo(theirs[i], within(1e-12));
    }
  }

  private static double[] ours(String name) {
    double[] x = new double[120];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.sin(0.7 * i) + 0.3 * Math.cos(0.11 * i * i) + 0.01 * i + 5;
    }
    return switch (name) {
      case "hann 8" -> Window.hann(8);
      case "hann 9" -> Window.hann(9);
      case "tukey 31 0.1" -> Window.tukey(31, 0.1);
      case "tukey 32 0.5" -> Window.cosineTaper(32, 0.25);
      case "tukey 33 1" -> Window.tukey(33, 1);
      case "detrend mean" -> Detrend.mean(x);
      case "detrend linear" -> Detrend.linear(x);
      case "welch 32" -> Psd.welch(x, 20, 32).density();
      case "welch 31 10" -> Psd.welch(x, 20, Window.hann(31), 10).density();
      case "spectrogram 32 24" -> Spectrogram.of(x, 20, Window.hann(32), 24).density();
      case "envelope 120" -> Envelope.of(x);
      case "envelope 119" -> Envelope.of(Arrays.copyOf(x, 119));
      default -> throw new AssertionError(name);
    };
  }
}
