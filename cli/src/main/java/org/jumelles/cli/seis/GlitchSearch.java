package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.glitch.Glitch;
import org.jumelles.seis.glitch.Instruments;
import org.jumelles.seis.glitch.Tick;
import org.jumelles.seis.glitch.Ticks;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;

/// What `seis glitches` and `seis deglitch` share: the threes of traces that can be searched, what
/// was not, and how a glitch is told.
///
/// @param traces of all sources, no instant of a source twice
record GlitchSearch(List<Trace> traces, List<Instruments.Triple> triples, List<Defect> defects) {

  static GlitchSearch of(List<Path> files, Path xml, Answer answer) throws IOException {
    return of(files, xml, Optional.empty(), answer);
  }

  /// @param ticks where those of each trace are put, which is then searched without them
  static GlitchSearch of(List<Path> files, Path xml, Optional<List<Tick>> ticks, Answer answer)
      throws IOException {
    Waves waves = Waves.read(files, Waves.Wish.ALL, answer);
    for (SourceId id : waves.bySource().keySet()) {
      if (!waves.counts().contains(id)) {
        answer.say("jumelles: " + id.nslc() + " holds no integers: are they counts?");
      }
    }
    List<Trace> traces = new ArrayList<>();
    waves.bySource().values().forEach(segments -> traces.addAll(apart(segments)));
    List<Defect> defects = new ArrayList<>();
    ticks.ifPresent(found -> traces.replaceAll(trace -> withoutTicks(trace, found, defects)));
    List<Instruments.Triple> triples = new ArrayList<>();
    Instruments instruments = new Instruments(Metadata.read(xml).inventory());
    for (Outcome<Instruments.Triple> outcome : instruments.triples(traces)) {
      defects.addAll(outcome.defects());
      outcome.found().ifPresent(triples::add);
    }
    return new GlitchSearch(traces, triples, defects);
  }

  private static Trace withoutTicks(Trace trace, List<Tick> ticks, List<Defect> defects) {
    Outcome<Ticks.Deticked> outcome = Ticks.remove(trace);
    defects.addAll(outcome.defects());
    outcome.found().ifPresent(found -> ticks.addAll(found.ticks()));
    return outcome.found().map(Ticks.Deticked::trace).orElse(trace);
  }

  /// The answer for each triple; each refusal and doubt goes to the defects.
  ///
  /// @throws MalformedDataException where not one could be searched
  <T> List<T> each(Function<Instruments.Triple, Outcome<T>> search, Answer answer) {
    List<T> all = new ArrayList<>();
    for (Instruments.Triple triple : triples) {
      Outcome<T> outcome = search.apply(triple);
      defects.addAll(outcome.defects());
      outcome.found().ifPresent(all::add);
    }
    if (all.isEmpty()) {
      throw new MalformedDataException(
          defects.isEmpty()
              ? new Defect("input", new Place.Whole(), "samples", "docs/glitches.md", "nothing")
              : defects.getFirst());
    }
    InputFile.tell(defects, defects.size(), answer);
    return all;
  }

  List<String> notes() {
    return defects.stream().map(Defect::sentence).toList();
  }

  /// `{time, components: {U: {amplitude, sigma, ...}, ...}, polarisation, variance_reduction}`.
  static Map<String, Object> row(Glitch glitch) {
    Map<String, Object> components = new LinkedHashMap<>();
    for (Glitch.Component one : glitch.components()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("amplitude", one.amplitudeMPerS2());
      told.put("sigma", one.sigmaMPerS2());
      told.put("spike_m", one.spikeM());
      told.put("spike_sigma_m", one.spikeSigmaM());
      told.put("variance_reduction", one.varianceReduction());
      components.put(letter(one.id()), told);
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("time", Utc.text(glitch.onset()));
    row.put("instrument", instrument(glitch));
    row.put("components", components);
    row.put("polarisation", glitch.polarisation());
    row.put("variance_reduction", glitch.varianceReduction());
    row.put("snr", glitch.snr());
    return row;
  }

  /// `{component, from, to, rms, sigma, ...}`, counts.
  static Map<String, Object> row(Tick tick) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("channel", tick.id().nslc());
    row.put("from", Utc.text(tick.span().start()));
    row.put("to", Utc.text(tick.span().end()));
    row.put("subtracted", tick.subtracted());
    row.put("amplitude", tick.rmsCounts());
    row.put("sigma", tick.rmsSigmaCounts());
    row.put("variance_fall", tick.varianceFall());
    row.put("quiet_seconds", tick.quietSeconds());
    row.put("first_phase_s", tick.firstPhaseS());
    row.put("profile", tick.profile());
    row.put("profile_sigma", tick.sigma());
    return row;
  }

  static String letter(SourceId id) {
    String text = id.nslc();
    return text.substring(text.length() - 1);
  }

  static String instrument(Glitch glitch) {
    String text = glitch.components().getFirst().id().nslc();
    return text.substring(0, text.length() - 1);
  }

  /// Segments in order of time, each without what an earlier one has.
  private static List<Trace> apart(List<Segment> segments) {
    List<Trace> traces = new ArrayList<>();
    Optional<Moment> end = Optional.empty();
    for (Segment segment : segments) {
      Trace trace = segment.toTrace();
      if (end.isPresent() && !trace.start().isAfter(end.get())) {
        if (!trace.end().isAfter(end.get())) {
          continue;
        }
        trace = trace.slice(new Span(end.get().plusNanos(1), trace.end()));
      }
      traces.add(trace);
      end = Optional.of(trace.end());
    }
    return traces;
  }
}
