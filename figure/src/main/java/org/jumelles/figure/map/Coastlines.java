package org.jumelles.figure.map;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The outlines of the lands, as runs of longitude and latitude in degrees.
public final class Coastlines {
  private static final String FILE = "coastlines.txt";

  private Coastlines() {}

  /// Each line's longitudes and latitudes in turn; none crosses the date line.
  public static List<double[]> lines() {
    List<double[]> lines = new ArrayList<>();
    try (InputStream stream = Coastlines.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new AssertionError("the program came without " + FILE);
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
      reader.lines().filter(row -> !row.startsWith("#")).forEach(row -> lines.add(line(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static double[] line(String row) {
    String[] cells = row.split(" ", -1);
    double[] line = new double[cells.length];
    int[] at = new int[2];
    for (int i = 0; i < cells.length; i++) {
      at[i % 2] += Integer.parseInt(cells[i]);
      line[i] = at[i % 2] / 100.0;
    }
    return line;
  }
}
