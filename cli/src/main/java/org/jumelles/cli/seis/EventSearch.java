package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.calibration.GroundMotion;
import org.jumelles.seis.detection.Detection;
import org.jumelles.seis.detection.DetectionParameters;
import org.jumelles.seis.detection.EnvelopeDetector;
import org.jumelles.seis.detection.Stretch;
import org.jumelles.seis.event.Candidate;
import org.jumelles.seis.glitch.Deglitched;
import org.jumelles.seis.glitch.GlitchParameters;
import org.jumelles.seis.glitch.Glitches;
import org.jumelles.seis.glitch.Instruments;
import org.jumelles.seis.solution.Ground;
import org.jumelles.seis.solution.Solution;
import org.jumelles.seis.solution.Solver;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;

/// What `seis detect` searches, and what it concludes of what it found.
///
/// @param solutions by channel, in the order of the detection's candidates
record EventSearch(Map<SourceId, Detection> detections, Map<SourceId, List<Solution>> solutions) {

  /// Traces of one file set, no instant of a source twice; ground velocity up, north and east where
  /// a StationXML file turned them so.
  record Input(Map<SourceId, List<Trace>> sources, boolean isVelocity) {

    static Input asItIs(Map<SourceId, List<Segment>> segments) {
      Map<SourceId, List<Trace>> sources = new LinkedHashMap<>();
      segments.forEach((id, all) -> sources.put(id, apart(all)));
      return new Input(sources, false);
    }

    /// Three oblique components of counts become ground velocity without glitches; where there are
    /// none, all stays as it is.
    Input calibrated(Path xml, Answer answer) throws IOException {
      List<Trace> raw = sources.values().stream().flatMap(List::stream).toList();
      List<Trace> clean = new ArrayList<>();
      raw.forEach(trace -> clean.add(trace.withSamples(trace.samples().clone())));
      int triples = 0;
      Instruments instruments = new Instruments(Metadata.read(xml).inventory());
      for (Outcome<Instruments.Triple> outcome : instruments.triples(raw)) {
        outcome.defects().forEach(defect -> answer.say("jumelles: " + defect.sentence()));
        Optional<Instruments.Triple> triple = outcome.found();
        if (triple.isPresent()) {
          triples++;
          Outcome<Deglitched> removed =
              Glitches.remove(
                  triple.get().traces(), triple.get().sensors(), GlitchParameters.DEFAULT);
          removed.defects().forEach(defect -> answer.say("jumelles: " + defect.sentence()));
          removed.found().ifPresent(found -> found.into(raw, clean));
        }
      }
      if (triples == 0) {
        answer.say("jumelles: no three components with responses: searched as they are");
        return this;
      }
      Map<SourceId, List<Trace>> turned = new TreeMap<>();
      for (Trace trace : ThreeComponents.turned(clean, xml, GroundMotion.VELOCITY)) {
        turned.computeIfAbsent(trace.id(), _ -> new ArrayList<>()).add(trace);
      }
      return new Input(turned, true);
    }

    /// North and east of an up that is there serve its phases and are not searched themselves.
    List<SourceId> searched() {
      return sources.keySet().stream()
          .filter(
              id ->
                  !(id.text().matches(".*_[NE]")
                      && sources.containsKey(towards(id, 'Z'))
                      && sources.containsKey(towards(id, 'N'))
                      && sources.containsKey(towards(id, 'E'))))
          .toList();
    }

    Ground ground(SourceId id) {
      List<Trace> own = sources.getOrDefault(id, List.of());
      List<Trace> north = sources.getOrDefault(towards(id, 'N'), List.of());
      List<Trace> east = sources.getOrDefault(towards(id, 'E'), List.of());
      return id.text().endsWith("_Z") && !north.isEmpty() && !east.isEmpty()
          ? new Ground(own, north, east, isVelocity)
          : Ground.ofOne(own, isVelocity);
    }

    private static SourceId towards(SourceId id, char direction) {
      return new SourceId(id.text().substring(0, id.text().length() - 1) + direction);
    }

    private static List<Trace> apart(List<Segment> segments) {
      List<Trace> traces = new ArrayList<>();
      Moment end = Moment.MIN;
      for (Segment segment : segments) {
        Trace trace = segment.toTrace();
        if (!trace.start().isAfter(end)) {
          if (!trace.end().isAfter(end)) {
            continue;
          }
          trace = trace.slice(new Span(end.plusNanos(1), trace.end()));
        }
        traces.add(trace);
        end = trace.end();
      }
      return traces;
    }
  }

  /// @param solver asked for once something is found
  static EventSearch of(
      Input input,
      DetectionParameters thresholds,
      java.util.function.Supplier<Solver> solver,
      Answer answer) {
    Map<SourceId, Detection> detections = new LinkedHashMap<>();
    Map<SourceId, List<Solution>> solutions = new LinkedHashMap<>();
    for (SourceId id : input.searched()) {
      try {
        List<Stretch> stretches =
            input.sources().getOrDefault(id, List.of()).stream()
                .map(t -> new Stretch(t.start(), t.samplingRateHz(), t.samples()))
                .toList();
        Detection found = EnvelopeDetector.detect(id.text(), stretches, thresholds);
        List<Solution> solved = new ArrayList<>();
        for (Candidate candidate : found.candidates()) {
          solved.add(solver.get().solve(candidate, input.ground(id)));
        }
        detections.put(id, found);
        solutions.put(id, List.copyOf(solved));
      } catch (IllegalArgumentException e) {
        answer.say("jumelles: left out: " + id + ": " + e.getMessage());
      }
    }
    return new EventSearch(detections, solutions);
  }

  List<Solution> all() {
    return solutions.values().stream().flatMap(List::stream).toList();
  }
}
