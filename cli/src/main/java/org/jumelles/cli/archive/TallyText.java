package org.jumelles.cli.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.pipeline.run.Tally;

/// The counts of a run, in words and as a document.
public final class TallyText {
  private static final int DEFECTS_SHOWN = 5;

  private TallyText() {}

  public static Map<String, Object> document(Tally tally) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("planned", tally.planned());
    document.put("known", tally.known());
    document.put("good", tally.good());
    document.put("doubtful", tally.doubtful());
    document.put("refused", tally.refused());
    document.put("broken", tally.broken());
    if (tally.elsewhere() > 0) {
      document.put("refused_elsewhere", tally.elsewhere());
    }
    if (tally.leftOut() > 0) {
      document.put("left_out", tally.leftOut());
    }
    document.put("defects", tally.defects().stream().map(Defect::sentence).toList());
    return document;
  }

  public static List<String> lines(Tally tally) {
    List<String> lines = new ArrayList<>();
    if (tally.leftOut() > 0) {
      lines.add(String.format(Locale.ROOT, "Left out   %,d by recipe or time", tally.leftOut()));
    }
    if (tally.planned() == 0) {
      return lines;
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "Products   %,d planned = %,d known + %,d good + %,d doubtful + %,d refused%s%s",
            tally.planned(),
            tally.known(),
            tally.good(),
            tally.doubtful(),
            tally.refused(),
            tally.broken() > 0 ? " + " + tally.broken() + " broken" : "",
            tally.elsewhere() > 0 ? " + " + tally.elsewhere() + " refused elsewhere" : ""));
    tally.defects().stream()
        .limit(DEFECTS_SHOWN)
        .forEach(defect -> lines.add("  ! " + defect.sentence()));
    if (tally.defects().size() > DEFECTS_SHOWN) {
      lines.add("  ! and " + (tally.defects().size() - DEFECTS_SHOWN) + " more");
    }
    return lines;
  }
}
