package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.calibration.Calibration;
import org.jumelles.seis.calibration.GroundMotion;
import org.jumelles.seis.calibration.Removal;
import org.jumelles.seis.calibration.Rotation;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;

/// Ground motion up, north and east around a time: as the files have it, or from counts by a
/// StationXML file.
record ThreeComponents(Trace z, Trace n, Trace e) {
  /// No instrument tells longer periods of a quake than this, and shorter ones are another's.
  private static final double LOW_HZ = 0.02;

  /// At each end, and cut off afterwards.
  private static final double TAPER_SECONDS = 30;

  /// @param xml responses and directions; without it the files hold ground motion called Z, N, E
  /// @throws MalformedDataException where a component is missing at the time
  static ThreeComponents read(
      List<Path> files, @Nullable Path xml, GroundMotion motion, Moment at, Answer answer)
      throws IOException {
    List<Trace> traces = new ArrayList<>();
    for (Segment segment : Waves.read(files, Waves.Wish.ALL, answer).traces().segments()) {
      traces.add(segment.toTrace());
    }
    if (xml != null) {
      traces = turned(traces, xml, motion);
    }
    return new ThreeComponents(
        component(traces, 'Z', at, files),
        component(traces, 'N', at, files),
        component(traces, 'E', at, files));
  }

  /// Ground motion of three oblique components of counts, the ends under the taper cut off.
  static List<Trace> turned(List<Trace> counts, Path xml, GroundMotion motion) throws IOException {
    double nyquistHz = 0.5 * counts.getFirst().samplingRateHz();
    Removal.Corners corners =
        new Removal.Corners(LOW_HZ, 2.5 * LOW_HZ, 0.8 * nyquistHz, 0.95 * nyquistHz);
    Metadata metadata = Metadata.read(xml);
    List<Trace> ground = new ArrayList<>();
    for (Trace trace : counts) {
      double seconds = trace.count() / trace.samplingRateHz();
      if (seconds > 4 * TAPER_SECONDS) {
        Removal whole = Removal.to(motion).within(corners);
        Removal removal =
            new Removal(
                motion, whole.preFilter(), whole.waterLevelDb(), 2 * TAPER_SECONDS / seconds);
        new Calibration(metadata.inventory(), removal)
            .apply(trace)
            .forEach(part -> ground.add(withoutEnds(part)));
      }
    }
    Calibration calibration = new Calibration(metadata.inventory(), Removal.to(motion));
    List<Trace> turned = new ArrayList<>();
    for (Rotation.Rotated one : calibration.toZne(ground)) {
      turned.addAll(List.of(one.first(), one.second(), one.third()));
    }
    return turned;
  }

  /// Tapered samples are smaller than the ground's motion: nobody shall measure them.
  private static Trace withoutEnds(Trace trace) {
    long nanos = (long) (TAPER_SECONDS * 1e9);
    Moment first = trace.start().plusNanos(nanos);
    Moment last = trace.end().plusNanos(-nanos);
    return last.isBefore(first)
        ? trace.withSamples(new double[0])
        : trace.slice(new Span(first, last));
  }

  private static Trace component(List<Trace> traces, char letter, Moment at, List<Path> files) {
    Optional<Trace> found =
        traces.stream()
            .filter(trace -> trace.id().channel().endsWith(String.valueOf(letter)))
            .filter(
                trace ->
                    trace.count() > 0 && !trace.start().isAfter(at) && !trace.end().isBefore(at))
            .findFirst();
    return found.orElseThrow(
        () ->
            new MalformedDataException(
                files.getFirst().toString(),
                new Place.Whole(),
                "component " + letter,
                "up, north and east, or counts and --stationxml",
                "none at " + at));
  }
}
