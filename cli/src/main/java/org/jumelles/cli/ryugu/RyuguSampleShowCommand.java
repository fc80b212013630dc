package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.sample.Condition;
import org.jumelles.ryugu.sample.Entry;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.SampleLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "All that is recorded of one sample; without a name, the samples there are.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles ryugu sample show A0001 --archive grains")
final class RyuguSampleShowCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", arity = "0..1", paramLabel = "ID", description = "A sample's name.")
  private @Nullable String name;

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      SampleLedger ledger = SampleKeeping.ledger(open);
      tellBroken(ledger);
      if (name == null) {
        list(ledger);
      } else {
        one(ledger, ledger.find(name));
      }
      return ExitCode.OK;
    }
  }

  private void tellBroken(SampleLedger ledger) {
    ledger.entries().stream()
        .filter(Entry::isRefused)
        .flatMap(entry -> entry.outcome().defects().stream())
        .map(Defect::sentence)
        .forEach(answer::say);
  }

  private void list(SampleLedger ledger) {
    List<Map<String, Object>> rows = ledger.samples().stream().map(SampleText::document).toList();
    answer.give(
        Map.of("samples", rows),
        () -> ledger.samples().forEach(sample -> answer.out().println(SampleText.line(sample))));
  }

  private void one(SampleLedger ledger, Fact.Sample sample) {
    Map<String, Object> document = SampleText.document(sample);
    document.put("condition", Condition.of(ledger, sample.name()).toString());
    ledger.place(sample.name()).ifPresent(place -> document.put("place", place));
    document.put(
        "contaminations",
        Condition.contaminations(ledger, sample.name()).stream()
            .map(stain -> stain.substance() + ", " + stain.date() + ", as " + stain.name())
            .toList());
    document.put(
        "children", ledger.children(sample.name()).stream().map(Object::toString).toList());
    document.put(
        "loans",
        ledger.loans(LocalDate.now(ZoneOffset.UTC)).stream()
            .filter(status -> status.loan().name().equals(sample.name()))
            .map(SampleText::document)
            .toList());
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Entry entry : ledger.history(sample.name())) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("number", entry.row().number());
      row.put("entry", entry.row().kind());
      row.put("fields", entry.corrected().body());
      if (!entry.row().body().equals(entry.corrected().body())) {
        row.put("before_correction", entry.row().body());
      }
      row.put("doubts", entry.outcome().defects().stream().map(Defect::found).toList());
      entries.add(row);
    }
    document.put("entries", entries);
    answer.give(document, () -> print(ledger, sample, document));
  }

  private void print(SampleLedger ledger, Fact.Sample sample, Map<String, Object> document) {
    var out = answer.out();
    out.println(SampleText.line(sample));
    out.println("  condition   " + document.get("condition"));
    ledger.place(sample.name()).ifPresent(place -> out.println("  kept in     " + place));
    sample.parents().forEach(portion -> out.println("  from        " + portion.parent()));
    ledger.children(sample.name()).forEach(child -> out.println("  taken       " + child));
    Condition.contaminations(ledger, sample.name())
        .forEach(
            stain ->
                out.println(
                    "  met         "
                        + stain.substance()
                        + ", "
                        + stain.date()
                        + ", as "
                        + stain.name()));
    ledger.loans(LocalDate.now(ZoneOffset.UTC)).stream()
        .filter(status -> status.loan().name().equals(sample.name()))
        .forEach(status -> out.println("  loan        " + SampleText.line(status)));
    for (Entry entry : ledger.history(sample.name())) {
      out.println(
          "  entry "
              + entry.row().number()
              + "     "
              + entry.row().kind()
              + " "
              + entry.corrected().body()
              + (entry.row().body().equals(entry.corrected().body()) ? "" : " (corrected)"));
      entry.outcome().defects().forEach(doubt -> out.println("    doubt     " + doubt.found()));
    }
  }
}
