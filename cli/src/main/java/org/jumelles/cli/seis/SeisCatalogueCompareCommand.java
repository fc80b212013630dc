package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.catalogue.CatalogueRow;
import org.jumelles.seis.catalogue.Comparison;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Quality;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    description = "What catalogue A has of catalogue B, and by how much they differ.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis catalogue compare ours.xml theirs.xml",
      "  jumelles seis catalogue compare ours.xml mqs_v14_events.csv --json \\",
      "      --from 2019-05-23T02:00:00 --to 2019-05-23T03:00:00",
      "",
      "QuakeML, or CSV with a heading. Residuals are A less B; an event of B outside of",
      "--from to --to is not missed. x_picks.csv beside x_events.csv is read with it."
    })
final class SeisCatalogueCompareCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(index = "0", paramLabel = "A", description = "The catalogue that is tried.")
  private Path tried = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "The reference.")
  private Path reference = Path.of("");

  @Option(
      names = "--within",
      paramLabel = "SEC",
      defaultValue = "120",
      description = "Arrivals that differ by more are of two events (120).")
  private double withinSeconds;

  @Option(names = "--from", paramLabel = "TIME", description = "A was searched from here, UTC.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "A was searched up to here, UTC.")
  private @Nullable String to;

  @Override
  public Integer call() throws IOException {
    if (!(withinSeconds >= 0)) {
      throw new IllegalArgumentException("--within " + withinSeconds);
    }
    List<CatalogueRow> ours = Catalogue.read(tried, answer).rows();
    List<CatalogueRow> theirs = Catalogue.read(reference, answer).rows();
    Comparison found = Comparison.of(ours, theirs, withinSeconds, covered());
    answer.give(document(found), () -> text(found));
    return ExitCode.OK;
  }

  private Optional<Span> covered() {
    if (from == null && to == null) {
      return Optional.empty();
    }
    Moment first = from == null ? Moment.MIN : Utc.parse(from);
    Moment last = to == null ? Moment.MAX : Utc.parse(to);
    return Optional.of(new Span(first, last));
  }

  private static Map<String, Object> document(Comparison found) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("matched", found.matched().size());
    document.put("missed", found.missed().size());
    document.put("extra", found.extra().size());
    document.put("residuals", residuals(found));
    document.put("type_same", types(found, true));
    document.put("type_different", types(found, false));
    document.put("pairs", found.matched().stream().map(pair -> row(pair)).toList());
    document.put("missed_events", found.missed().stream().map(one -> row(one)).toList());
    document.put("extra_events", found.extra().stream().map(one -> row(one)).toList());
    return document;
  }

  private static long types(Comparison found, boolean same) {
    return found.matched().stream()
        .filter(pair -> pair.isTypeTheSame().filter(is -> is == same).isPresent())
        .count();
  }

  private static Map<String, Object> residuals(Comparison found) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("arrival_s", spread(found, pair -> OptionalDouble.of(pair.arrivalSeconds())));
    all.put("p_s", spread(found, Comparison.Pair::firstSeconds));
    all.put("s_s", spread(found, Comparison.Pair::secondSeconds));
    all.put("distance_deg", spread(found, Comparison.Pair::distanceDeg));
    all.put("azimuth_deg", spread(found, Comparison.Pair::azimuthDeg));
    all.put("magnitude", spread(found, Comparison.Pair::magnitude));
    return all;
  }

  /// How many, median, and the median of the moduli about it.
  private static Map<String, Object> spread(
      Comparison found, Function<Comparison.Pair, OptionalDouble> of) {
    double[] values =
        found.matched().stream()
            .map(of)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .sorted()
            .toArray();
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("count", values.length);
    if (values.length > 0) {
      double median = median(values);
      double[] apart = Arrays.stream(values).map(v -> Math.abs(v - median)).sorted().toArray();
      told.put("median", median);
      told.put("median_deviation", median(apart));
      told.put("least", values[0]);
      told.put("greatest", values[values.length - 1]);
    }
    return told;
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  }

  private static Map<String, Object> row(Comparison.Pair pair) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("a", pair.tried().name());
    row.put("b", pair.reference().name());
    row.put("arrival_s", pair.arrivalSeconds());
    put(row, "p_s", pair.firstSeconds());
    put(row, "s_s", pair.secondSeconds());
    put(row, "distance_deg", pair.distanceDeg());
    put(row, "azimuth_deg", pair.azimuthDeg());
    put(row, "magnitude", pair.magnitude());
    row.put("type_a", pair.tried().type().map(EventType::shortName).orElse(""));
    row.put("type_b", pair.reference().type().map(EventType::shortName).orElse(""));
    row.put("quality_a", pair.tried().quality().map(Quality::name).orElse(""));
    row.put("quality_b", pair.reference().quality().map(Quality::name).orElse(""));
    return row;
  }

  private static void put(Map<String, Object> row, String name, OptionalDouble value) {
    value.ifPresent(number -> row.put(name, number));
  }

  private static Map<String, Object> row(CatalogueRow one) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", one.name());
    row.put("arrival", Utc.text(one.arrival()));
    row.put("type", one.type().map(EventType::shortName).orElse(""));
    return row;
  }

  private void text(Comparison found) {
    String line = "%-14s %-10s %9s %8s %8s %8s %8s %6s  %s";
    answer
        .out()
        .println(
            String.format(
                line, "a", "b", "arrival_s", "p_s", "s_s", "deg", "azimuth", "mag", "type a, b"));
    for (Comparison.Pair pair : found.matched()) {
      answer
          .out()
          .println(
              String.format(
                  line,
                  pair.tried().name(),
                  pair.reference().name(),
                  number(OptionalDouble.of(pair.arrivalSeconds())),
                  number(pair.firstSeconds()),
                  number(pair.secondSeconds()),
                  number(pair.distanceDeg()),
                  number(pair.azimuthDeg()),
                  number(pair.magnitude()),
                  pair.tried().type().map(EventType::shortName).orElse("-")
                      + ", "
                      + pair.reference().type().map(EventType::shortName).orElse("-")));
    }
    List<CatalogueRow> rest = new ArrayList<>(found.missed());
    rest.forEach(
        one -> answer.out().println("missed  " + one.name() + "  " + Utc.text(one.arrival())));
    found
        .extra()
        .forEach(
            one -> answer.out().println("extra   " + one.name() + "  " + Utc.text(one.arrival())));
    answer.say(
        found.matched().size()
            + " matched, "
            + found.missed().size()
            + " missed, "
            + found.extra().size()
            + " extra");
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty() ? "-" : String.format(Locale.ROOT, "%+.1f", value.getAsDouble());
  }
}
