package org.jumelles.pipeline.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Utc;
import org.jumelles.ryugu.sample.Entry;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.Row;
import org.jumelles.ryugu.sample.SampleLedger;

/// The ledger of samples as the archive keeps it.
public final class SampleKeeping {
  private static final String KIND = "sample/";

  private SampleKeeping() {}

  /// What became of the rows of a file: read = good + doubtful + refused + known.
  ///
  /// @param known rows that the ledger held already, word for word
  /// @param defects of the doubtful and the refused, in the order of the file
  public record Taken(int good, int doubtful, int refused, int known, List<Defect> defects) {
    public Taken {
      defects = List.copyOf(defects);
    }

    public int read() {
      return good + doubtful + refused + known;
    }
  }

  public static SampleLedger ledger(Archive archive) {
    return SampleLedger.of(rows(archive));
  }

  /// When and by whom the newest entry was recorded.
  public record Newest(String recordedUtc, String author) {}

  /// @throws IllegalArgumentException where there is none
  public static Newest newest(Archive archive) {
    LedgerEntry newest =
        archive.ledger().stream()
            .filter(entry -> entry.kind().startsWith(KIND))
            .reduce((_, later) -> later)
            .orElseThrow(() -> new IllegalArgumentException("the ledger holds no sample"));
    return new Newest(Utc.text(newest.time()), newest.author());
  }

  private static List<Row> rows(Archive archive) {
    List<Row> rows = new ArrayList<>();
    for (LedgerEntry entry : archive.ledger()) {
      if (entry.kind().startsWith(KIND)) {
        rows.add(Row.kept(entry.sequence(), entry.kind().substring(KIND.length()), entry.body()));
      }
    }
    return rows;
  }

  /// Records the rows of a file that the ledger can hold; the others are told and left out, and so
  /// is what depends on them. Taking a file again takes only what is new in it.
  ///
  /// @param dryRun judge only, record nothing
  public static Taken take(Archive archive, SampleTable table, String author, boolean dryRun)
      throws IOException {
    List<Row> kept = rows(archive);
    List<Row> fresh = new ArrayList<>();
    Set<Said> known = new HashSet<>();
    kept.forEach(row -> known.add(Said.by(row)));
    table.rows().stream().filter(row -> !known.contains(Said.by(row))).forEach(fresh::add);
    List<Defect> defects = new ArrayList<>(table.broken());
    List<Entry> judged = judge(kept, fresh, defects);
    int doubtful = 0;
    int refused = table.broken().size() + fresh.size() - judged.size();
    List<Ledger.Note> notes = new ArrayList<>();
    for (Entry entry : judged) {
      defects.addAll(entry.outcome().defects());
      if (entry.isRefused()) {
        refused++;
      } else {
        doubtful += entry.outcome() instanceof Outcome.Doubtful<Fact> ? 1 : 0;
        notes.add(new Ledger.Note(author, KIND + entry.row().kind(), entry.row().body()));
      }
    }
    if (!dryRun && !notes.isEmpty()) {
      archive.append(notes);
    }
    return new Taken(
        notes.size() - doubtful, doubtful, refused, table.rows().size() - fresh.size(), defects);
  }

  private record Said(String kind, Map<String, String> body) {
    static Said by(Row row) {
      return new Said(row.kind(), row.body());
    }
  }

  /// Judges new rows beside what is kept. Changes of kept entries that would make another of them
  /// impossible are refused, every one: which of them is wrong cannot be told.
  private static List<Entry> judge(List<Row> kept, List<Row> fresh, List<Defect> defects) {
    List<Entry> before = SampleLedger.of(kept).entries();
    List<Entry> all = SampleLedger.of(join(kept, fresh)).entries();
    for (int i = 0; i < kept.size(); i++) {
      if (all.get(i).isRefused() && !before.get(i).isRefused()) {
        Defect harm = all.get(i).outcome().defects().getFirst();
        List<Row> harmless = new ArrayList<>();
        for (Row row : fresh) {
          if (isChange(row)) {
            defects.add(
                row.defect("of", "with it " + row(kept, i) + " could not be: " + harm.found()));
          } else {
            harmless.add(row);
          }
        }
        return SampleLedger.of(join(kept, harmless))
            .entries()
            .subList(kept.size(), kept.size() + harmless.size());
      }
    }
    for (int i = 0; i < kept.size(); i++) {
      List<Defect> told = before.get(i).outcome().defects();
      all.get(i).outcome().defects().stream()
          .filter(doubt -> !told.contains(doubt))
          .forEach(defects::add);
    }
    return all.subList(kept.size(), all.size());
  }

  private static String row(List<Row> kept, int i) {
    return "entry " + kept.get(i).number() + " (" + kept.get(i).kind() + ")";
  }

  private static boolean isChange(Row row) {
    return row.kind().equals("correction") || row.kind().equals("withdrawal");
  }

  private static List<Row> join(List<Row> kept, List<Row> fresh) {
    List<Row> all = new ArrayList<>(kept);
    all.addAll(fresh);
    return all;
  }
}
