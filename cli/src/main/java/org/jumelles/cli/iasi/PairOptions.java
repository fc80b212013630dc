package org.jumelles.cli.iasi;

import java.nio.file.Path;
import java.util.List;
import org.jumelles.iasi.validation.Collocation;
import org.jumelles.iasi.validation.ColumnSet;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Two products and when their columns are a pair.
final class PairOptions {
  @Parameters(index = "0", paramLabel = "A", description = "Columns that `iasi retrieve` wrote.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "The reference, likewise.")
  private Path second = Path.of("");

  @Option(names = "--km", defaultValue = "25", paramLabel = "KM", description = "At most. (25)")
  private double km = 25;

  @Option(names = "--minutes", defaultValue = "60", paramLabel = "M", description = "At most. (60)")
  private double minutes = 60;

  @Option(names = "--doubtful", description = "Doubtful columns take part.")
  private boolean doubtful;

  /// Both products and their pairs.
  record Found(ColumnSet first, ColumnSet second, List<Collocation.Pair> pairs) {}

  Found find() {
    ColumnSet a = ColumnFiles.read(first);
    ColumnSet b = ColumnFiles.read(second);
    if (!a.gas().equals(b.gas())) {
      throw new IllegalArgumentException(first + " has " + a.gas() + ", " + second + " " + b.gas());
    }
    return new Found(a, b, Collocation.of(a, b, km, 60 * minutes, doubtful));
  }

  String limits() {
    return "within "
        + km
        + " km and "
        + minutes
        + " minutes"
        + (doubtful ? "" : ", good ones alone");
  }
}
