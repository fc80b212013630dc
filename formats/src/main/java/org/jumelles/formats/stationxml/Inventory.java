package org.jumelles.formats.stationxml;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// One StationXML document.
///
/// @param schemaVersion such as `1.2`
/// @param source who made the metadata
/// @param sender who sent the document
/// @param created when the document was made
public record Inventory(
    String schemaVersion,
    String source,
    Optional<String> sender,
    Moment created,
    List<Network> networks,
    Kept kept) {
  public Inventory {
    networks = List.copyOf(networks);
  }

  /// The parts that match, with the epochs of networks, stations and channels that overlap.
  public Inventory select(ChannelSelection selection) {
    return new Inventory(
        schemaVersion, source, sender, created, selection.networks(networks), kept);
  }

  /// The channel epoch that holds at an instant, the latest to start where several do.
  ///
  /// @param location the location code, empty for none
  public Optional<Channel> channel(
      String network, String station, String location, String channel, Moment at) {
    Optional<Channel> found = Optional.empty();
    for (Network of : networks) {
      for (Station in : of.stations()) {
        if (!of.node().code().equals(network) || !in.node().code().equals(station)) {
          continue;
        }
        for (Channel candidate : in.channels()) {
          if (candidate.node().code().equals(channel)
              && candidate.locationCode().strip().equals(location.strip())
              && candidate.node().epoch().contains(at)
              && found.map(before -> !candidate.start().isBefore(before.start())).orElse(true)) {
            found = Optional.of(candidate);
          }
        }
      }
    }
    return found;
  }
}
