package org.jumelles.service.exchange;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;

/// A `datetime` parameter (OGC 17-069r4 § 7.15.4): an RFC 3339 instant, or two with a slash
/// between, either of which may be open: `..` or nothing.
public final class Window {
  private Window() {}

  /// @throws Refusal 400
  public static Span parse(String text) {
    String[] ends = text.strip().split("/", -1);
    if (ends.length > 2) {
      throw Refusal.bad("datetime '" + text + "' has more than two ends");
    }
    if (ends.length == 1) {
      Moment moment = instant(ends[0]);
      return new Span(moment, moment);
    }
    if (open(ends[0]) && open(ends[1])) {
      throw Refusal.bad("datetime '" + text + "' is open at both ends");
    }
    Moment start = open(ends[0]) ? Moment.MIN : instant(ends[0]);
    Moment end = open(ends[1]) ? Moment.MAX : instant(ends[1]);
    if (end.isBefore(start)) {
      throw Refusal.bad("datetime '" + text + "' ends before it starts");
    }
    return new Span(start, end);
  }

  private static boolean open(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static Moment instant(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() > 2250) {
        return Moment.MAX;
      }
      return time.getYear() < 1700
          ? Moment.MIN
          : Utc.ofUnixNanos(time.toEpochSecond() * 1_000_000_000L + time.getNano());
    } catch (DateTimeException _) {
      throw Refusal.bad("datetime '" + text + "' is no RFC 3339 time such as 2012-11-02T00:00:02Z");
    }
  }
}
