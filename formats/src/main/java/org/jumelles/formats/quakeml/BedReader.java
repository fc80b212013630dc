package org.jumelles.formats.quakeml;

import java.util.List;
import java.util.function.Function;
import org.jumelles.kernel.time.Moment;

/// Elements of the Basic Event Description to records. Each method takes one element apart.
final class BedReader {
  private BedReader() {}

  static EventParameters eventParameters(Parts in) {
    return new EventParameters(
        in.requiredAttribute("publicID"),
        in.each("event", BedReader::event),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  static Event event(Parts in) {
    return new Event(
        in.requiredAttribute("publicID"),
        in.each("description", BedReader::description),
        in.each("origin", BedReader::origin),
        in.each("pick", BedReader::pick),
        in.each("magnitude", BedReader::magnitude),
        in.each("stationMagnitude", BedReader::stationMagnitude),
        in.each("amplitude", BedReader::amplitude),
        in.each("focalMechanism", BedReader::focalMechanism),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  static Comment comment(Parts in) {
    return new Comment(
        in.requiredText("text"),
        in.attribute("id"),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  static CreationInfo creationInfo(Parts in) {
    return new CreationInfo(in.leaf("creationTime", Written::readTime), in.rest());
  }

  static Quantity<Double> real(Parts in) {
    return quantity(in, Written::readReal);
  }

  static Quantity<Moment> time(Parts in) {
    return quantity(in, Written::readTime);
  }

  private static <T> Quantity<T> quantity(Parts in, Function<String, Written<T>> read) {
    return new Quantity<>(
        in.requiredLeaf("value", read),
        in.real("uncertainty"),
        in.real("lowerUncertainty"),
        in.real("upperUncertainty"),
        in.real("confidenceLevel"),
        in.one("pdf", density -> pdf(density, read)),
        in.rest());
  }

  private static <T> Pdf<T> pdf(Parts in, Function<String, Written<T>> read) {
    Written<List<T>> variable = in.requiredLeaf("variable", text -> Pdf.read(text, read));
    Written<List<Double>> probability =
        in.requiredLeaf("probability", text -> Pdf.read(text, Written::readReal));
    if (variable.value().size() != probability.value().size()) {
      throw in.malformed(
          probability.value().size() + " probabilities at " + variable.value().size() + " points");
    }
    return new Pdf<>(variable, probability, in.rest());
  }

  private static EventDescription description(Parts in) {
    return new EventDescription(
        in.requiredText("text"), in.leaf("type", Function.identity()), in.rest());
  }

  private static Origin origin(Parts in) {
    return new Origin(
        in.requiredAttribute("publicID"),
        in.requiredOne("time", BedReader::time),
        in.requiredOne("latitude", BedReader::real),
        in.requiredOne("longitude", BedReader::real),
        in.one("depth", BedReader::real),
        in.one("quality", BedReader::originQuality),
        in.one("originUncertainty", BedReader::originUncertainty),
        in.each("arrival", BedReader::arrival),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  private static OriginQuality originQuality(Parts in) {
    return new OriginQuality(
        in.whole("associatedPhaseCount"),
        in.whole("usedPhaseCount"),
        in.whole("associatedStationCount"),
        in.whole("usedStationCount"),
        in.whole("depthPhaseCount"),
        in.real("standardError"),
        in.real("azimuthalGap"),
        in.real("secondaryAzimuthalGap"),
        in.real("maximumDistance"),
        in.real("minimumDistance"),
        in.real("medianDistance"),
        in.rest());
  }

  private static OriginUncertainty originUncertainty(Parts in) {
    return new OriginUncertainty(
        in.real("horizontalUncertainty"),
        in.real("minHorizontalUncertainty"),
        in.real("maxHorizontalUncertainty"),
        in.real("azimuthMaxHorizontalUncertainty"),
        in.real("confidenceLevel"),
        in.rest());
  }

  private static Arrival arrival(Parts in) {
    return new Arrival(
        in.attribute("publicID"),
        in.requiredText("pickID"),
        in.requiredText("phase"),
        in.real("azimuth"),
        in.real("distance"),
        in.real("timeResidual"),
        in.real("timeWeight"),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  private static Pick pick(Parts in) {
    return new Pick(
        in.requiredAttribute("publicID"),
        in.requiredOne("time", BedReader::time),
        in.requiredOne("waveformID", BedReader::waveformID),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  private static WaveformStreamID waveformID(Parts in) {
    return new WaveformStreamID(
        in.requiredAttribute("networkCode"),
        in.requiredAttribute("stationCode"),
        in.attribute("locationCode"),
        in.attribute("channelCode"),
        in.ownText(),
        in.rest());
  }

  private static Magnitude magnitude(Parts in) {
    return new Magnitude(
        in.requiredAttribute("publicID"),
        in.requiredOne("mag", BedReader::real),
        in.whole("stationCount"),
        in.real("azimuthalGap"),
        in.each("stationMagnitudeContribution", BedReader::contribution),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  private static StationMagnitudeContribution contribution(Parts in) {
    return new StationMagnitudeContribution(
        in.requiredText("stationMagnitudeID"), in.real("residual"), in.real("weight"), in.rest());
  }

  private static StationMagnitude stationMagnitude(Parts in) {
    return new StationMagnitude(
        in.requiredAttribute("publicID"),
        in.requiredOne("mag", BedReader::real),
        in.one("waveformID", BedReader::waveformID),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  private static Amplitude amplitude(Parts in) {
    return new Amplitude(
        in.requiredAttribute("publicID"),
        in.requiredOne("genericAmplitude", BedReader::real),
        in.one("period", BedReader::real),
        in.real("snr"),
        in.one("waveformID", BedReader::waveformID),
        in.one("scalingTime", BedReader::time),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  private static FocalMechanism focalMechanism(Parts in) {
    return new FocalMechanism(
        in.requiredAttribute("publicID"),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }
}
