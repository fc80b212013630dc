package org.jumelles.formats.stationxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Span;

/// What to look for: patterns with `*`, `?` and commas, and a stretch of time.
///
/// @param location `--` or nothing at all stands for the empty code
public record ChannelSelection(
    String network, String station, String location, String channel, Optional<Span> time) {
  public static final ChannelSelection ALL =
      new ChannelSelection("*", "*", "*", "*", Optional.empty());

  List<Network> networks(List<Network> from) {
    List<Network> found = new ArrayList<>();
    for (Network candidate : from) {
      if (matches(network, candidate.node())) {
        List<Station> stations = stations(candidate.stations());
        if (!stations.isEmpty() || (candidate.stations().isEmpty() && allStations())) {
          found.add(new Network(candidate.node(), stations, candidate.kept()));
        }
      }
    }
    return found;
  }

  private List<Station> stations(List<Station> from) {
    List<Station> found = new ArrayList<>();
    for (Station of : from) {
      if (matches(station, of.node())) {
        List<Channel> channels = of.channels().stream().filter(this::matches).toList();
        if (!channels.isEmpty() || (of.channels().isEmpty() && allChannels())) {
          found.add(new Station(of.node(), of.position(), of.site(), channels, of.kept()));
        }
      }
    }
    return found;
  }

  private boolean matches(Channel candidate) {
    String code = candidate.locationCode().strip();
    return matches(channel, candidate.node())
        && (isAmong(location, code) || (code.isEmpty() && isAmong(location, "--")));
  }

  private boolean matches(String patterns, BaseNode node) {
    return isAmong(patterns, node.code()) && time.map(node.epoch()::overlaps).orElse(true);
  }

  /// Several patterns are parted by commas, as the FDSN web services take them.
  private static boolean isAmong(String patterns, String code) {
    return Stream.of(patterns.split(",", -1))
        .anyMatch(pattern -> new Glob(pattern.strip()).matches(code));
  }

  private boolean allStations() {
    return station.equals("*") && allChannels();
  }

  private boolean allChannels() {
    return location.equals("*") && channel.equals("*");
  }
}
