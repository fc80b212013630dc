package org.jumelles.service.fdsn;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.holding.ChannelHolding;

/// Of which channels raw waveforms are kept, and from when to when.
final class Availability {
  private static final String STATIONXML = "http://www.fdsn.org/xml/station/1";

  private final Map<String, Span> extents = new HashMap<>();

  Availability(List<ChannelHolding> holdings) {
    for (ChannelHolding holding : holdings) {
      if (holding.level().equals("raw")) {
        extents.put(holding.sourceId().nslc(), holding.span());
      }
    }
  }

  Optional<Span> of(String network, String station, String location, String channel) {
    return Optional.ofNullable(
        extents.get(network + "." + station + "." + location + "." + channel));
  }

  boolean overlaps(
      String network, String station, String location, String channel, Moment start, Moment end) {
    return of(network, station, location, channel)
        .filter(extent -> extent.overlaps(new Span(start, end)))
        .isPresent();
  }

  /// `DataAvailability` with its `Extent`, of StationXML 1.2.
  static XmlElement element(Span extent) {
    XmlElement inner =
        new XmlElement(
            new QName(STATIONXML, "Extent"),
            List.of(
                new XmlAttribute("start", Utc.text(extent.start())),
                new XmlAttribute("end", Utc.text(extent.end()))),
            List.of());
    return new XmlElement(new QName(STATIONXML, "DataAvailability"), List.of(), List.of(inner));
  }
}
