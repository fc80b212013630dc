package org.jumelles.formats.quakeml;

import java.util.function.BiFunction;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlElement;

/// Records to elements of the single-station and the marsquake extension.
final class ExtensionWriter {
  private ExtensionWriter() {}

  static XmlElement singleStationParameters(QName name, SingleStationParameters value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each(
            "singleStationOrigin",
            value.singleStationOrigins(),
            ExtensionWriter::singleStationOrigin)
        .each("distanceComputation", value.distanceComputations(), ExtensionWriter::computation)
        .each("azimuthComputation", value.azimuthComputations(), ExtensionWriter::computation)
        .each("singleStationPick", value.singleStationPicks(), ExtensionWriter::singleStationPick)
        .element();
  }

  static XmlElement marsquakeParameters(QName name, MarsquakeParameters value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("marsEvent", value.marsEvents(), ExtensionWriter::marsEvent)
        .element();
  }

  private static XmlElement singleStationOrigin(QName name, SingleStationOrigin value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .text("bedOriginReference", value.bedOriginReference())
        .each("distance", value.distances(), estimate("distance"))
        .each("azimuth", value.azimuths(), estimate("azimuth"))
        .each("depth", value.depths(), estimate("depth"))
        .each("originTime", value.originTimes(), estimate("originTime"))
        .optional("locationQuality", value.locationQuality(), ExtensionWriter::classification)
        .element();
  }

  private static <T> BiFunction<QName, Estimate<T>, XmlElement> estimate(String kind) {
    return (name, value) ->
        new Assembly(name, value.rest())
            .attribute("publicID", value.publicID())
            .one(kind, value.quantity(), BedWriter::quantity)
            .each(
                kind + "Contribution",
                value.contributions(),
                (part, contribution) -> contribution(part, kind, contribution))
            .element();
  }

  private static XmlElement contribution(QName name, String kind, Estimate.Contribution value) {
    return new Assembly(name, value.rest())
        .text(kind + "ComputationID", value.computationID())
        .written("weight", value.weight())
        .element();
  }

  private static XmlElement singleStationPick(QName name, SingleStationPick value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .optional("frequency", value.frequency(), BedWriter::quantity)
        .text("pickReference", value.pickReference())
        .element();
  }

  private static XmlElement computation(QName name, Computation value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("comment", value.comments(), BedWriter::comment)
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .element();
  }

  private static XmlElement marsEvent(QName name, MarsEvent value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .optional("type", value.type(), ExtensionWriter::classification)
        .text("eventReference", value.eventReference())
        .element();
  }

  private static XmlElement classification(QName name, Classification value) {
    return new Assembly(name, value.rest())
        .text("class", value.term())
        .text("classificationScheme", value.classificationScheme())
        .element();
  }
}
