package org.jumelles.pipeline.recipe.seis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.seis.calibration.Orientation;
import org.jumelles.seis.calibration.Rotation;
import org.jumelles.seis.trace.Trace;

/// The components of a granule, turned to up, north and east where three directions allow it.
///
/// @param channels by channel code
/// @param defects takes what could not be done, and why
record Components(String subject, Map<String, Channel> channels, List<Defect> defects) {
  private static final double SHIFT_WORTH_TELLING_SAMPLES = 0.01;

  /// Up, north and east under the codes Z, N and E; the traces as they are where there are not
  /// exactly three channels of known direction.
  List<Trace> turned(Map<String, List<Trace>> motion) {
    List<List<Trace>> all = List.copyOf(motion.values());
    Optional<Rotation> rotation = rotation(List.copyOf(motion.keySet()));
    if (rotation.isEmpty()) {
      return all.stream().flatMap(List::stream).toList();
    }
    List<Trace> up = new ArrayList<>();
    List<Trace> north = new ArrayList<>();
    List<Trace> east = new ArrayList<>();
    double shift = 0;
    for (Rotation.Rotated rotated : rotation.get().toZne(all.get(0), all.get(1), all.get(2))) {
      up.add(renamed(rotated.first(), 'Z'));
      north.add(renamed(rotated.second(), 'N'));
      east.add(renamed(rotated.third(), 'E'));
      shift = Math.max(shift, Math.abs(rotated.greatestShiftSamples()));
    }
    if (shift > SHIFT_WORTH_TELLING_SAMPLES) {
      tell(
          "time",
          String.format(Locale.ROOT, "channels are up to %.3f samples apart, as they were", shift));
    }
    tellWhatWasLeftOut(motion, up);
    up.addAll(north);
    up.addAll(east);
    return up;
  }

  /// Three equations need all three components: where one has a gap, the others' samples are not in
  /// the product.
  private void tellWhatWasLeftOut(Map<String, List<Trace>> motion, List<Trace> turned) {
    double keptSeconds = seconds(turned);
    motion.forEach(
        (code, stretches) -> {
          double leftOut = seconds(stretches) - keptSeconds;
          if (leftOut * stretches.getFirst().samplingRateHz() > 1.5) {
            tell(
                "components",
                String.format(
                    Locale.ROOT,
                    "%.1f s of %s are left out, where not all three have samples",
                    leftOut,
                    code));
          }
        });
  }

  private static double seconds(List<Trace> traces) {
    return traces.stream().mapToDouble(trace -> trace.count() / trace.samplingRateHz()).sum();
  }

  private Optional<Rotation> rotation(List<String> codes) {
    if (codes.size() != 3) {
      tell("components", codes.size() + " of three: not turned to up, north and east");
      return Optional.empty();
    }
    List<Orientation> directions = new ArrayList<>();
    try {
      for (String code : codes) {
        directions.add(
            Orientation.of(
                Optional.ofNullable(channels.get(code))
                    .orElseThrow(() -> new AssertionError("no epoch for " + code))));
      }
      return Optional.of(Rotation.of(directions.get(0), directions.get(1), directions.get(2)));
    } catch (IllegalArgumentException e) {
      tell("azimuth, dip", e.getMessage() + ": not turned to up, north and east");
      return Optional.empty();
    }
  }

  private void tell(String field, String found) {
    defects.add(new Defect(subject, new Place.Whole(), field, "seis/motion", found));
  }

  private static Trace renamed(Trace trace, char direction) {
    SourceId id = trace.id();
    String code = id.channel().substring(0, id.channel().length() - 1) + direction;
    return new Trace(
        SourceId.of(id.network(), id.station(), id.location(), code),
        trace.start(),
        trace.samplingRateHz(),
        trace.samples());
  }
}
