package org.jumelles.pipeline.recipe.seis;

import static java.util.stream.Collectors.joining;

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
import java.util.Optional;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.ingest.EventContents;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.recipe.seis.HandPicks.Hand;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.detection.Detection;
import org.jumelles.seis.detection.DetectionParameters;
import org.jumelles.seis.detection.EnvelopeDetector;
import org.jumelles.seis.detection.Stretch;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.event.CandidateQuakeMl;
import org.jumelles.seis.picking.PhasePick;
import org.jumelles.seis.solution.Ground;
import org.jumelles.seis.solution.Opinion;
import org.jumelles.seis.solution.Solution;
import org.jumelles.seis.solution.SolutionQuakeMl;
import org.jumelles.seis.solution.Solver;
import org.jumelles.seis.trace.Trace;

/// `seis/detection`: the events of a granule with their phases, places and sizes, as QuakeML.
final class DetectionRecipe {
  static final Recipe RECIPE = new Recipe("seis/detection", "7");
  static final String PAYLOAD = "events.xml";
  private static final long BYTES_A_SAMPLE = 180;

  private final Archive archive;
  private final Provenance provenance;
  private final PlanetModel planet;

  DetectionRecipe(Archive archive, Provenance provenance, PlanetModel planet) {
    this.archive = archive;
    this.provenance = provenance;
    this.planet = planet;
  }

  Work plan(Source source) {
    HandPicks picks = HandPicks.of(archive, source);
    Map<String, String> parameters = parameters(source);
    picks.saved().forEach(entry -> parameters.put("picks." + entry.sequence(), entry.hash()));
    TreeSet<Identity> inputs = source.allInputs();
    inputs.addAll(picks.files().keySet());
    inputs.addAll(Weather.of(archive, source).inputs());
    Identity identity =
        Identity.of(RECIPE.name(), RECIPE.version(), parameters, List.copyOf(inputs));
    return new Work(
            identity,
            "events of " + source.subject(),
            source.samples() * BYTES_A_SAMPLE,
            () -> make(source, picks, parameters, List.copyOf(inputs), identity))
        .of(RECIPE, source.span());
  }

  private Map<String, String> parameters(Source source) {
    DetectionParameters used = body(source).thresholds();
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
    planet.tell(body(source), parameters);
    if (!body(source).isDefault()) {
      parameters.put("body", body(source).name());
      parameters.put("least_floor_quantile", Double.toString(used.leastFloorQuantile()));
    }
    return parameters;
  }

