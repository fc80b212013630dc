package org.jumelles.formats.quakeml;

import java.util.function.Function;

/// Elements of the single-station and the marsquake extension to records.
final class ExtensionReader {
  private ExtensionReader() {}

  static SingleStationParameters singleStationParameters(Parts in) {
    return new SingleStationParameters(
        in.requiredAttribute("publicID"),
        in.each("singleStationOrigin", ExtensionReader::singleStationOrigin),
        in.each("singleStationPick", ExtensionReader::singleStationPick),
        in.each("distanceComputation", ExtensionReader::computation),
        in.each("azimuthComputation", ExtensionReader::computation),
        in.rest());
  }

  static MarsquakeParameters marsquakeParameters(Parts in) {
    return new MarsquakeParameters(
        in.requiredAttribute("publicID"),
        in.each("marsEvent", ExtensionReader::marsEvent),
        in.rest());
  }

  private static SingleStationOrigin singleStationOrigin(Parts in) {
    return new SingleStationOrigin(
        in.requiredAttribute("publicID"),
        in.requiredText("bedOriginReference"),
        in.one("locationQuality", ExtensionReader::classification),
        in.each("distance", part -> estimate(part, "distance", BedReader::real)),
        in.each("azimuth", part -> estimate(part, "azimuth", BedReader::real)),
        in.each("depth", part -> estimate(part, "depth", BedReader::real)),
        in.each("originTime", part -> estimate(part, "originTime", BedReader::time)),
        in.rest());
  }

  private static <T> Estimate<T> estimate(
      Parts in, String kind, Function<Parts, Quantity<T>> read) {
    return new Estimate<>(
        in.requiredAttribute("publicID"),
        in.requiredOne(kind, read),
        in.each(kind + "Contribution", part -> contribution(part, kind)),
        in.rest());
  }

  private static Estimate.Contribution contribution(Parts in, String kind) {
    return new Estimate.Contribution(
        in.requiredText(kind + "ComputationID"), in.real("weight"), in.rest());
  }

  private static SingleStationPick singleStationPick(Parts in) {
    return new SingleStationPick(
        in.requiredAttribute("publicID"),
        in.requiredText("pickReference"),
        in.one("frequency", BedReader::real),
        in.rest());
  }

  private static Computation computation(Parts in) {
    return new Computation(
        in.requiredAttribute("publicID"),
        in.each("comment", BedReader::comment),
        in.one("creationInfo", BedReader::creationInfo),
        in.rest());
  }

  private static MarsEvent marsEvent(Parts in) {
    return new MarsEvent(
        in.requiredAttribute("publicID"),
        in.requiredText("eventReference"),
        in.one("type", ExtensionReader::classification),
        in.rest());
  }

  private static Classification classification(Parts in) {
    return new Classification(
        in.requiredText("class"), in.leaf("classificationScheme", Function.identity()), in.rest());
  }
}
