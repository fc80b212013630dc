package org.jumelles.cli.iasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.iasi.detection.BandBasis;
import org.jumelles.iasi.detection.Basis;
import org.jumelles.iasi.detection.Compression;
import org.jumelles.iasi.detection.PlumeKind;
import org.jumelles.iasi.detection.RangeIndex;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;

/// A hyperspectral range index ready for lines: its band, its target, its weights.
record PlumeIndex(Compression compression, RangeIndex index) {
  /// A plume well above the water, colder than the ground.
  private static final double PLUME_K = 225;

  double[] of(ScanLine line) {
    return index.of(compression.normalised(line));
  }

  /// An index for a parametric plume.
  ///
  /// @throws IllegalArgumentException where the basis does not hold its channels
  static PlumeIndex of(Basis basis, PlumeKind kind) {
    double[] range = kind == PlumeKind.SO2 ? new double[] {1310, 1420} : new double[] {800, 1140};
    int first = Channels.nearest(range[0]);
    int last = Channels.nearest(range[1]);
    BandBasis band = band(basis, first, last);
    double[] background = new double[last - first + 1];
    for (int i = 0; i < background.length; i++) {
      int c = first - band.firstChannel() + i;
      background[i] = band.mean()[c] * band.noise()[c];
    }
    double[] target = kind.change(first, background, PLUME_K);
    return new PlumeIndex(new Compression(band), new RangeIndex(band, first, target));
  }

  /// An index for the user's own target: rows of wavenumber in cm-1 and change of radiance, on
  /// every channel from the first to the last.
  static PlumeIndex of(Basis basis, Path csv) throws IOException {
    NavigableMap<Integer, Double> rows = new TreeMap<>();
    List<String> lines = Files.readAllLines(csv);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      Optional<double[]> row = row(line);
      if (row.isPresent()) {
        rows.put(Channels.nearest(row.get()[0]), row.get()[1]);
      } else if (i > 0 && !line.isEmpty() && !line.startsWith("#")) {
        throw new IllegalArgumentException(
            csv + ", line " + (i + 1) + ": '" + line + "' is not 'wavenumber,change'");
      }
    }
    if (rows.size() < 2 || rows.lastKey() - rows.firstKey() + 1 != rows.size()) {
      throw new IllegalArgumentException(
          csv + ": " + rows.size() + " channels; wanted two or more, every 0.25 cm-1");
    }
    BandBasis band = band(basis, rows.firstKey(), rows.lastKey());
    double[] target = rows.values().stream().mapToDouble(Double::doubleValue).toArray();
    return new PlumeIndex(new Compression(band), new RangeIndex(band, rows.firstKey(), target));
  }

  private static Optional<double[]> row(String line) {
    String[] cells = line.split("[,;\\s]+", -1);
    if (cells.length < 2) {
      return Optional.empty();
    }
    try {
      return Optional.of(new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])});
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static BandBasis band(Basis basis, int first, int last) {
    return basis.bands().stream()
        .filter(band -> band.firstChannel() <= first && last <= band.lastChannel())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no band of the basis holds channels " + first + " to " + last));
  }
}
