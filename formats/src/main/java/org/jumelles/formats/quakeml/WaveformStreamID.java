package org.jumelles.formats.quakeml;

import java.util.Optional;

/// Which waveforms: SEED codes, and perhaps a resource identifier as text.
///
/// @param locationCode absent and empty are two things
/// @param resourceURI the element's text, mostly empty
public record WaveformStreamID(
    String networkCode,
    String stationCode,
    Optional<String> locationCode,
    Optional<String> channelCode,
    String resourceURI,
    Rest rest) {
  public static WaveformStreamID of(
      String networkCode, String stationCode, String locationCode, String channelCode) {
    return new WaveformStreamID(
        networkCode,
        stationCode,
        Optional.of(locationCode),
        Optional.of(channelCode),
        "",
        Rest.NONE);
  }

  /// `XB.ELYSE.02.BHZ`; what is absent is empty.
  public String nslc() {
    return String.join(
        ".", networkCode, stationCode, locationCode.orElse(""), channelCode.orElse(""));
  }
}
