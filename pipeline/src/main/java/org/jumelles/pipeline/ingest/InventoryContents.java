package org.jumelles.pipeline.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.Network;
import org.jumelles.formats.stationxml.Station;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Lists the channel epochs of a StationXML document.
public final class InventoryContents {
  private InventoryContents() {}

  static Contents of(Bytes bytes, String payload) {
    Inventory inventory = StationXml.read(bytes);
    List<Entry> entries = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Network network : inventory.networks()) {
      for (Station station : network.stations()) {
        names.add(network.node().code() + "." + station.node().code());
        for (Channel channel : station.channels()) {
          entries.add(entry(network, station, channel, payload, bytes.size()));
        }
      }
    }
    return new Contents(
        "application/xml",
        "Inventory of " + String.join(", ", names),
        entries,
        new FileReport.Units(entries.size(), 0, 0),
        List.of(),
        Map.of("format", "StationXML"));
  }

  /// The channel epochs of a document that this program wrote.
  public static List<Entry> entries(Bytes bytes, String payload) {
    return of(bytes, payload).entries();
  }

  private static Entry entry(
      Network network, Station station, Channel channel, String payload, long size) {
    Map<String, String> attributes = new LinkedHashMap<>();
    channel
        .sampleRate()
        .ifPresent(rate -> attributes.put("rate_hz", Double.toString(rate.value())));
    attributes.put("latitude", Double.toString(channel.position().latitude().value()));
    attributes.put("longitude", Double.toString(channel.position().longitude().value()));
    attributes.put("response", Boolean.toString(channel.response().isPresent()));
    SourceId id =
        SourceId.of(
            network.node().code(),
            station.node().code(),
            channel.locationCode(),
            channel.node().code());
    Span span =
        new Span(
            channel.node().epoch().start().orElse(Moment.MIN),
            channel.node().epoch().end().orElse(Moment.MAX));
    return new Entry("channel", id.text(), span, payload, 0, size, attributes);
  }
}
