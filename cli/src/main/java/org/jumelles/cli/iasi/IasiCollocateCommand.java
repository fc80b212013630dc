package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.iasi.validation.Collocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "collocate",
    description = "Pairs of columns of two products, near in space and time.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi collocate a.nc b.nc --km 25 --minutes 60 --json",
      "",
      "For each column of A the nearest one of B. Observations are counted from zero."
    })
final class IasiCollocateCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private PairOptions options = new PairOptions();

  @Override
  public Integer call() {
    PairOptions.Found found = options.find();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Collocation.Pair pair : found.pairs()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("a", pair.first());
      row.put("b", pair.second());
      row.put("km", pair.km());
      row.put("minutes", pair.seconds() / 60);
      row.put("a_column", found.first().column()[pair.first()]);
      row.put("b_column", found.second().column()[pair.second()]);
      rows.add(row);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("gas", found.first().gas());
    document.put("unit", "mol m-2");
    document.put("limits", options.limits());
    document.put("a_observations", found.first().count());
    document.put("b_observations", found.second().count());
    document.put("pairs", rows);
    answer.give(document, () -> text(found));
    return ExitCode.OK;
  }

  private void text(PairOptions.Found found) {
    answer.out().println(found.pairs().size() + " pairs " + options.limits());
    for (Collocation.Pair pair : found.pairs()) {
      answer
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%6d %6d  %6.1f km  %7.1f min  %.5f  %.5f mol m-2",
                  pair.first(),
                  pair.second(),
                  pair.km(),
                  pair.seconds() / 60,
                  found.first().column()[pair.first()],
                  found.second().column()[pair.second()]));
    }
    answer.out().flush();
  }
}
