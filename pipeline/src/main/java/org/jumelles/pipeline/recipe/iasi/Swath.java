package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.Granules;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.ingest.Programme;

/// One raw granule of the archive, by its entry.
record Swath(Found found) {
  private static final int DEFECTS_KEPT = 100;
  private static final long DAY_NANOS = 86_400_000_000_000L;

  /// Its name for people and scripts: `Metop-A 2012-11-02T00:00:02Z`.
  String subject() {
    return found.entry().key();
  }

  Span span() {
    return found.entry().span();
  }

  /// The UTC day that a name of days ends in, such as `Metop-A 2012-11-02`.
  static Span day(String subject) {
    Moment start = Utc.parse(subject.substring(subject.length() - 10) + "T00:00:00");
    return new Span(start, start.plusNanos(DAY_NANOS - 1));
  }

  /// From the beginning of the first day of a time to the end of its last.
  static Span days(Span span) {
    Span always = Query.ALWAYS;
    return new Span(
        span.start().equals(always.start()) ? always.start() : day(date(span.start())).start(),
        span.end().equals(always.end()) ? always.end() : day(date(span.end())).end());
  }

  private static String date(Moment moment) {
    return Utc.text(moment).substring(0, 10);
  }

  String platform() {
    return found.entry().attributes().getOrDefault("platform", "not known");
  }

  /// Whether this program made it, with the states that are truly in it.
  boolean isSimulated() {
    return platform().equals(Programme.SIMULATED_PLATFORM);
  }

  /// What a step does with an open granule.
  interface Use<T> {
    T of(Granule granule) throws IOException;
  }

  <T> T open(Archive archive, Use<T> use) throws IOException {
    Path file = archive.path(found.product(), found.entry().payload());
    try (Arena arena = Arena.ofConfined()) {
      return use.of(Granules.open(Bytes.map(file, arena)));
    }
  }

  /// What a step does with a line.
  interface LineUse {
    void take(ScanLine line) throws IOException;
  }

  /// Each line that can be read, in order; what was wrong with the others.
  static List<Defect> eachLine(Granule granule, LineUse use) throws IOException {
    List<Defect> defects = new ArrayList<>();
    for (int i = 0; i < granule.lineCount(); i++) {
      Outcome<ScanLine> line = granule.line(i);
      line.defects().stream().limit(DEFECTS_KEPT - defects.size()).forEach(defects::add);
      if (line.found().isPresent()) {
        use.take(line.found().get());
      }
    }
    return defects;
  }
}
