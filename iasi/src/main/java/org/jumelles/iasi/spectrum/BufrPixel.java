package org.jumelles.iasi.spectrum;

import org.jumelles.formats.bufr.BufrData;
import org.jumelles.formats.bufr.BufrMessage;
import org.jumelles.formats.bufr.Element;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// The head of one subset: which pixel of which line it is, and when it was seen.
///
/// @param fieldOfView as it is numbered in the file: real files begin with 0, the tables allow 1
record BufrPixel(LineKey key, int fieldOfView, Moment time) {
  static final int SATELLITE = 1007;
  static final int LATITUDE = 5001;
  static final int LONGITUDE = 6001;
  static final int SATELLITE_ZENITH = 7024;
  static final int SATELLITE_AZIMUTH = 5021;
  static final int SOLAR_ZENITH = 7025;
  static final int SOLAR_AZIMUTH = 5022;
  static final int FIELD_OF_VIEW = 5043;
  static final int ORBIT = 5040;
  static final int SCAN_LINE = 5041;
  static final int START_CHANNEL = 25_140;
  private static final int[] TIME = {4001, 4002, 4003, 4004, 4005};
  private static final int SECOND = 4006;

  /// Pixels with the same key lie on the same line.
  ///
  /// @param satellite common code table C-5
  /// @param orbit -1 where it is missing
  record LineKey(long satellite, long orbit, long scanLine) {}

  /// @throws MalformedDataException where the head does not tell line, pixel and time
  static BufrPixel of(BufrMessage message, BufrData data, int subset) {
    long orbit = data.integer(subset, at(message, data, subset, ORBIT));
    LineKey key =
        new LineKey(
            need(message, data, subset, SATELLITE),
            orbit == Element.MISSING ? -1 : orbit,
            need(message, data, subset, SCAN_LINE));
    long fieldOfView = need(message, data, subset, FIELD_OF_VIEW);
    if (fieldOfView < 0 || fieldOfView > ScanLine.PIXELS) {
      throw malformed(message, subset, "005043 (field of view number)", "0 to 120", fieldOfView);
    }
    return new BufrPixel(key, (int) fieldOfView, time(message, data, subset));
  }

  static String platform(long satellite) {
    return switch ((int) satellite) {
      case 3 -> "Metop-B";
      case 4 -> "Metop-A";
      case 5 -> "Metop-C";
      default -> "satellite " + satellite + " of code table 0 01 007";
    };
  }

  /// Where an element stands in a subset.
  static int at(BufrMessage message, BufrData data, int subset, int code) {
    int at = data.find(subset, code, 0);
    if (at < 0) {
      throw malformed(message, subset, "descriptor " + code, "in the template", -1);
    }
    return at;
  }

  private static long need(BufrMessage message, BufrData data, int subset, int code) {
    int at = at(message, data, subset, code);
    long integer = data.integer(subset, at);
    if (integer == Element.MISSING) {
      String name = data.element(subset, at).name();
      throw new MalformedDataException(
          message.data().source(),
          new Place.Offset(message.data().origin()),
          "message " + message.number() + ", subset " + (subset + 1) + ", " + name,
          "a pixel's line, place and time are told",
          "missing");
    }
    return integer;
  }

  private static Moment time(BufrMessage message, BufrData data, int subset) {
    int[] parts = new int[TIME.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (int) need(message, data, subset, TIME[i]);
    }
    need(message, data, subset, SECOND);
    double second = data.value(subset, data.find(subset, SECOND, 0));
    try {
      return Utc.of(parts[0], parts[1], parts[2], parts[3], parts[4], Math.min(60, (int) second), 0)
          .plusNanos(Math.round((second - Math.min(60, (int) second)) * 1e9));
    } catch (IllegalArgumentException e) {
      throw new MalformedDataException(
          message.data().source(),
          new Place.Offset(message.data().origin()),
          "message " + message.number() + ", subset " + (subset + 1) + ", time",
          "a time of UTC",
          String.valueOf(e.getMessage()));
    }
  }

  private static MalformedDataException malformed(
      BufrMessage message, int subset, String field, String clause, long found) {
    return new MalformedDataException(
        message.data().source(),
        new Place.Offset(message.data().origin()),
        "message " + message.number() + ", subset " + (subset + 1) + ", " + field,
        clause,
        found < 0 ? "not there" : Long.toString(found));
  }
}
