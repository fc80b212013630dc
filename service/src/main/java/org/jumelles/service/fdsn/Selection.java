package org.jumelles.service.fdsn;

import java.util.List;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Which channels, and when; one line of a POST body, or the whole of a GET.
///
/// @param location the empty code is the empty string
/// @param start [Moment#MIN] where open
/// @param end [Moment#MAX] where open
record Selection(
    List<Glob> network,
    List<Glob> station,
    List<Glob> location,
    List<Glob> channel,
    Moment start,
    Moment end) {
  static final Selection ALL =
      new Selection(
          List.of(Glob.ANY),
          List.of(Glob.ANY),
          List.of(Glob.ANY),
          List.of(Glob.ANY),
          Moment.MIN,
          Moment.MAX);

  Selection {
    network = List.copyOf(network);
    station = List.copyOf(station);
    location = List.copyOf(location);
    channel = List.copyOf(channel);
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("a selection that ends before it starts");
    }
  }

  Span window() {
    return new Span(start, end);
  }

  boolean takes(String networkCode, String stationCode) {
    return any(network, networkCode) && any(station, stationCode);
  }

  boolean takes(String networkCode, String stationCode, String locationCode, String channelCode) {
    return takes(networkCode, stationCode)
        && any(location, locationCode)
        && any(channel, channelCode);
  }

  private static boolean any(List<Glob> globs, String code) {
    return globs.stream().anyMatch(glob -> glob.matches(code));
  }
}
