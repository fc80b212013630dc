package org.jumelles.formats.stationxml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlTime;
import org.jumelles.formats.xml.XmlWriter;

/// From the root down to the channels; one channel's XML is in memory at a time.
final class NodeWriter {
  private final XmlWriter writer;
  private final Level level;

  private NodeWriter(XmlWriter writer, Level level) {
    this.writer = writer;
    this.level = level;
  }

  private interface Step {
    void write() throws IOException;
  }

  static void write(Inventory inventory, Level level, OutputStream out) throws IOException {
    XmlWriter writer = new XmlWriter(out);
    new NodeWriter(writer, level).inventory(inventory);
    writer.finish();
  }

  private void inventory(Inventory inventory) throws IOException {
    Tag tag =
        new Tag("FDSNStationXML", inventory.kept())
            .attribute("schemaVersion", inventory.schemaVersion())
            .text("Source", inventory.source())
            .text("Sender", inventory.sender())
            .text("Created", XmlTime.text(inventory.created()));
    around(
        "FDSNStationXML",
        tag,
        "Network",
        () -> {
          for (Network network : inventory.networks()) {
            network(network);
          }
        });
  }

  private void network(Network network) throws IOException {
    Tag tag = node("Network", network.node(), network.kept());
    around(
        "Network",
        tag,
        "Station",
        () -> {
          for (Station station : level == Level.NETWORK ? List.<Station>of() : network.stations()) {
            station(station);
          }
        });
  }

  private void station(Station station) throws IOException {
    Tag tag =
        position(node("Station", station.node(), station.kept()), station.position())
            .child(site(station.site()));
    around(
        "Station",
        tag,
        "Channel",
        () -> {
          boolean channels = level == Level.CHANNEL || level == Level.RESPONSE;
          for (Channel channel : channels ? station.channels() : List.<Channel>of()) {
            writer.element(channel(channel));
          }
        });
  }

  /// Writes an element whose streamed children stand at the place that the schema gives them.
  private void around(String name, Tag tag, String streamed, Step step) throws IOException {
    Map<String, String> declared =
        name.equals("FDSNStationXML") ? Map.of("", Tag.NAMESPACE) : Map.of();
    writer.start(Tag.name(name), tag.attributes(), declared);
    List<String> order = SchemaOrder.of(name);
    int place = order.indexOf(streamed);
    boolean written = false;
    for (XmlElement child : tag.children()) {
      if (!written && SchemaOrder.rank(order, child.name()) > place) {
        step.write();
        written = true;
      }
      writer.element(child);
    }
    if (!written) {
      step.write();
    }
    writer.end();
  }

  private XmlElement channel(Channel channel) {
    Optional<Response> response = channel.response();
    if (level == Level.CHANNEL) {
      response =
          response.map(
              full -> new Response(full.sensitivity(), full.polynomial(), List.of(), Kept.NONE));
    }
    return position(node("Channel", channel.node(), channel.kept()), channel.position())
        .attribute("locationCode", channel.locationCode())
        .measure("Depth", channel.depth())
        .measure("Azimuth", channel.azimuth())
        .measure("Dip", channel.dip())
        .measure("SampleRate", channel.sampleRate())
        .child(channel.sensor().map(sensor -> equipment("Sensor", sensor)))
        .child(channel.dataLogger().map(logger -> equipment("DataLogger", logger)))
        .child(response.map(ResponseWriter::response))
        .build();
  }

  private static Tag node(String name, BaseNode node, Kept kept) {
    return new Tag(name, kept)
        .attribute("code", node.code())
        .attribute("startDate", node.epoch().start().map(XmlTime::text))
        .attribute("endDate", node.epoch().end().map(XmlTime::text))
        .attribute("restrictedStatus", node.restrictedStatus())
        .text("Description", node.description());
  }

  private static Tag position(Tag tag, Position position) {
    return tag.measure("Latitude", position.latitude())
        .measure("Longitude", position.longitude())
        .measure("Elevation", position.elevation());
  }

  private static XmlElement site(Site site) {
    return new Tag("Site", site.kept())
        .text("Name", site.name())
        .text("Description", site.description())
        .text("Country", site.country())
        .build();
  }

  private static XmlElement equipment(String name, Equipment equipment) {
    return new Tag(name, equipment.kept())
        .text("Type", equipment.type())
        .text("Description", equipment.description())
        .text("Manufacturer", equipment.manufacturer())
        .text("Model", equipment.model())
        .text("SerialNumber", equipment.serialNumber())
        .build();
  }
}
