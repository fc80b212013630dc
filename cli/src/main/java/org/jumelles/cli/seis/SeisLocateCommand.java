package org.jumelles.cli.seis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.InputFile;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.location.Density;
import org.jumelles.seis.location.Distance;
import org.jumelles.seis.location.Locator;
import org.jumelles.seis.location.Pick;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "locate",
    description = "How far an event was, from its P and S: a density over distance.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis locate --p 2022-05-04T23:27:45.8 --s 2022-05-04T23:31:20.2",
      "  jumelles seis locate --p TIME --s TIME --model one.nd --model two.nd --json",
      "  jumelles seis locate --p TIME --s TIME --guided        Pg and Sg of a HF event"
    })
final class SeisLocateCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private BodyOption body = new BodyOption();

  @Option(names = "--p", required = true, paramLabel = "TIME", description = "P, UTC.")
  private String p = "";

  @Option(names = "--s", required = true, paramLabel = "TIME", description = "S, UTC.")
  private String s = "";

  @Option(names = "--p-sigma", paramLabel = "SEC", defaultValue = "2", description = "(2)")
  private double pSigmaSeconds;

  @Option(names = "--s-sigma", paramLabel = "SEC", defaultValue = "5", description = "(5)")
  private double sSigmaSeconds;

  @Option(
      names = "--model",
      arity = "1..*",
      paramLabel = "FILE",
      description = ".nd or .tvel, of equal weight; else the body's.")
  private List<Path> models = List.of();

  @Option(names = "--guided", description = "The picks are Pg and Sg, in the crust.")
  private boolean guided;

  @Override
  public Integer call() throws IOException {
    Pick first = new Pick(Utc.parse(p), pSigmaSeconds);
    Pick second = new Pick(Utc.parse(s), sSigmaSeconds);
    Body on = body.orDefault(answer);
    List<String> used = new ArrayList<>();
    Outcome<Distance> outcome = locate(first, second, on, used);
    Distance found = InputFile.need(outcome, answer);
    answer.give(document(found, on, used), () -> text(found));
    return ExitCode.OK;
  }

  private Outcome<Distance> locate(Pick first, Pick second, Body on, List<String> used)
      throws IOException {
    if (guided) {
      return Locator.guided(first, second, on.radiusKm(), on.location());
    }
    List<Locator.Weighted> times = PlanetModels.need(models, on, answer);
    times.forEach(one -> used.add(one.times().profile().name()));
    return Locator.of(times, on.location()).locate(first, second);
  }

  private static Map<String, Object> document(Distance found, Body on, List<String> used) {
    Density pdf = found.pdf();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("distance_deg", found.degrees());
    document.put("sigma_deg", found.sigmaDeg());
    document.put("maximum_deg", pdf.maximum());
    document.put("interval_68_deg", List.of(pdf.quantile(0.16), pdf.quantile(0.84)));
    document.put("origin_time", Utc.text(found.originTime()));
    document.put("origin_sigma_s", found.originSigmaSeconds());
    document.put("method_id", found.methodId());
    document.put("models", used);
    document.put("body", on.name());
    document.put("pdf", pdf(pdf));
    return document;
  }

  /// As QuakeML's single-station extension has it.
  static Map<String, Object> pdf(Density pdf) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("variable", pdf.variable());
    document.put("probability", pdf.density());
    return document;
  }

  private void text(Distance found) {
    answer
        .out()
        .printf(
            Locale.ROOT,
            "%.2f degrees, sigma %.2f, 68 %% within %.2f to %.2f; origin %s, sigma %.1f s%n",
            found.degrees(),
            found.sigmaDeg(),
            found.pdf().quantile(0.16),
            found.pdf().quantile(0.84),
            Utc.text(found.originTime()),
            found.originSigmaSeconds());
    answer.out().flush();
  }
}
