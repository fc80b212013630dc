package org.jumelles.cli.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.pipeline.ingest.FileReport;
import org.jumelles.pipeline.ingest.FileReport.Fate;
import org.jumelles.pipeline.ingest.FileReport.Units;

/// What became of the files, in words and as a document.
public record IngestReport(List<FileReport> files) {
  public static final IngestReport NOTHING = new IngestReport(List.of());
  private static final int DEFECTS_SHOWN = 5;

  Units units() {
    return files.stream().map(FileReport::units).reduce(Units.NONE, Units::plus);
  }

  long count(Fate fate) {
    return files.stream().filter(file -> file.fate() == fate).count();
  }

  public boolean isNothingNew() {
    return count(Fate.STORED) + count(Fate.REFUSED) == 0;
  }

  /// Whether a file of a format that is read here could not be read.
  public boolean refusedByName() {
    return count(Fate.REFUSED) > 0;
  }

  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("read", files.size());
    for (Fate fate : Fate.values()) {
      document.put(fate.name().toLowerCase(Locale.ROOT), count(fate));
    }
    Map<String, Object> counted = new LinkedHashMap<>();
    counted.put("read", units().read());
    counted.put("good", units().good());
    counted.put("doubtful", units().doubtful());
    counted.put("refused", units().refused());
    document.put("units", counted);
    document.put("defects", defects().stream().map(Defect::sentence).toList());
    return document;
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (files.isEmpty()) {
      return lines;
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Files      %,d read = %,d new + %,d known + %,d refused + %,d left aside"
                + " (of no format that is read here)",
            files.size(),
            count(Fate.STORED),
            count(Fate.KNOWN),
            count(Fate.REFUSED),
            count(Fate.LEFT_ASIDE)));
    if (units().read() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Units      %,d read = %,d good + %,d doubtful + %,d refused"
                  + " (records, channel epochs, events)",
              units().read(),
              units().good(),
              units().doubtful(),
              units().refused()));
    }
    List<Defect> defects = defects();
    defects.stream().limit(DEFECTS_SHOWN).forEach(d -> lines.add("  ! " + d.sentence()));
    if (defects.size() > DEFECTS_SHOWN) {
      lines.add("  ! and " + (defects.size() - DEFECTS_SHOWN) + " more; --json gives them all");
    }
    return lines;
  }

  /// Of files that are read here; what was left aside has none worth a line.
  private List<Defect> defects() {
    return files.stream()
        .filter(file -> file.fate() != Fate.LEFT_ASIDE)
        .flatMap(file -> file.defects().stream())
        .toList();
  }
}
