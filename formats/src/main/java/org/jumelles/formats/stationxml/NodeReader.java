package org.jumelles.formats.stationxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlFields;
import org.jumelles.formats.xml.XmlReader;
import org.jumelles.kernel.time.Moment;

/// From the root down to the channels; one channel's XML is in memory at a time.
final class NodeReader {
  private static final Pattern VERSION = Pattern.compile("\\s*1(\\.\\d{1,3})?\\s*");

  private NodeReader() {}

  static Inventory inventory(XmlReader reader) {
    if (!reader.name().equals(Tag.name("FDSNStationXML"))) {
      throw reader.malformed(
          "FDSN StationXML 1.2: root FDSNStationXML in " + Tag.NAMESPACE, reader.name().toString());
    }
    List<Network> networks = new ArrayList<>();
    XmlFields fields = around(reader, "Network", network -> networks.add(network(network)));
    String version = fields.requiredAttribute("schemaVersion");
    if (!VERSION.matcher(version).matches()) {
      throw fields.malformed("schemaVersion 1.0 to 1.2", "schemaVersion " + version);
    }
    String source = Parts.text(fields, "Source");
    Optional<String> sender = Parts.optionalText(fields, "Sender");
    Moment created = fields.required("Created").time();
    return new Inventory(version, source, sender, created, networks, Parts.kept(fields));
  }

  private static Network network(XmlReader reader) {
    List<Station> stations = new ArrayList<>();
    XmlFields fields = around(reader, "Station", station -> stations.add(station(station)));
    return new Network(node(fields), stations, Parts.kept(fields));
  }

  private static Station station(XmlReader reader) {
    List<Channel> channels = new ArrayList<>();
    XmlFields fields =
        around(reader, "Channel", channel -> channels.add(channel(channel.captureFields())));
    return new Station(
        node(fields),
        position(fields),
        site(fields.required("Site")),
        channels,
        Parts.kept(fields));
  }

  private static Channel channel(XmlFields fields) {
    return new Channel(
        node(fields),
        fields.requiredAttribute("locationCode"),
        position(fields),
        Parts.measure(fields, "Depth"),
        fields.optional("Azimuth").map(part -> Parts.within(part, 0, 360)),
        fields.optional("Dip").map(part -> Parts.within(part, -90, 90)),
        fields.optional("SampleRate").map(part -> Parts.within(part, 0, 1e12)),
        fields.optional("Sensor").map(NodeReader::equipment),
        fields.optional("DataLogger").map(NodeReader::equipment),
        fields.optional("Response").map(ResponseReader::response),
        Parts.kept(fields));
  }

  private static XmlFields around(
      XmlReader reader, String name, java.util.function.Consumer<XmlReader> each) {
    QName qualified = Tag.name(name);
    Predicate<QName> wanted = qualified::equals;
    String path = reader.path();
    return new XmlFields(reader.captureAround(wanted, each), reader.source(), path);
  }

  private static BaseNode node(XmlFields fields) {
    return new BaseNode(
        fields.requiredAttribute("code"),
        Parts.epoch(fields),
        fields.attribute("restrictedStatus"),
        Parts.optionalText(fields, "Description"));
  }

  private static Position position(XmlFields fields) {
    return new Position(
        Parts.within(fields.required("Latitude"), -90, 90),
        Parts.within(fields.required("Longitude"), -180, 360),
        Parts.measure(fields, "Elevation"));
  }

  private static Site site(XmlFields fields) {
    String name = Parts.text(fields, "Name");
    Optional<String> description = Parts.optionalText(fields, "Description");
    Optional<String> country = Parts.optionalText(fields, "Country");
    return new Site(name, description, country, Parts.kept(fields));
  }

  private static Equipment equipment(XmlFields fields) {
    return new Equipment(
        Parts.optionalText(fields, "Type"),
        Parts.optionalText(fields, "Description"),
        Parts.optionalText(fields, "Manufacturer"),
        Parts.optionalText(fields, "Model"),
        Parts.optionalText(fields, "SerialNumber"),
        Parts.kept(fields));
  }
}
