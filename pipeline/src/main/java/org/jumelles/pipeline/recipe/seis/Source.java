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
/// @param inputs the products that it comes from
/// @param unit of its samples, or `not told`
record Source(
    String subject,
    long sol,
    SourceId channel,
    List<Found> runs,
    SortedMap<String, List<Found>> components,
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
        List.copyOf(inputs),
        granule.span(),
        granule.isCounts() ? "counts" : "samples as they came, unit not told",
        granule.isCounts() ? "count" : NOT_TOLD);
  }

  /// The runs of up, north or east motion.
  ///
  /// @param direction the last letter of a channel's code
  List<Found> towards(char direction) {
    return components.entrySet().stream()
        .filter(one -> one.getKey().charAt(one.getKey().length() - 1) == direction)
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(List.of());
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
