package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "list",
    description = "Lists what the archive holds: products, events, channels or waveforms.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles list events --archive mars",
      "  jumelles list waveforms --key 'FDSN:XB_ELYSE_03_*' --json"
    })
public final class ListCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "products",
      paramLabel = "WHAT",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private What what = What.products;

  @Option(names = "--key", paramLabel = "GLOB", description = "Keys that match: * and ?.")
  private @Nullable String key;

  @Option(
      names = "--start",
      paramLabel = "TIME",
      description = "UTC; what ends before is left out.")
  private @Nullable String start;

  @Option(names = "--end", paramLabel = "TIME", description = "UTC; what starts after is left out.")
  private @Nullable String end;

  /// What can be listed.
  enum What {
    products,
    events,
    channels,
    waveforms,
    runs
  }

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      switch (what) {
        case products -> products(open);
        case runs -> runs(open);
        case events -> entries(open, "event");
        case channels -> entries(open, "channel");
        case waveforms -> entries(open, "waveform");
      }
      return ExitCode.OK;
    }
  }

  /// In the order in which they came; as text each as soon as it is read.
  private void products(Archive open) {
    if (!answer.isJson()) {
      open.listing().visitProducts(this::print);
      return;
    }
    List<Map<String, Object>> documents = new ArrayList<>();
    open.listing().visitProducts(product -> documents.add(document(product)));
    answer.json(Map.of("products", documents));
  }

  private void print(Product product) {
    answer
        .out()
        .printf(
            "%s  %-18s %s%n",
            product.identity().sha256Hex().substring(0, 12),
            product.recipe().name() + " " + product.recipe().version(),
            product.title());
  }

  private static Map<String, Object> document(Product product) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("identity", product.identity().sha256Hex());
    document.put("recipe", product.recipe().name());
    document.put("version", product.recipe().version());
    document.put("title", product.title());
    document.put("files", product.payloads().stream().map(payload -> payload.name()).toList());
    return document;
  }

  private void runs(Archive open) throws IOException {
    var runs = open.runs();
    answer.give(
        Map.of("runs", runs),
        () ->
            runs.forEach(
                run ->
                    answer
                        .out()
                        .printf(
                            "%s  %-8s %,d read = %,d good + %,d doubtful + %,d refused%n",
                            run.startedAt(),
                            run.name(),
                            run.read(),
                            run.good(),
                            run.doubtful(),
                            run.refused())));
  }

  private void entries(Archive open, String kind) {
    Span span =
        new Span(
            Optional.ofNullable(start).map(Utc::parse).orElse(Moment.MIN),
            Optional.ofNullable(end).map(Utc::parse).orElse(Moment.MAX));
    List<Found> found = open.entries(new Query(kind, key == null ? List.of() : List.of(key), span));
    answer.give(
        Map.of(kind + "s", found.stream().map(EventText::document).toList()),
        () ->
            found.forEach(
                one ->
                    answer.out().println(kind.equals("event") ? EventText.line(one) : plain(one))));
  }

  private static String plain(Found found) {
    Span span = found.entry().span();
    return "%-18s %s to %s  %s"
        .formatted(
            new SourceId(found.entry().key()).nslc(),
            span.start().equals(Moment.MIN) ? "the beginning" : span.start(),
            span.end().equals(Moment.MAX) ? "now" : span.end(),
            found.entry().attributes());
  }
}
