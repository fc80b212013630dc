package org.jumelles.ryugu.unmixing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Random mixtures with answers by another hand; `make-problems.py` beside the tables makes them.
record Problems(Endmembers endmembers, double[] spectra, double[] answers, int pixels) {

  static Problems read(String name) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Problems.class.getResourceAsStream(name)),
                StandardCharsets.US_ASCII))) {
      int[] sizes = Arrays.stream(in.readLine().split(",")).mapToInt(Integer::parseInt).toArray();
      double[][] rows = new double[sizes[1]][];
      for (int j = 0; j < rows.length; j++) {
        rows[j] = numbers(in);
      }
      double[] spectra = new double[sizes[2] * sizes[0]];
      double[] answers = new double[sizes[2] * sizes[1]];
      for (int i = 0; i < sizes[2]; i++) {
        System.arraycopy(numbers(in), 0, spectra, i * sizes[0], sizes[0]);
        System.arraycopy(numbers(in), 0, answers, i * sizes[1], sizes[1]);
      }
      return new Problems(endmembers(rows), spectra, answers, sizes[2]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Endmembers endmembers(double[]... rows) {
    boolean[] good = new boolean[rows[0].length];
    Arrays.fill(good, true);
    List<String> names = IntStream.range(0, rows.length).mapToObj(j -> "e" + j).toList();
    return Endmembers.of("test", names, rows, good);
  }

  private static double[] numbers(BufferedReader in) throws IOException {
    return Arrays.stream(in.readLine().split(",")).mapToDouble(Double::parseDouble).toArray();
  }
}
