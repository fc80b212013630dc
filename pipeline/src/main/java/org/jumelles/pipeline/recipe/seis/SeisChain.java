package org.jumelles.pipeline.recipe.seis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Selection;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.pipeline.run.Work;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.detection.EnvelopeDetector;

/// The chain of the seismometer, step after step over all granules that the archive holds.
public final class SeisChain implements Chain {
  private final Archive archive;
  private final Provenance provenance;
  private final Runner runner;
  private final PlanetModel planet = new PlanetModel();

  private final boolean wantsTicksRemoved;

  public SeisChain(Archive archive, Provenance provenance, Runner runner) {
    this(archive, provenance, runner, false);
  }

  /// @param wantsTicksRemoved whether the cross-talk of each second is taken off the counts; an
  ///     archive where it once was stays so
  public SeisChain(
      Archive archive, Provenance provenance, Runner runner, boolean wantsTicksRemoved) {
    this.archive = archive;
    this.provenance = provenance;
    this.runner = runner;
    this.wantsTicksRemoved = wantsTicksRemoved;
  }

  /// What became of the granules.
  ///
  /// @param granules that the archive holds raw waveforms of
  /// @param notSearched granules of weather, or whose sampling rate the detector does not observe
  /// @param steps by recipe name, in the order of the data's way
  public record Report(List<Granule> granules, int notSearched, Map<String, Tally> steps)
      implements Chain.Report {}

  /// A granule shorter than a minute, at the edge of a sol, is no picture.
  private static final long LEAST_DRAWN_NANOS = 60_000_000_000L;

  private static final Map<String, String> RAW = Map.of("level", "raw");

  @Override
  public String name() {
    return "seis";
  }

  @Override
  public Work simulation(Day day) {
    return new SimulationRecipe(archive, provenance).plan(day.seed(), day.start(), day.seconds());
  }

  private static final List<String> PICTURES =
      List.of(
          PictureRecipe.SPECTROGRAM.name(), PictureRecipe.SOL.name(), PictureRecipe.EVENT.name());

  /// What reads ground motion.
  private static final List<String> OF_MOTION =
      Stream.concat(
              Stream.of(DetectionRecipe.RECIPE.name(), NoiseRecipe.RECIPE.name()),
              PICTURES.stream())
          .toList();

  @Override
  public List<String> recipes() {
    return Stream.concat(Stream.of(MotionRecipe.RECIPE.name()), OF_MOTION.stream()).toList();
  }

  @Override
  public Report run(Selection selection) throws IOException {
    List<Granule> granules = granules();
    Map<String, Tally> steps = new LinkedHashMap<>();
    Map<Granule, Work> motion = motion(granules, removesTicks());
    steps.put(
        MotionRecipe.RECIPE.name(),
        runner.run("calibrating", values(motion), calibrated(selection, granules)));
    List<Source> sources = sources(granules, motion);
    Map<Source, Work> detection = detection(sources);
    Predicate<Work> wanted = selection.wanted();
    steps.put(
        DetectionRecipe.RECIPE.name(),
        runner.run(
            "looking for events",
            values(detection),
            selection.with(DetectionRecipe.RECIPE.name(), PICTURES).wanted()));
    steps.put(NoiseRecipe.RECIPE.name(), runner.run("counting noise", noise(sources), wanted));
    steps.put("pictures", runner.run("drawing", pictures(sources, detection), wanted));
    return new Report(granules, sources.size() - detection.size(), steps);
  }

  /// What reads motion reads that of the neighbours too, so theirs is wanted as well.
  private static Predicate<Work> calibrated(Selection selection, List<Granule> granules) {
    Predicate<Work> itself = selection.wanted();
    if (OF_MOTION.stream().noneMatch(selection::names)) {
      return itself;
    }
    List<Span> read =
        granules.stream()
            .map(Granule::span)
            .filter(span -> span.overlaps(selection.span()))
            .map(SeisChain::reach)
            .toList();
    return itself.or(
        work -> read.stream().anyMatch(span -> work.span().map(span::overlaps).orElse(true)));
  }

  private static Span reach(Span span) {
    return new Span(span.start().plusNanos(-REACH_NANOS), span.end().plusNanos(REACH_NANOS));
  }

  /// Where ticks are taken off, what was made before they were belongs to the plan as well.
  @Override
  public List<Work> plan() {
    List<Work> plan = new ArrayList<>(plan(false));
    if (removesTicks()) {
      plan.addAll(plan(true));
    }
    SimulationRecipe simulation = new SimulationRecipe(archive, provenance);
    archive.products(SimulationRecipe.NAME).forEach(day -> plan.add(simulation.again(day)));
    Map<Identity, Work> once = new LinkedHashMap<>();
    plan.forEach(work -> once.putIfAbsent(work.identity(), work));
    return List.copyOf(once.values());
  }

