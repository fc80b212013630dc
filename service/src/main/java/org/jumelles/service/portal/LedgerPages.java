package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jumelles.accord.Accord;
import org.jumelles.accord.fact.Fact;
import org.jumelles.archive.Archive;
import org.jumelles.archive.LedgerCheck;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.store.Problem;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.page.Html;

/// The ledger for those who have to prove something later: its chain checked line by line, the last
/// facts that were written, and all that was ever written about one.
final class LedgerPages {
  private static final String PATH = "/accord/ledger";
  private static final int SHOWN = 50;

  private final Archive archive;

  LedgerPages(Archive archive) {
    this.archive = archive;
  }

  Answer page(Parameters asked) {
    String key = asked.text("fact");
    List<LedgerEntry> entries =
        key.isEmpty() ? facts().reversed() : new Partnership(archive).history(key).reversed();
    String heading =
        key.isEmpty() ? "The facts that were written last" : "All that was written about " + key;
    return Frame.job(
        PATH,
        "Ledger",
        "Append-only: a later fact takes the place of an earlier one, and both stay. Each line bears"
            + " the hash of the one before.",
        Frame.form(PATH, Frame.field("Fact, such as role/CNES-SEIS", "fact", "text", key))
            + Frame.section("The chain", chain())
            + Frame.section(heading, table(entries)));
  }

  private List<LedgerEntry> facts() {
    return archive.ledger().stream()
        .filter(entry -> entry.kind().startsWith(Accord.LEDGER))
        .filter(entry -> entry.body().containsKey(Fact.ID))
        .toList();
  }

  private String chain() {
    LedgerCheck check = archive.verifyLedger();
    if (check.problems().isEmpty()) {
      return "<p class=\"verdict\"><strong>Clean.</strong> "
          + Html.count(check.entries())
          + " entries, each chained to the one before, and every row of the catalogue says the"
          + " same.</p>";
    }
    return "<p class=\"verdict gap\"><strong>Not clean.</strong> "
        + check.problems().stream()
            .limit(SHOWN)
            .map(Problem::sentence)
            .map(Html::text)
            .collect(Collectors.joining("<br>"))
        + "</p>";
  }

  private static String table(List<LedgerEntry> entries) {
    List<List<String>> rows = new ArrayList<>();
    for (LedgerEntry entry : entries.stream().limit(SHOWN).toList()) {
      String key =
          entry.kind().substring(Accord.LEDGER.length())
              + "/"
              + entry.body().getOrDefault(Fact.ID, "");
      rows.add(
          List.of(
              Long.toString(entry.sequence()),
              Frame.link(PATH + "?fact=" + Parameters.encoded(key), key),
              text(fields(entry.body())),
              text(entry.author()),
              Html.time(entry.time()),
              "<span class=\"id\">" + Html.shortId(entry.hash()) + "</span>"));
    }
    String rest =
        entries.size() > SHOWN
            ? "<p>The last " + SHOWN + " of " + Html.count(entries.size()) + ".</p>"
            : "";
    return rest
        + new Table(
                "Entries of the ledger",
                List.of("Entry", "fact", "says", "author", "written", "hash"),
                rows)
            .html();
  }

  private static String fields(Map<String, String> body) {
    return body.entrySet().stream()
        .filter(field -> !field.getKey().equals(Fact.ID))
        .map(field -> field.getKey() + ": " + field.getValue())
        .collect(Collectors.joining("; "));
  }
}
