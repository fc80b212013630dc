package org.jumelles.cli.seis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.seis.velocity.Arrival;
import org.jumelles.seis.velocity.TravelTimes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "traveltimes",
    description = "When the first wave of each phase arrives, through a velocity model.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis traveltimes --distance 30 --depth 20 --phases P,S,PP,SS,ScS",
      "  jumelles seis traveltimes --model moon.nd --distance 60 --json",
      "",
      "Without --model: the body's, a simple Mars by default. What had to be mended in a model is told."
    })
final class SeisTravelTimesCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private BodyOption body = new BodyOption();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = ".nd or .tvel; else the body's first.")
  private @Nullable Path model;

  @Option(names = "--distance", required = true, paramLabel = "DEG", description = "0 to 180.")
  private double distanceDeg;

  @Option(names = "--depth", paramLabel = "KM", defaultValue = "30", description = "Source. (30)")
  private double depthKm;

  @Option(
      names = "--phases",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "P,S",
      description = "As TauP names them. (P,S)")
  private List<String> phases = List.of();

  @Override
  public Integer call() throws IOException {
    List<Path> files = model == null ? List.of() : List.of(model);
    TravelTimes times = PlanetModels.need(files, body.orDefault(answer), answer).getFirst().times();
    List<Map<String, Object>> rows = new ArrayList<>();
    Map<String, Optional<Arrival>> arrivals = new LinkedHashMap<>();
    for (String phase : phases) {
      Optional<Arrival> first = times.first(phase.strip(), distanceDeg, depthKm);
      arrivals.put(phase.strip(), first);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("phase", phase.strip());
      row.put("time_s", first.map(Arrival::seconds).orElse(Double.NaN));
      row.put("ray_parameter_s_deg", first.map(Arrival::secondsPerDeg).orElse(Double.NaN));
      row.put("incidence_deg", first.map(Arrival::incidenceDeg).orElse(Double.NaN));
      rows.add(row);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("model", times.profile().name());
    document.put("distance_deg", distanceDeg);
    document.put("depth_km", depthKm);
    document.put("arrivals", rows);
    answer.give(document, () -> table(arrivals));
    return ExitCode.OK;
  }

  private void table(Map<String, Optional<Arrival>> arrivals) {
    answer.out().printf(Locale.ROOT, "%-8s %10s %10s %9s%n", "phase", "time_s", "s_deg", "inc_deg");
    arrivals.forEach(
        (phase, first) ->
            answer
                .out()
                .println(
                    first
                        .map(
                            arrival ->
                                String.format(
                                    Locale.ROOT,
                                    "%-8s %10.3f %10.4f %9.2f",
                                    phase,
                                    arrival.seconds(),
                                    arrival.secondsPerDeg(),
                                    arrival.incidenceDeg()))
                        .orElse(String.format(Locale.ROOT, "%-8s %10s", phase, "-"))));
    answer.out().flush();
  }
}
