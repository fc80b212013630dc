package org.jumelles.pipeline.recipe.seis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.EventDescription;
import org.jumelles.formats.quakeml.EventParameters;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.ingest.EventContents;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.seis.detection.Detection;
import org.jumelles.seis.detection.DetectionParameters;
import org.jumelles.seis.detection.EnvelopeDetector;
import org.jumelles.seis.detection.Stretch;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.CandidateQuakeMl;
import org.jumelles.seis.trace.Trace;

/// `seis/detection`: candidate events of a granule, as QuakeML.
final class DetectionRecipe {
  static final Recipe RECIPE = new Recipe("seis/detection", "1");
  static final String PAYLOAD = "events.xml";
  private static final long BYTES_A_SAMPLE = 60;

  private final Archive archive;
  private final Provenance provenance;

  DetectionRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  Work plan(Source source) {
    Map<String, String> parameters = parameters(source);
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, source.inputs());
    return new Work(
        identity,
        "events of " + source.subject(),
        source.samples() * BYTES_A_SAMPLE,
        () -> make(source, parameters, identity));
  }

  private static Map<String, String> parameters(Source source) {
    DetectionParameters used = DetectionParameters.DEFAULT;
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("subject", source.subject());
    parameters.put("channel", source.channel().nslc());
    parameters.put("on", Double.toString(used.on()));
    parameters.put("off", Double.toString(used.off()));
    parameters.put("smoothing_s", Integer.toString(used.smoothingSeconds()));
    parameters.put("floor_s", Integer.toString(used.floorSeconds()));
    parameters.put("floor_quantile", Double.toString(used.floorQuantile()));
    parameters.put("least_s", Integer.toString(used.leastSeconds()));
    parameters.put("hold_s", Integer.toString(used.holdSeconds()));
    parameters.put("lead_s", Integer.toString(used.leadSeconds()));
    parameters.put("raised", Double.toString(used.raised()));
    parameters.put("wind_like", Double.toString(used.windLike()));
    return parameters;
  }

  private Outcome<ProductDraft> make(
      Source source, Map<String, String> parameters, Identity identity) throws IOException {
    Moment started = Provenance.now();
    List<Trace> traces = Waveforms.traces(archive, source.runs(), source.span());
    if (traces.isEmpty()) {
      return new Outcome.Refused<>(defect(source, "samples", "none to look at"));
    }
    Detection detection =
        EnvelopeDetector.detect(
            source.channel().text(),
            traces.stream()
                .map(t -> new Stretch(t.start(), t.samplingRateHz(), t.samples()))
                .toList(),
            DetectionParameters.DEFAULT);
    List<Event> events = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Candidate candidate : detection.candidates()) {
      String name = name(source, events.size());
      events.add(
          CandidateQuakeMl.event(candidate, identity.sha256Hex(), place(source))
              .edit()
              .add(EventDescription.of(name, EventDescription.EARTHQUAKE_NAME))
              .build());
    }
    Path file = write(events, identity);
    for (int i = 0; i < events.size(); i++) {
      entries.add(entry(events.get(i), detection.candidates().get(i), source, Files.size(file)));
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(ProductDraft.SUBJECT, source.subject());
    attributes.put("candidates", Integer.toString(events.size()));
    attributes.put("vetoed", Integer.toString(detection.vetoed().size()));
    attributes.put("notes", String.join(" ", detection.notes()));
    ProductDraft draft =
        new ProductDraft(
            RECIPE,
            "Candidate events of " + source.subject(),
            parameters,
            source.inputs(),
            List.of(new DraftPayload(PAYLOAD, "application/xml", file)),
            entries,
            provenance.since(
                started, Programme.ofKey(source.channel().text()).name(), source.start()),
            attributes);
    return source.isCalibrated()
        ? new Outcome.Good<>(draft)
        : new Outcome.Doubtful<>(draft, List.of(uncalibrated(source)));
  }

  private static Defect uncalibrated(Source source) {
    return defect(
        source,
        "unit",
        source.unit().equals(Source.NOT_TOLD)
            ? "samples are floats of a unit that nobody told: searched as they are"
            : "no response is known: counts were searched as they are");
  }

  private static Entry entry(Event event, Candidate candidate, Source source, long size) {
    Entry found = EventContents.entry(event, PAYLOAD, size).orElseThrow();
    Map<String, String> attributes = new LinkedHashMap<>(found.attributes());
    attributes.put("origin", "candidate");
    attributes.put("subject", source.subject());
    attributes.put("channel", source.channel().nslc());
    attributes.put("snr", String.format(Locale.ROOT, "%.2f", candidate.snr()));
    return new Entry(
        found.kind(),
        found.key(),
        new Span(candidate.onset(), candidate.end()),
        PAYLOAD,
        0,
        size,
        attributes);
  }

  /// `J0173a-03`: our first candidate of sol 173 on location 03.
  private static String name(Source source, int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('a' + rest % 26));
    }
    String location = source.channel().location();
    return "J%04d%s%s".formatted(source.sol(), letters, location.isEmpty() ? "" : "-" + location);
  }

  /// Where the station stands, by the inventory in the archive; the lander's place without one.
  private CandidateQuakeMl.Place place(Source source) {
    String key = source.channel().text();
    return archive
        .entries(
            new Query("channel", List.of(key.substring(0, key.length() - 1) + "?"), source.span()))
        .stream()
        .filter(found -> found.entry().attributes().containsKey("latitude"))
        .findFirst()
        .map(
            found ->
                new CandidateQuakeMl.Place(
                    Double.parseDouble(found.entry().attributes().get("latitude")),
                    Double.parseDouble(found.entry().attributes().get("longitude"))))
        .orElse(CandidateQuakeMl.Place.INSIGHT);
  }

  private Path write(List<Event> events, Identity identity) throws IOException {
    Path file = archive.workFile(PAYLOAD);
    QuakeMlDocument document =
        QuakeMlDocument.of(
            EventParameters.of("smi:org.jumelles/eventParameters/" + identity.sha256Hex(), events));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      QuakeMl.write(document, out);
    }
    return file;
  }

  private static Defect defect(Source source, String field, String found) {
    return new Defect(source.subject(), new Place.Whole(), field, RECIPE.name(), found);
  }
}
