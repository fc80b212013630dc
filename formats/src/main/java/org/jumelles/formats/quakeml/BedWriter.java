package org.jumelles.formats.quakeml;

import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlElement;

/// Records to elements of the Basic Event Description; each is given the name it shall bear.
final class BedWriter {
  private BedWriter() {}

  static XmlElement eventParameters(QName name, EventParameters value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("comment", value.comments(), BedWriter::comment)
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .each("event", value.events(), BedWriter::event)
        .element();
  }

  static XmlElement event(QName name, Event value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("description", value.descriptions(), BedWriter::description)
        .each("comment", value.comments(), BedWriter::comment)
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .each("focalMechanism", value.focalMechanisms(), BedWriter::focalMechanism)
        .each("amplitude", value.amplitudes(), BedWriter::amplitude)
        .each("magnitude", value.magnitudes(), BedWriter::magnitude)
        .each("stationMagnitude", value.stationMagnitudes(), BedWriter::stationMagnitude)
        .each("origin", value.origins(), BedWriter::origin)
        .each("pick", value.picks(), BedWriter::pick)
        .element();
  }

  static XmlElement comment(QName name, Comment value) {
    return new Assembly(name, value.rest())
        .attribute("id", value.id())
        .text("text", value.text())
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .element();
  }

  static XmlElement creationInfo(QName name, CreationInfo value) {
    return new Assembly(name, value.rest()).written("creationTime", value.creationTime()).element();
  }

  static <T> XmlElement quantity(QName name, Quantity<T> value) {
    return new Assembly(name, value.rest())
        .written("value", value.written())
        .written("uncertainty", value.uncertainty())
        .written("lowerUncertainty", value.lowerUncertainty())
        .written("upperUncertainty", value.upperUncertainty())
        .written("confidenceLevel", value.confidenceLevel())
        .optional("pdf", value.pdf(), BedWriter::pdf)
        .element();
  }

  private static <T> XmlElement pdf(QName name, Pdf<T> value) {
    return new Assembly(name, value.rest())
        .written("variable", value.variable())
        .written("probability", value.probability())
        .element();
  }

  private static XmlElement description(QName name, EventDescription value) {
    return new Assembly(name, value.rest())
        .text("text", value.text())
        .text("type", value.type())
        .element();
  }

  private static XmlElement origin(QName name, Origin value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("comment", value.comments(), BedWriter::comment)
        .one("time", value.time(), BedWriter::quantity)
        .one("latitude", value.latitude(), BedWriter::quantity)
        .one("longitude", value.longitude(), BedWriter::quantity)
        .optional("depth", value.depth(), BedWriter::quantity)
        .optional("quality", value.quality(), BedWriter::originQuality)
        .optional("originUncertainty", value.originUncertainty(), BedWriter::originUncertainty)
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .each("arrival", value.arrivals(), BedWriter::arrival)
        .element();
  }

  private static XmlElement originQuality(QName name, OriginQuality value) {
    return new Assembly(name, value.rest())
        .written("associatedPhaseCount", value.associatedPhaseCount())
        .written("usedPhaseCount", value.usedPhaseCount())
        .written("associatedStationCount", value.associatedStationCount())
        .written("usedStationCount", value.usedStationCount())
        .written("depthPhaseCount", value.depthPhaseCount())
        .written("standardError", value.standardError())
        .written("azimuthalGap", value.azimuthalGap())
        .written("secondaryAzimuthalGap", value.secondaryAzimuthalGap())
        .written("maximumDistance", value.maximumDistance())
        .written("minimumDistance", value.minimumDistance())
        .written("medianDistance", value.medianDistance())
        .element();
  }

  private static XmlElement originUncertainty(QName name, OriginUncertainty value) {
    return new Assembly(name, value.rest())
        .written("horizontalUncertainty", value.horizontalUncertainty())
        .written("minHorizontalUncertainty", value.minHorizontalUncertainty())
        .written("maxHorizontalUncertainty", value.maxHorizontalUncertainty())
        .written("azimuthMaxHorizontalUncertainty", value.azimuthMaxHorizontalUncertainty())
        .written("confidenceLevel", value.confidenceLevel())
        .element();
  }

  private static XmlElement arrival(QName name, Arrival value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("comment", value.comments(), BedWriter::comment)
        .text("pickID", value.pickID())
        .text("phase", value.phase())
        .written("azimuth", value.azimuth())
        .written("distance", value.distance())
        .written("timeResidual", value.timeResidual())
        .written("timeWeight", value.timeWeight())
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .element();
  }

  private static XmlElement pick(QName name, Pick value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("comment", value.comments(), BedWriter::comment)
        .one("time", value.time(), BedWriter::quantity)
        .one("waveformID", value.waveformID(), BedWriter::waveformID)
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .element();
  }

  private static XmlElement waveformID(QName name, WaveformStreamID value) {
    return new Assembly(name, value.rest())
        .attribute("networkCode", value.networkCode())
        .attribute("stationCode", value.stationCode())
        .attribute("locationCode", value.locationCode())
        .attribute("channelCode", value.channelCode())
        .element(value.resourceURI());
  }

  private static XmlElement magnitude(QName name, Magnitude value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("comment", value.comments(), BedWriter::comment)
        .one("mag", value.mag(), BedWriter::quantity)
        .written("stationCount", value.stationCount())
        .written("azimuthalGap", value.azimuthalGap())
        .each(
            "stationMagnitudeContribution",
            value.stationMagnitudeContributions(),
            BedWriter::contribution)
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .element();
  }

  private static XmlElement contribution(QName name, StationMagnitudeContribution value) {
    return new Assembly(name, value.rest())
        .text("stationMagnitudeID", value.stationMagnitudeID())
        .written("residual", value.residual())
        .written("weight", value.weight())
        .element();
  }

  private static XmlElement stationMagnitude(QName name, StationMagnitude value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("comment", value.comments(), BedWriter::comment)
        .one("mag", value.mag(), BedWriter::quantity)
        .optional("waveformID", value.waveformID(), BedWriter::waveformID)
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .element();
  }

  private static XmlElement amplitude(QName name, Amplitude value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("comment", value.comments(), BedWriter::comment)
        .one("genericAmplitude", value.genericAmplitude(), BedWriter::quantity)
        .optional("period", value.period(), BedWriter::quantity)
        .written("snr", value.snr())
        .optional("waveformID", value.waveformID(), BedWriter::waveformID)
        .optional("scalingTime", value.scalingTime(), BedWriter::quantity)
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .element();
  }

  private static XmlElement focalMechanism(QName name, FocalMechanism value) {
    return new Assembly(name, value.rest())
        .attribute("publicID", value.publicID())
        .each("comment", value.comments(), BedWriter::comment)
        .optional("creationInfo", value.creationInfo(), BedWriter::creationInfo)
        .element();
  }
}