  private Outcome<ProductDraft> make(
      Source source,
      HandPicks picks,
      Map<String, String> parameters,
      List<Identity> inputs,
      Identity identity)
      throws IOException {
    Moment started = Provenance.now();
    List<Trace> traces = Waveforms.joined(archive, source.allRuns(), source.reach());
    if (traces.isEmpty()) {
      return new Outcome.Refused<>(defect(source, "samples", "none to look at"));
    }
    Detection detection =
        EnvelopeDetector.detect(
            source.channel().text(),
            traces.stream()
                .map(t -> new Stretch(t.start(), t.samplingRateHz(), t.samples()))
                .toList(),
            body(source).thresholds());
    List<Candidate> own =
        detection.candidates().stream()
            .filter(candidate -> source.span().contains(candidate.onset()))
            .toList();
    Optional<CandidateQuakeMl.Place> known = place(source);
    CandidateQuakeMl.Place place = known.orElse(new CandidateQuakeMl.Place(0, 0));
    SolutionQuakeMl quakeMl =
        new SolutionQuakeMl(identity.sha256Hex(), place, body(source).radiusKm());
    List<SolutionQuakeMl.Told> events = new ArrayList<>();
    List<List<Opinion>> all = new ArrayList<>();
    for (List<Opinion> opinions :
        opinions(source, traces, own, picks.read(archive, source), place)) {
      events.add(quakeMl.event(name(source, events.size()), opinions));
      all.add(opinions);
    }
    Path file = write(quakeMl.document(events));
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      entries.add(entry(events.get(i).event(), all.get(i), source, Files.size(file)));
    }
    Rejections rejections = Rejections.of(source.channel(), detection, source.span());
    Path table = Files.writeString(archive.workFile(Rejections.PAYLOAD), rejections.csv());
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(ProductDraft.SUBJECT, source.subject());
    attributes.put("candidates", Integer.toString(events.size()));
    attributes.put("rejected", rejections.summary());
    attributes.put("notes", String.join(" ", detection.notes()));
    ProductDraft draft =
        new ProductDraft(
            RECIPE,
            "Events of " + source.subject(),
            parameters,
            inputs,
            List.of(
                new DraftPayload(PAYLOAD, "application/xml", file),
                new DraftPayload(Rejections.PAYLOAD, "text/csv", table)),
            entries,
            provenance.since(
                started, Programme.ofKey(source.channel().text()).name(), source.start()),
            attributes);
    List<Defect> defects = new ArrayList<>();
    if (!source.isCalibrated()) {
      defects.add(uncalibrated(source));
    }
    if (known.isEmpty()) {
      defects.add(
          defect(
              source, "place", "nobody told where the station stands: epicentres are from 0, 0"));
    }
    return Outcome.of(draft, defects);
  }

  private static Body body(Source source) {
    return Body.ofNetwork(source.channel().network());
  }

  private static Defect uncalibrated(Source source) {
    return defect(
        source,
        "unit",
        source.unit().equals(Source.NOT_TOLD)
            ? "samples are floats of a unit that nobody told: searched as they are"
            : "no response is known: counts were searched as they are");
  }

  /// For each event the machine's opinion and those of whoever picked it; an event that the
  /// detector did not see has its analysts' opinions alone.
  private List<List<Opinion>> opinions(
      Source source,
      List<Trace> traces,
      List<Candidate> candidates,
      List<Hand> picked,
      CandidateQuakeMl.Place place)
      throws IOException {
    List<List<Opinion>> all = new ArrayList<>();
    if (candidates.isEmpty() && picked.isEmpty()) {
      return all;
    }
    Ground ground = ground(source, traces);
    Solver solver = planet.solver(place, body(source));
    Weather weather = Weather.of(archive, source);
    List<Hand> rest = new ArrayList<>(picked);
    for (Candidate candidate : candidates) {
      List<Opinion> opinions = new ArrayList<>();
      opinions.add(Opinion.ofMachine(weather.beside(solver.solve(candidate, ground), traces)));
      opinions.addAll(taken(candidate, rest, solver, ground));
      all.add(opinions);
    }
    while (!rest.isEmpty()) {
      Candidate unseen = rest.getFirst().picks().candidate(source.channel().text());
      all.add(taken(unseen, rest, solver, ground));
    }
    return all;
  }

  /// The opinions of those who picked one event; they are taken out of the rest.
  private static List<Opinion> taken(
      Candidate candidate, List<Hand> rest, Solver solver, Ground ground) {
    List<Hand> own = rest.stream().filter(hand -> hand.isOf(candidate)).toList();
    rest.removeAll(own);
    return own.stream()
        .map(hand -> hand.opinion(solver.solve(candidate, ground, hand.picks().picks())))
        .toList();
  }

  /// Up, north and east where the motion has them, the one channel elsewhere.
  private Ground ground(Source source, List<Trace> traces) throws IOException {
    List<Trace> north = Waveforms.joined(archive, source.towards('N'), source.reach());
    List<Trace> east = Waveforms.joined(archive, source.towards('E'), source.reach());
    boolean isUp = source.channel().channel().endsWith("Z");
    return isUp && !north.isEmpty() && !east.isEmpty()
        ? new Ground(traces, north, east, source.isCalibrated())
        : Ground.ofOne(traces, source.isCalibrated());
  }

  private static Entry entry(Event event, List<Opinion> opinions, Source source, long size) {
    Solution solution = SolutionQuakeMl.preferred(opinions);
    Entry found = EventContents.entry(event, PAYLOAD, size).orElseThrow();
    Map<String, String> attributes = new LinkedHashMap<>(found.attributes());
    attributes.remove(EventContents.PICKS);
    attributes.put("origin", "candidate");
    attributes.put("subject", source.subject());
    attributes.put("channel", source.channel().nslc());
    String by = opinions.stream().flatMap(one -> one.source().stream()).collect(joining(" "));
    if (!by.isEmpty()) {
      attributes.put("picked", by);
    }
    attributes.put("snr", number(solution.candidate().snr()));
    solution.picks().first().ifPresent(p -> put(attributes, "p", p));
    solution.picks().second().ifPresent(s -> put(attributes, "s", s));
    solution
        .distance()
        .ifPresent(
            far -> {
              attributes.put("distance_deg", number(far.degrees()));
              attributes.put("distance_sigma_deg", number(far.sigmaDeg()));
            });
    solution
        .backAzimuth()
        .ifPresent(
            from -> {
              attributes.put("back_azimuth_deg", number(from.degrees()));
              attributes.put("back_azimuth_sigma_deg", number(from.sigmaDeg()));
            });
    return new Entry(
        found.kind(), found.key(), solution.candidate().span(), PAYLOAD, 0, size, attributes);
  }

  private static void put(Map<String, String> attributes, String name, PhasePick pick) {
    attributes.put(name, Utc.text(pick.time()));
    attributes.put(name + "_sigma_s", number(pick.sigmaSeconds()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
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

  /// Where the station stands, by the inventory in the archive, else by the body's file.
  private Optional<CandidateQuakeMl.Place> place(Source source) {
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
        .or(() -> body(source).place(source.channel().network(), source.channel().station()));
  }

  private Path write(QuakeMlDocument document) throws IOException {
    Path file = archive.workFile(PAYLOAD);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      QuakeMl.write(document, out);
    }
    return file;
  }

  private static Defect defect(Source source, String field, String found) {
    return new Defect(source.subject(), new Place.Whole(), field, RECIPE.name(), found);
  }
}
