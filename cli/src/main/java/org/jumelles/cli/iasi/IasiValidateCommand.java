package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.iasi.retrieval.Agreement;
import org.jumelles.iasi.validation.Collocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "validate",
    description = "How the columns of one product agree with those of another.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles iasi validate a.nc reference.nc --km 25 --minutes 60 --json",
      "",
      "Bias and spread of (A - B) / B, correlation; once with B as it is, once with B's",
      "profile seen through A's kernel and prior."
    })
final class IasiValidateCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private PairOptions options = new PairOptions();

  @Override
  public Integer call() {
    PairOptions.Found found = options.find();
    if (found.pairs().size() < 2) {
      throw new IllegalArgumentException(
          found.pairs().size() + " pairs " + options.limits() + ": nothing to compare");
    }
    Agreement plain = Collocation.agreement(found.first(), found.second(), found.pairs(), false);
    Agreement smoothed = Collocation.agreement(found.first(), found.second(), found.pairs(), true);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("gas", found.first().gas());
    document.put("limits", options.limits());
    document.put("unsmoothed", row(plain));
    document.put("smoothed", row(smoothed));
    answer.give(
        document,
        () -> {
          answer.out().println(plain.pairs() + " pairs " + options.limits());
          answer.out().println("as they are:        " + line(plain));
          answer.out().println("through the kernel: " + line(smoothed));
          answer.out().flush();
        });
    return ExitCode.OK;
  }

  private static Map<String, Object> row(Agreement agreement) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("pairs", agreement.pairs());
    row.put("bias", agreement.bias());
    row.put("spread", agreement.spread());
    row.put("correlation", agreement.correlation());
    return row;
  }

  private static String line(Agreement agreement) {
    return String.format(
        Locale.ROOT,
        "bias %+.2f %%  spread %.2f %%  correlation %.4f",
        100 * agreement.bias(),
        100 * agreement.spread(),
        agreement.correlation());
  }
}
