package org.jumelles.pipeline.recipe.seis;

import org.jumelles.kernel.time.LocalClock;
import org.jumelles.seis.body.Body;
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
import org.jumelles.kernel.signal.Filter;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.seis.figure.EventMark;
import org.jumelles.seis.figure.SolFigure;
import org.jumelles.seis.figure.SpectrogramFigure;
import org.jumelles.seis.figure.Subject;
import org.jumelles.seis.trace.Trace;

/// `seis/spectrogram`, `seis/sol` and `seis/event`: a granule's channel as pictures, its candidates
/// marked, and each candidate from near.
final class PictureRecipe {
  static final Recipe SPECTROGRAM = new Recipe("seis/spectrogram", "1");
  static final Recipe SOL = new Recipe("seis/sol", "1");
  static final Recipe EVENT = new Recipe("seis/event", "1");
  private static final long BYTES_A_SAMPLE = 72;
  private static final long CANVAS_BYTES = 32L << 20;

  /// Slower motion is taken off a sol plot, where glitches would be all there is to see.
  private static final double SOL_LOWEST_HZ = 0.1;

  private static final int SOL_CORNERS = 4;
  private static final String ABOVE =
      "  Above " + SOL_LOWEST_HZ + " Hz only (" + SOL_CORNERS + " corners, zero phase).";

  /// What is drawn before the onset and after the end of a candidate.
  private static final long AROUND_NANOS = 300L * 1_000_000_000L;

  private final Archive archive;
  private final Provenance provenance;

  PictureRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  /// One picture to make.
  ///
  /// @param subject what it shows, such as a granule or an event
  /// @param version what all its versions share, whatever they were made from
  /// @param span of time to draw
  private record Picture(
      Recipe recipe,
      String payload,
      String title,
      String subject,
      String version,
      String key,
      Span span) {}

  /// What one kind of picture needs to be drawn.
  private interface Drawing {
    Figure of(List<Trace> traces, Subject subject, List<EventMark> marks);
  }

  /// All pictures of a source.
  ///
  /// @param detection the product that holds its candidates
  List<Work> plan(Source source, Optional<Product> detection) {
    String key = source.channel().text();
    List<Work> plan = new ArrayList<>();
    Picture spectrogram =
        new Picture(
            SPECTROGRAM,
            "spectrogram.png",
            "Spectrogram of " + source.subject(),
            source.subject(),
            source.subject(),
            key,
            source.span());
    plan.add(work(spectrogram, source, detection, SpectrogramFigure.standard(days(source))::of));
    Picture sol =
        new Picture(
            SOL,
            "sol.png",
            "Sol plot of " + source.subject(),
            source.subject(),
            source.subject(),
            key,
            source.span());
    plan.add(work(sol, source, detection, (t, subject, m) -> sol(source, t, subject, m)));
    for (Entry event : events(detection)) {
      Picture near =
          new Picture(
              EVENT,
              "event.png",
              "Event " + name(event) + " from near",
              event.key(),
              source.subject() + "." + name(event),
              event.key(),
              new Span(
                  event.span().start().plusNanos(-AROUND_NANOS),
                  event.span().end().plusNanos(AROUND_NANOS)));
      plan.add(work(near, source, detection, SpectrogramFigure.standard(days(source))::of));
    }
    return plan;
  }

  private static LocalClock days(Source source) {
    return Body.ofNetwork(source.channel().network()).days();
  }

  private static Figure sol(
      Source source, List<Trace> traces, Subject subject, List<EventMark> marks) {
    boolean filtered = source.samplingRateHz() > 4 * SOL_LOWEST_HZ;
    List<Trace> drawn = filtered ? traces.stream().map(PictureRecipe::above).toList() : traces;
    Subject told =
        new Subject(
            source.channel().nslc(),
            subject.quantity(),
            subject.unit(),
            subject.provenance() + (filtered ? ABOVE : ""));
    return SolFigure.standard(days(source)).of(source.sol(), drawn, told, marks);
  }

  private static Trace above(Trace trace) {
    return trace.withSamples(
        Filter.highpass(SOL_CORNERS, SOL_LOWEST_HZ, trace.samplingRateHz())
            .applyZeroPhase(trace.samples()));
  }

  private Work work(Picture picture, Source source, Optional<Product> detection, Drawing drawing) {
    List<Identity> inputs = new ArrayList<>(source.inputs());
    detection.ifPresent(product -> inputs.add(product.identity()));
    Map<String, String> parameters =
        Map.of("subject", picture.subject(), "channel", source.channel().nslc());
    Recipe recipe = picture.recipe();
    Identity identity = Identity.of(recipe.name(), recipe.version(), parameters, inputs);
    return new Work(
            identity,
            picture.title(),
            source.samples() * BYTES_A_SAMPLE + CANVAS_BYTES,
            () -> make(picture, source, inputs, parameters, detection, drawing))
        .of(recipe, source.span());
  }

  private Outcome<ProductDraft> make(
      Picture picture,
      Source source,
      List<Identity> inputs,
      Map<String, String> parameters,
      Optional<Product> detection,
      Drawing drawing)
      throws IOException {
    Moment started = Provenance.now();
    Recipe recipe = picture.recipe();
    List<Trace> traces = Waveforms.traces(archive, source.runs(), picture.span());
    if (traces.isEmpty()) {
      return new Outcome.Refused<>(
          new Defect(
              source.subject(), new Place.Whole(), "samples", recipe.name(), "none to draw"));
    }
    Subject subject =
        new Subject(
            source.channel().nslc() + ", sol " + source.sol(),
            source.quantity(),
            source.unit().equals(Source.NOT_TOLD) ? "unit not told" : source.unit(),
            recipe.name() + " " + recipe.version() + ", " + inputs(inputs));
    Path file = write(archive, drawing.of(traces, subject, marks(detection)), picture.payload());
    return new Outcome.Good<>(
        new ProductDraft(
            recipe,
            picture.title(),
            parameters,
            inputs,
            List.of(new DraftPayload(picture.payload(), "image/png", file)),
            List.of(entry(picture, Files.size(file))),
            provenance.since(
                started, Programme.ofKey(source.channel().text()).name(), source.start()),
            Map.of(ProductDraft.SUBJECT, picture.version())));
  }

  private static Entry entry(Picture picture, long size) {
    return new Entry(
        "picture",
        picture.key(),
        picture.span(),
        picture.payload(),
        0,
        size,
        Map.of("subject", picture.subject()));
  }

  private static List<Entry> events(Optional<Product> detection) {
    return detection.stream()
        .flatMap(product -> product.entries().stream())
        .filter(entry -> entry.kind().equals("event"))
        .toList();
  }

  private static String name(Entry event) {
    return event.attributes().getOrDefault("name", event.key());
  }

  /// The products that something was made from, as a footnote.
  static String inputs(List<Identity> inputs) {
    List<String> names = inputs.stream().map(id -> id.sha256Hex().substring(0, 12)).toList();
    return "from " + String.join(", ", names);
  }

  private static List<EventMark> marks(Optional<Product> detection) {
    return events(detection).stream()
        .map(event -> new EventMark(event.span(), name(event), EventMark.CANDIDATE))
        .toList();
  }

  static Path write(Archive archive, Figure figure, String payload) throws IOException {
    Path file = archive.workFile(payload);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      figure.writePng(out);
    }
    return file;
  }
}
