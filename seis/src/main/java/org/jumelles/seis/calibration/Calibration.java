package org.jumelles.seis.calibration;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.trace.Trace;

/// Takes the instrument out of any traces that an inventory knows, each channel epoch with its own
/// response, which is factorised once. Not for several threads.
public final class Calibration {
  private final Inventory inventory;
  private final Removal removal;
  private final IdentityHashMap<Channel, ChannelResponse> responses = new IdentityHashMap<>();

  public Calibration(Inventory inventory, Removal removal) {
    this.inventory = inventory;
    this.removal = removal;
  }

  /// Ground motion in the output's SI unit; more than one trace where the trace lies in more than
  /// one epoch, for each is transformed on its own.
  ///
  /// @throws IllegalArgumentException where the inventory knows no response at a time of the trace
  public List<Trace> apply(Trace counts) {
    List<Trace> motion = new ArrayList<>();
    Trace rest = counts;
    while (rest.count() > 0) {
      Channel channel = channel(rest.id(), rest.start());
      Optional<Moment> end = channel.node().epoch().end();
      Trace part = rest;
      if (end.isPresent() && !rest.end().isBefore(end.get())) {
        part = rest.slice(new Span(rest.start(), end.get().plusNanos(-1)));
        rest = rest.slice(new Span(end.get(), rest.end()));
      } else {
        rest = rest.withSamples(new double[0]);
      }
      ChannelResponse response =
          responses.computeIfAbsent(channel, epoch -> response(counts.id(), epoch));
      motion.add(removal.apply(part, response));
    }
    return motion;
  }

  /// Up, north and east of each instrument: sources that differ in their last letter only.
  ///
  /// Where traces of a source overlap, the sides of the overlap meet crosswise too; what comes of
  /// that lies within a longer stretch and is left out.
  ///
  /// @param motion what [#apply] gave, of any number of instruments
  /// @throws IllegalArgumentException where an instrument has not three components, or the
  ///     inventory does not tell which way they point
  public List<Rotation.Rotated> toZne(List<Trace> motion) {
    Map<String, Map<SourceId, List<Trace>>> instruments = new TreeMap<>();
    for (Trace trace : motion) {
      String text = trace.id().text();
      instruments
          .computeIfAbsent(text.substring(0, text.lastIndexOf('_') + 1), _ -> new TreeMap<>())
          .computeIfAbsent(trace.id(), _ -> new ArrayList<>())
          .add(trace);
    }
    List<Rotation.Rotated> turned = new ArrayList<>();
    for (Map<SourceId, List<Trace>> instrument : instruments.values()) {
      turned.addAll(turned(instrument));
    }
    return turned;
  }

  private List<Rotation.Rotated> turned(Map<SourceId, List<Trace>> instrument) {
    if (instrument.size() != 3) {
      throw new IllegalArgumentException(
          "up, north and east want three components, found " + instrument.keySet());
    }
    List<Orientation> directions = new ArrayList<>();
    instrument.forEach(
        (id, traces) -> directions.add(Orientation.of(channel(id, traces.getFirst().start()))));
    List<List<Trace>> components = List.copyOf(instrument.values());
    List<Rotation.Rotated> stretches =
        Rotation.of(directions.get(0), directions.get(1), directions.get(2))
            .toZne(components.get(0), components.get(1), components.get(2));
    return stretches.stream()
        .filter(one -> stretches.stream().noneMatch(other -> isWithin(one.first(), other.first())))
        .toList();
  }

  /// To half a sample, in a longer one.
  private static boolean isWithin(Trace one, Trace other) {
    long half = (long) (0.5e9 / other.samplingRateHz());
    return one.count() < other.count()
        && !one.start().isBefore(other.start().plusNanos(-half))
        && !one.end().isAfter(other.end().plusNanos(half));
  }

  private Channel channel(SourceId id, Moment at) {
    return inventory
        .channel(id.network(), id.station(), id.location(), id.channel(), at)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the inventory has no channel " + id.nslc() + " at " + at));
  }

  private static ChannelResponse response(SourceId id, Channel epoch) {
    return ChannelResponse.of(
        epoch
            .response()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        id.nslc() + " tells no response in the inventory")));
  }
}
