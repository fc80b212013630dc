package org.jumelles.pipeline.recipe.seis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// One channel of a granule to look at: calibrated where there is a motion product, raw elsewhere.
///
/// @param components all channels of the motion product by code, this one among them; none where
/// there is no motion
/// @param neighbours the same channel of the sols before and after, as far as they are reached
/// @param inputs the products that it comes from, without the neighbours'
/// @param unit of its samples, or `not told`
record Source(
    String subject,
    long sol,
    SourceId channel,
    List<Found> runs,
    SortedMap<String, List<Found>> components,
    List<Source> neighbours,
    List<Identity> inputs,
    Span span,
    String quantity,
    String unit) {
  static final String NOT_TOLD = "not told";

  /// Vertical first, then the sensor's own axes; of others the first by name.
  private static final String PREFERENCE = "ZVUWNE123";

  static Source ofMotion(Granule granule, Product motion) {
    String code = preferred(motion.entries().stream().map(e -> new SourceId(e.key())).toList());
    SortedMap<String, List<Found>> components = new TreeMap<>();
    for (Entry entry : motion.entries()) {
      components
          .computeIfAbsent(new SourceId(entry.key()).channel(), _ -> new ArrayList<>())
          .add(new Found(motion.identity(), entry));
    }
    List<Found> runs = components.getOrDefault(code, List.of());
    return new Source(
        granule.subject(),
        granule.sol(),
        new SourceId(runs.getFirst().entry().key()),
        runs,
        components,
        List.of(),
        List.of(motion.identity()),
        granule.span(),
        "ground velocity",
        "m/s");
  }

  static Source ofRaw(Granule granule) {
    String code =
        preferred(
            granule.runs().values().stream()
                .map(runs -> new SourceId(runs.getFirst().entry().key()))
                .toList());
    List<Found> runs = granule.runsOf(code);
    TreeSet<Identity> inputs = new TreeSet<>();
    runs.forEach(found -> inputs.add(found.product()));
    return new Source(
        granule.subject(),
        granule.sol(),
        new SourceId(runs.getFirst().entry().key()),
        runs,
        new TreeMap<>(),
        List.of(),
        List.copyOf(inputs),
        granule.span(),
        granule.isCounts() ? "counts" : "samples as they came, unit not told",
        granule.isCounts() ? "count" : NOT_TOLD);
  }

  /// How far an event's steps read before and after the sol: the noise before an onset, and the
  /// coda after a midnight.
  private static final long BEFORE_NANOS = 1200L * 1_000_000_000L;

  private static final long AFTER_NANOS = 2700L * 1_000_000_000L;

  /// The same beside its neighbours, those of others that are the same channel in the same unit and
  /// lie within reach.
  Source beside(List<Source> others) {
    Span reach = reach();
    List<Source> near =
        others.stream()
            .filter(other -> other.sol != sol && other.channel.equals(channel))
            .filter(other -> other.unit.equals(unit) && other.span.overlaps(reach))
            .toList();
    return new Source(subject, sol, channel, runs, components, near, inputs, span, quantity, unit);
  }

  /// The span with what is read of the neighbours.
  Span reach() {
    return new Span(span.start().plusNanos(-BEFORE_NANOS), span.end().plusNanos(AFTER_NANOS));
  }

  /// The products that it and its neighbours come from.
  TreeSet<Identity> allInputs() {
    TreeSet<Identity> all = new TreeSet<>(inputs);
    neighbours.forEach(other -> all.addAll(other.inputs));
    return all;
  }

  /// The runs of the channel and of its neighbours.
  List<Found> allRuns() {
    List<Found> all = new ArrayList<>(runs);
    neighbours.forEach(other -> all.addAll(other.runs));
    return all;
  }

  /// The runs of up, north or east motion, those of the neighbours among them.
  ///
  /// @param direction the last letter of a channel's code
  List<Found> towards(char direction) {
    List<Found> all = new ArrayList<>();
    List<Source> sources = new ArrayList<>(neighbours);
    sources.add(this);
    for (Source source : sources) {
      source.components.entrySet().stream()
          .filter(one -> one.getKey().charAt(one.getKey().length() - 1) == direction)
          .map(Map.Entry::getValue)
          .forEach(all::addAll);
    }
    return all;
  }

  boolean isCalibrated() {
    return unit.equals("m/s");
  }

  /// The highest sampling rate among its runs.
  double samplingRateHz() {
    return runs.stream()
        .mapToDouble(found -> Double.parseDouble(found.entry().attributes().get("rate_hz")))
        .max()
        .orElse(0);
  }

  /// How many samples it has at most.
  long samples() {
    return runs.stream()
        .mapToLong(found -> Long.parseLong(found.entry().attributes().get("samples")))
        .sum();
  }

  Moment start() {
    return span.start();
  }

  private static String preferred(List<SourceId> channels) {
    return channels.stream()
        .map(SourceId::channel)
        .min(Comparator.comparingInt(Source::rank).thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static int rank(String channel) {
    int place = PREFERENCE.indexOf(channel.charAt(channel.length() - 1));
    return place < 0 ? PREFERENCE.length() : place;
  }
}
