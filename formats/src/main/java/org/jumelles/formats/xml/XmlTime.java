package org.jumelles.formats.xml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// `xs:dateTime` read as UTC, also where the zone is not said.
///
/// A year beyond the clock's range (2262 to 9999, the "open" end of many an epoch) is [Moment#MAX]
/// and is written as 2599-12-31T23:59:59Z.
public final class XmlTime {
  private static final long SECOND = 1_000_000_000L;
  private static final String OPEN = "2599-12-31T23:59:59Z";
  private static final Pattern ZONE = Pattern.compile("(.*T[^+Z-]*)(Z|([+-])(\\d\\d):(\\d\\d))?");
  private static final Pattern BEYOND =
      Pattern.compile("(226[2-9]|22[7-9]\\d|2[3-9]\\d\\d|[3-9]\\d{3})-.*");

  private XmlTime() {}

  /// @throws IllegalArgumentException where the text is no time
  public static Moment parse(String text) {
    String stripped = text.strip();
    Matcher match = ZONE.matcher(stripped);
    if (!match.matches()) {
      return BEYOND.matcher(stripped).matches() ? beyond(stripped) : Utc.parse(stripped);
    }
    String local = match.group(1);
    if (BEYOND.matcher(local).matches()) {
      return beyond(local);
    }
    Moment moment = Utc.parse(local);
    if (match.group(3) == null) {
      return moment;
    }
    long minutes = Integer.parseInt(match.group(4)) * 60L + Integer.parseInt(match.group(5));
    return moment.plusNanos((match.group(3).equals("-") ? 60 : -60) * minutes * SECOND);
  }

  /// With `Z`, and as many decimals as it needs.
  public static String text(Moment moment) {
    if (moment.equals(Moment.MAX)) {
      return OPEN;
    }
    String text = Utc.text(moment);
    int end = text.length() - 1;
    while (text.charAt(end - 1) == '0') {
      end--;
    }
    if (text.charAt(end - 1) == '.') {
      end--;
    }
    return text.substring(0, end) + "Z";
  }

  /// Checks all but the year, which 2000 or 2001 stands in for.
  private static Moment beyond(String text) {
    Utc.parse((text.substring(4).startsWith("-02-29") ? "2000" : "2001") + text.substring(4));
    return Moment.MAX;
  }
}
