package org.jumelles.formats.stationxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        && (Glob.matches(location, code) || (code.isEmpty() && Glob.matches(location, "--")));
  }

  private boolean matches(String patterns, BaseNode node) {
    return Glob.matches(patterns, node.code()) && time.map(node.epoch()::overlaps).orElse(true);
  }

  private boolean allStations() {
    return station.equals("*") && allChannels();
  }

  private boolean allChannels() {
    return location.equals("*") && channel.equals("*");
  }
}
