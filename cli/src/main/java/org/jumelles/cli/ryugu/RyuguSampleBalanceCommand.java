package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.MassBalance;
import org.jumelles.ryugu.sample.SampleLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "balance",
    description = "Where the mass of a sample went, with an unaccounted term and its sigma.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  jumelles ryugu sample balance Ryugu --archive grains",
      "",
      "first weight = taken + left + unaccounted. Readings add in quadrature; the error of a",
      "balance's scale is shared by all that was weighed on it and adds linearly."
    })
final class RyuguSampleBalanceCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "ID", description = "A sample's name.")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      SampleLedger ledger = SampleKeeping.ledger(open);
      Fact.Sample sample = ledger.find(name);
      MassBalance balance = MassBalance.of(ledger, sample.name());
      Optional<MassBalance> parents = MassBalance.ofParents(ledger, sample.name());
      Map<String, Object> document = new LinkedHashMap<>(SampleText.document(balance));
      parents.ifPresent(one -> document.put("from_parents", SampleText.document(one)));
      answer.give(document, () -> SampleText.lines(balance).forEach(answer.out()::println));
      return ExitCode.OK;
    }
  }
}
