package org.jumelles.formats.stationxml;

import java.util.List;

/// A network epoch and its stations.
public record Network(BaseNode node, List<Station> stations, Kept kept) {
  public Network {
    stations = List.copyOf(stations);
  }
}
