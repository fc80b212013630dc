package org.jumelles.service.fdsn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jumelles.formats.stationxml.BaseNode;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Network;
import org.jumelles.formats.stationxml.Station;
import org.jumelles.kernel.time.Moment;

/// Joins what several documents say of one network or station epoch; what they say twice is said
/// once, and of two channel epochs with one code and start the first holds.
final class Networks {
  private record Epoch(String code, Optional<Moment> start) {
    static Epoch of(BaseNode node) {
      return new Epoch(node.code(), node.epoch().start());
    }
  }

  private record ChannelEpoch(String location, String code, Optional<Moment> start) {}

  private Networks() {}

  static List<Network> united(List<Network> networks) {
    Map<Epoch, Network> joined = new LinkedHashMap<>();
    for (Network network : networks) {
      joined.merge(Epoch.of(network.node()), network, Networks::together);
    }
    return List.copyOf(joined.values());
  }

  private static Network together(Network a, Network b) {
    Map<Epoch, Station> stations = new LinkedHashMap<>();
    for (Station station : both(a.stations(), b.stations())) {
      stations.merge(Epoch.of(station.node()), station, Networks::together);
    }
    return new Network(a.node(), List.copyOf(stations.values()), a.kept());
  }

  private static Station together(Station a, Station b) {
    Set<ChannelEpoch> seen = new LinkedHashSet<>();
    List<Channel> channels =
        both(a.channels(), b.channels()).stream()
            .filter(
                channel ->
                    seen.add(
                        new ChannelEpoch(
                            channel.locationCode(),
                            channel.node().code(),
                            channel.node().epoch().start())))
            .toList();
    return new Station(a.node(), a.position(), a.site(), channels, a.kept());
  }

  private static <T> List<T> both(List<T> a, List<T> b) {
    List<T> both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
