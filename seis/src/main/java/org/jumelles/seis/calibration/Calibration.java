package org.jumelles.seis.calibration;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
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

  /// Which way a source pointed.
  ///
  /// @throws IllegalArgumentException where the inventory does not tell
  public Orientation orientation(SourceId id, Moment at) {
    return Orientation.of(channel(id, at));
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
