package org.jumelles.formats.miniseed;

/// Who recorded: an FDSN Source Identifier such as `FDSN:XB_ELYSE_03_B_H_U`.
///
/// @param text as it stands in a miniSEED 3 header; an older header is rendered as one
public record SourceId(String text) implements Comparable<SourceId> {
  private static final String SCHEME = "FDSN:";

  public SourceId {
    if (text.isEmpty() || text.length() > 255) {
      throw new IllegalArgumentException("a source identifier of " + text.length() + " characters");
    }
  }

  /// From the four codes of SEED 2.4; a channel of three letters gains its underscores.
  public static SourceId of(String network, String station, String location, String channel) {
    String spread =
        channel.length() == 3
            ? channel.charAt(0) + "_" + channel.charAt(1) + "_" + channel.charAt(2)
            : channel;
    return new SourceId(
        SCHEME + (network + "_" + station + "_" + location + "_" + spread).replace(" ", ""));
  }

  /// From `XB.ELYSE.03.BHU`, the location may be empty.
  ///
  /// @throws IllegalArgumentException for any other form
  public static SourceId ofNslc(String nslc) {
    String[] codes = nslc.split("\\.", -1);
    if (codes.length != 4) {
      throw new IllegalArgumentException("'" + nslc + "' is not NETWORK.STATION.LOCATION.CHANNEL");
    }
    return of(codes[0], codes[1], codes[2], codes[3]);
  }

  public String network() {
    return part(0);
  }

  public String station() {
    return part(1);
  }

  public String location() {
    return part(2);
  }

  /// Band, source and subsource: `BHU` where each is one letter, else with underscores between.
  public String channel() {
    String[] parts = parts();
    if (parts.length < 6) {
      return parts.length < 4 ? "" : parts[3];
    }
    boolean letters = parts[3].length() == 1 && parts[4].length() == 1 && parts[5].length() == 1;
    return String.join(letters ? "" : "_", parts[3], parts[4], parts[5]);
  }

  /// The codes of SEED with points between: `XB.ELYSE.03.BHU`.
  public String nslc() {
    return network() + "." + station() + "." + location() + "." + channel();
  }

  @Override
  public int compareTo(SourceId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private String part(int index) {
    String[] parts = parts();
    return index < parts.length ? parts[index] : "";
  }

  private String[] parts() {
    String codes = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
    return codes.split("_", -1);
  }
}
