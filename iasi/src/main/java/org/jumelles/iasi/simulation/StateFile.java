package org.jumelles.iasi.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// What is truly below each simulated pixel, as a table of text.
///
/// | column | meaning |
/// |---|---|
/// | line, efov, pixel | place in the granule, from zero |
/// | air_k | temperature at the ground, which tells the profile: see [SimulatedAir] |
/// | surface_k | temperature of the ground |
/// | cloud_fraction | 0 to 1 |
/// | scale | of the usual carbon monoxide |
/// | column_per_cm2 | carbon monoxide above the pixel, molecules cm-2 |
public final class StateFile {
  private static final String HEADER =
      "line,efov,pixel,air_k,surface_k,cloud_fraction,scale,column_per_cm2";

  private StateFile() {}

  /// @throws IllegalArgumentException where the granule's spectra come from a basis
  public static String text(SimulatedGranule granule) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    Map<Integer, Double> columns = new HashMap<>();
    for (int line = 0; line < granule.lineCount(); line++) {
      List<SimulatedState> states = granule.states(granule.geometry(line));
      if (states.isEmpty()) {
        throw new IllegalArgumentException("spectra of a basis have no state");
      }
      for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
        SimulatedState state = states.get(pixel);
        double usual = columns.computeIfAbsent(state.groundK(), StateFile::column);
        text.append(
            String.format(
                Locale.ROOT,
                "%d,%d,%d,%d,%.4f,%.4f,%.5f,%.6e\n",
                line,
                pixel / ScanLine.PIXELS_PER_VIEW,
                pixel % ScanLine.PIXELS_PER_VIEW,
                state.groundK(),
                state.surfaceK(),
                state.cloudFraction(),
                state.scale(),
                usual * state.scale()));
      }
    }
    return text.toString();
  }

  private static double column(int groundK) {
    return SimulatedAir.seen(groundK, 0).columnPerCm2(SimulatedAir.CARBON_MONOXIDE);
  }

  /// One pixel's truth.
  ///
  /// @param columnPerCm2 of carbon monoxide, molecules cm-2
  public record Row(SimulatedState state, double columnPerCm2) {}

  /// By [#place], in order.
  ///
  /// @throws MalformedDataException where it is no such file
  public static Map<Integer, Row> read(Path file) throws IOException {
    Map<Integer, Row> rows = new TreeMap<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 1;
      String header = in.readLine();
      if (!HEADER.equals(header)) {
        throw malformed(file, number, String.valueOf(header));
      }
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        number++;
        try {
          String[] cells = line.split(",", -1);
          SimulatedState state =
              new SimulatedState(
                  Integer.parseInt(cells[3]),
                  Double.parseDouble(cells[4]),
                  Double.parseDouble(cells[5]),
                  Double.parseDouble(cells[6]));
          int pixel =
              ScanLine.PIXELS_PER_VIEW * Integer.parseInt(cells[1]) + Integer.parseInt(cells[2]);
          rows.put(
              place(Integer.parseInt(cells[0]), pixel),
              new Row(state, Double.parseDouble(cells[7])));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
          throw malformed(file, number, "'" + line + "' " + unreadable.getMessage());
        }
      }
    }
    return rows;
  }

  /// One number for a pixel of a line.
  ///
  /// @param pixel 0 to 119
  public static int place(int line, int pixel) {
    return line * ScanLine.PIXELS + pixel;
  }

  private static MalformedDataException malformed(Path file, int line, String found) {
    return new MalformedDataException(
        file.toString(), new Place.LineColumn(line, 1), "row", HEADER, found);
  }
}
