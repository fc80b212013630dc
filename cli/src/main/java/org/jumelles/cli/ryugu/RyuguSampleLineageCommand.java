package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.SampleLedger;
import org.jumelles.ryugu.sample.SampleLineage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "lineage",
    description = "What a sample came from, and all that was taken from it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles ryugu sample lineage A0001 --archive grains")
final class RyuguSampleLineageCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "ID", description = "A sample's name.")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      SampleLedger ledger = SampleKeeping.ledger(open);
      Fact.Sample sample = ledger.find(name);
      List<SampleLineage.Step> up = SampleLineage.ancestors(ledger, sample.name());
      List<SampleLineage.Step> down = SampleLineage.descendants(ledger, sample.name());
      Map<String, Object> document = SampleText.document(sample);
      document.put("ancestors", up.stream().map(this::document).toList());
      document.put("descendants", down.stream().map(this::document).toList());
      answer.give(document, () -> print(ledger, up, down));
      return ExitCode.OK;
    }
  }

  private Map<String, Object> document(SampleLineage.Step step) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", step.name().given());
    document.put("depth", step.depth());
    document.put("next_to", step.from().map(Object::toString).orElse(""));
    document.put("shown_before", step.again());
    return document;
  }

  private void print(
      SampleLedger ledger, List<SampleLineage.Step> up, List<SampleLineage.Step> down) {
    down.forEach(step -> answer.out().println(line(ledger, step, "")));
    if (up.size() > 1) {
      answer.out().println("came from");
      up.stream().skip(1).forEach(step -> answer.out().println(line(ledger, step, "^ ")));
    }
  }

  private static String line(SampleLedger ledger, SampleLineage.Step step, String mark) {
    String text = ledger.sample(step.name()).map(SampleText::line).orElse(step.name().given());
    return "   ".repeat(step.depth()) + mark + text + (step.again() ? "  (as above)" : "");
  }
}
