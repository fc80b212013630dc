package org.jumelles.pipeline.recipe.seis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.figure.chart.Figure;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.seis.figure.EventMark;
import org.jumelles.seis.figure.SolFigure;
import org.jumelles.seis.figure.SpectrogramFigure;
import org.jumelles.seis.figure.Subject;
import org.jumelles.seis.trace.Trace;

/// `seis/spectrogram` and `seis/sol`: a granule's channel as pictures, its candidates marked.
final class PictureRecipe {
  static final Recipe SPECTROGRAM = new Recipe("seis/spectrogram", "1");
  static final Recipe SOL = new Recipe("seis/sol", "1");
  private static final long BYTES_A_SAMPLE = 40;
  private static final long CANVAS_BYTES = 32L << 20;

  /// What one kind of picture needs to be drawn.
  private interface Drawing {
    Figure of(List<Trace> traces, Subject subject, List<EventMark> marks);
  }

  private final Archive archive;
  private final Provenance provenance;

  PictureRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  /// Both pictures of a source.
  ///
  /// @param detection the product that holds its candidates
  List<Work> plan(Source source, Optional<Product> detection) {
    return List.of(
        work(
            SPECTROGRAM,
            "spectrogram.png",
            "Spectrogram of " + source.subject(),
            source,
            detection,
            (traces, subject, marks) -> SpectrogramFigure.standard().of(traces, subject, marks)),
        work(
            SOL,
            "sol.png",
            "Sol plot of " + source.subject(),
            source,
            detection,
            (traces, subject, marks) ->
                SolFigure.standard().of(source.sol(), traces, subject, marks)));
  }

  private Work work(
      Recipe recipe,
      String payload,
      String title,
      Source source,
      Optional<Product> detection,
      Drawing drawing) {
    List<Identity> inputs = new ArrayList<>(source.inputs());
    detection.ifPresent(product -> inputs.add(product.identity()));
    Map<String, String> parameters =
        Map.of("granule", source.subject(), "channel", source.channel().nslc());
    Identity identity = Identity.of(recipe.name(), recipe.version(), parameters, inputs);
    return new Work(
        identity,
        title,
        source.samples() * BYTES_A_SAMPLE + CANVAS_BYTES,
        () -> {
          Moment started = Provenance.now();
          List<Trace> traces = Waveforms.traces(archive, source.runs(), source.span());
          if (traces.isEmpty()) {
            return new Outcome.Refused<ProductDraft>(
                new Defect(
                    source.subject(), new Place.Whole(), "samples", recipe.name(), "none to draw"));
          }
          Subject subject =
              new Subject(
                  source.channel().nslc() + ", sol " + source.sol(),
                  source.quantity(),
                  source.unit().equals(Source.NOT_TOLD) ? "unit not told" : source.unit(),
                  recipe.name() + " " + recipe.version() + ", " + inputs(inputs));
          Figure figure = drawing.of(traces, subject, marks(detection));
          Path file = write(figure, payload);
          return new Outcome.Good<>(
              new ProductDraft(
                  recipe,
                  title,
                  parameters,
                  inputs,
                  List.of(new DraftPayload(payload, "image/png", file)),
                  List.of(entry(source, payload, Files.size(file))),
                  provenance.since(
                      started, Programme.ofKey(source.channel().text()).name(), source.start()),
                  Map.of(ProductDraft.SUBJECT, source.subject())));
        });
  }

  private static String inputs(List<Identity> inputs) {
    List<String> names = inputs.stream().map(id -> id.sha256Hex().substring(0, 12)).toList();
    return "from " + String.join(", ", names);
  }

  private static Entry entry(Source source, String payload, long size) {
    return new Entry(
        "picture",
        source.channel().text(),
        source.span(),
        payload,
        0,
        size,
        Map.of("granule", source.subject()));
  }

  private static List<EventMark> marks(Optional<Product> detection) {
    return detection.stream()
        .flatMap(product -> product.entries().stream())
        .filter(entry -> entry.kind().equals("event"))
        .map(
            entry ->
                new EventMark(
                    entry.span(),
                    entry.attributes().getOrDefault("name", entry.key()),
                    EventMark.CANDIDATE))
        .toList();
  }

  private Path write(Figure figure, String payload) throws IOException {
    Path file = archive.workFile(payload);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      figure.writePng(out);
    }
    return file;
  }
}
