package org.jumelles.cli.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.run.Selection;
import picocli.CommandLine.Option;

/// Which part of all work is wanted.
final class SelectionOption {
  @Option(
      names = "--recipe",
      paramLabel = "GLOB",
      split = ",",
      description = {
        "Only recipes of this name, such as 'seis/*' or iasi/column; may be given again. What",
        "their products are made of is made too."
      })
  private List<String> recipes = List.of();

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Only from inputs that reach this UTC time or later ones, 2019-05-23T00:00:00.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Only from inputs that begin at this UTC time or before.")
  private @Nullable String to;

  /// @throws IllegalArgumentException where a time is none, or the end is before the beginning
  Selection selection() {
    Moment start = from == null ? Query.ALWAYS.start() : time("--from", from);
    Moment end = to == null ? Query.ALWAYS.end() : time("--to", to);
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("--to " + to + " is before --from " + from);
    }
    return Selection.of(recipes, new Span(start, end));
  }

  private static Moment time(String name, String text) {
    try {
      return Utc.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
