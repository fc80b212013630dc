package org.jumelles.formats.quakeml;

import java.util.Map;
import java.util.Optional;

/// A whole document.
///
/// @param rootNamespace of the element `quakeml`; the Marsquake Service's has no version
/// @param bedNamespace of `eventParameters` and what is below it
/// @param prefixes the namespaces that the root declares
/// @param singleStation the single-station extension
/// @param marsquake the marsquake extension
/// @param rest all else
public record QuakeMlDocument(
    String rootNamespace,
    String bedNamespace,
    Map<String, String> prefixes,
    EventParameters eventParameters,
    Optional<SingleStationParameters> singleStation,
    Optional<MarsquakeParameters> marsquake,
    Rest rest) {
  public QuakeMlDocument {
    prefixes = Map.copyOf(prefixes);
  }

  /// A new document in QuakeML 1.2 with the customary prefixes.
  public static QuakeMlDocument of(EventParameters eventParameters) {
    return new QuakeMlDocument(
        QuakeMl.ROOT,
        QuakeMl.BED,
        Map.of(
            "", QuakeMl.BED,
            "q", QuakeMl.ROOT,
            "mars", QuakeMl.MARS,
            "mq", QuakeMl.MARSQUAKE,
            "sst", QuakeMl.SINGLE_STATION),
        eventParameters,
        Optional.empty(),
        Optional.empty(),
        Rest.NONE);
  }

  public QuakeMlDocument with(SingleStationParameters parameters) {
    return new QuakeMlDocument(
        rootNamespace,
        bedNamespace,
        prefixes,
        eventParameters,
        Optional.of(parameters),
        marsquake,
        rest);
  }

  public QuakeMlDocument with(MarsquakeParameters parameters) {
    return new QuakeMlDocument(
        rootNamespace,
        bedNamespace,
        prefixes,
        eventParameters,
        singleStation,
        Optional.of(parameters),
        rest);
  }
}
