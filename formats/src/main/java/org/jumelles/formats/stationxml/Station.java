package org.jumelles.formats.stationxml;

import java.util.List;

/// A station epoch and its channels.
public record Station(
    BaseNode node, Position position, Site site, List<Channel> channels, Kept kept) {
  public Station {
    channels = List.copyOf(channels);
  }
}
