package org.jumelles.service.seedlink;

import java.util.Locale;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// Numbers and times as the two versions write them.
final class ProtocolWords {
  private static final long WRAP_3 = 1L << 24;

  private ProtocolWords() {}

  /// A number in decimal or `ALL` (4); six hexadecimal digits, or `-1` (3).
  static StationRequest.From from(int version, String word) {
    if (word.toUpperCase(Locale.ROOT).equals("ALL")) {
      return new StationRequest.From.All();
    }
    try {
      if (version == 4) {
        long number = Long.parseUnsignedLong(word);
        return number < 0 ? new StationRequest.From.Next() : new StationRequest.From.At(number);
      }
      if (word.equals("-1")) {
        return new StationRequest.From.Next();
      }
      if (word.matches("(?:0[xX])?[0-9A-Fa-f]{1,6}")) {
        String digits = word.toLowerCase(Locale.ROOT).replace("0x", "");
        return new StationRequest.From.Low24(Integer.parseInt(digits, 16));
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw ProtocolRefusal.arguments(version == 4 ? "no decimal number" : "no number of six digits");
  }

  /// `2019-05-22T23:00:00.5Z` (4), `2019,5,22,23,0,0` (3).
  static Moment time(int version, String word) {
    try {
      if (version == 4 || word.indexOf(',') < 0) {
        return Utc.parse(word);
      }
      String[] parts = word.split(",", -1);
      int[] numbers = new int[6];
      for (int i = 0; i < 6; i++) {
        numbers[i] = Integer.parseInt(parts[i]);
      }
      return Utc.parse(
          String.format(
              Locale.ROOT,
              "%04d-%02d-%02dT%02d:%02d:%02d",
              numbers[0],
              numbers[1],
              numbers[2],
              numbers[3],
              numbers[4],
              numbers[5]));
    } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
      throw ProtocolRefusal.arguments("no UTC time");
    }
  }

  /// `2019,05,22,23,00,00`, for a client of version 3 to send; fractions are cut off.
  static String time3(Moment moment) {
    return Utc.text(moment).substring(0, 19).replaceAll("[-T:]", ",");
  }

  /// Six hexadecimal digits.
  static String number3(long number) {
    return String.format(Locale.ROOT, "%06X", number % WRAP_3);
  }
}