  private List<Work> plan(boolean removesTicks) {
    List<Granule> granules = granules();
    Map<Granule, Work> motion = motion(granules, removesTicks);
    List<Source> sources = sources(granules, motion);
    Map<Source, Work> detection = detection(sources);
    List<Work> plan = new ArrayList<>(motion.values());
    plan.addAll(detection.values());
    plan.addAll(noise(sources));
    plan.addAll(pictures(sources, detection));
    return plan;
  }

  /// Looks again at the sols of a station that a span touches, as [#run()] would: what was saved or
  /// taken in since becomes part of their events. Pictures follow with the next run.
  ///
  /// @param station such as `XB.ELYSE`
  public Tally solve(String station, Span around) throws IOException {
    LocalClock clock = Body.ofCode(station).days();
    // A sol's inputs reach into its neighbours, and these into theirs.
    Span window =
        new Span(
            clock.midnight(clock.sol(around.start()) - 2),
            clock.midnight(clock.sol(around.end()) + 3));
    List<Granule> granules =
        Granule.of(
            sampled(window).stream()
                .filter(found -> new SourceId(found.entry().key()).nslc().startsWith(station + "."))
                .toList());
    Map<Granule, Work> motion = motion(granules, removesTicks());
    Span reach = reach(around);
    motion.keySet().removeIf(granule -> !granule.span().overlaps(reach));
    Tally tally = runner.run("calibrating", values(motion));
    List<Source> sources =
        sources(granules, motion(granules, removesTicks())).stream()
            .filter(source -> source.span().overlaps(around))
            .toList();
    return tally.plus(runner.run("looking for events", values(detection(sources))));
  }

  /// Of the neighbours' motion, so much is read.
  private static final long REACH_NANOS = 3600L * 1_000_000_000L;

  private static List<Work> values(Map<?, Work> plan) {
    return List.copyOf(plan.values());
  }

  /// Logs and lone samples without a rate are kept and served, but there is nothing to compute.
  private List<Granule> granules() {
    return Granule.of(sampled(Query.ALWAYS));
  }

  private List<Found> sampled(Span span) {
    return archive.entries(new Query("waveform", List.of(), span, RAW)).stream()
        .filter(found -> Granule.isSampled(found.entry()))
        .toList();
  }

  /// So that two runs make one archive of one kind, and every product can be made again.
  private boolean removesTicks() {
    return wantsTicksRemoved
        || archive.products(MotionRecipe.RECIPE.name()).stream()
            .anyMatch(product -> product.parameters().containsKey(Deticking.PARAMETER));
  }

  private Map<Granule, Work> motion(List<Granule> granules, boolean removesTicks) {
    MotionRecipe recipe = new MotionRecipe(archive, provenance, removesTicks);
    Map<Granule, Work> plan = new LinkedHashMap<>();
    for (Granule granule : granules) {
      recipe.plan(granule).ifPresent(work -> plan.put(granule, work));
    }
    return plan;
  }

  /// Calibrated where the archive has the motion, raw elsewhere.
  private List<Source> sources(List<Granule> granules, Map<Granule, Work> motion) {
    List<Source> sources = new ArrayList<>();
    for (Granule granule : granules) {
      Optional<Product> calibrated =
          Optional.ofNullable(motion.get(granule)).flatMap(work -> archive.find(work.identity()));
      sources.add(
          calibrated
              .map(product -> Source.ofMotion(granule, product))
              .orElseGet(() -> Source.ofRaw(granule)));
    }
    return sources.stream().map(source -> source.beside(sources)).toList();
  }

  private Map<Source, Work> detection(List<Source> sources) {
    DetectionRecipe recipe = new DetectionRecipe(archive, provenance, planet);
    Map<Source, Work> plan = new LinkedHashMap<>();
    sources.stream()
        .filter(source -> EnvelopeDetector.observes(source.samplingRateHz()))
        .filter(source -> !Weather.is(source.channel()))
        .forEach(source -> plan.put(source, recipe.plan(source)));
    return plan;
  }

  private List<Work> noise(List<Source> sources) {
    NoiseRecipe recipe = new NoiseRecipe(archive, provenance);
    return sources.stream().flatMap(source -> recipe.plan(source).stream()).toList();
  }

  private List<Work> pictures(List<Source> sources, Map<Source, Work> detection) {
    PictureRecipe recipe = new PictureRecipe(archive, provenance);
    List<Work> plan = new ArrayList<>();
    for (Source source : sources) {
      if (source.span().nanos() >= LEAST_DRAWN_NANOS) {
        plan.addAll(
            recipe.plan(
                source,
                Optional.ofNullable(detection.get(source))
                    .flatMap(work -> archive.find(work.identity()))));
      }
    }
    return plan;
  }
}
