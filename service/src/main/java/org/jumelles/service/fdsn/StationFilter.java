package org.jumelles.service.fdsn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.stationxml.BaseNode;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Kept;
import org.jumelles.formats.stationxml.Network;
import org.jumelles.formats.stationxml.Station;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Keeps the networks, stations and channels that a request asks for.
///
/// A station without any channel that matches is left out, unless the document tells of no channel
/// at all and the request names none.
final class StationFilter {
  private final FdsnRequest.Stations wanted;
  private final Optional<Availability> availability;
  private boolean restrictedSeen;
  private boolean openSeen;

  StationFilter(FdsnRequest.Stations wanted, Optional<Availability> availability) {
    this.wanted = wanted;
    this.availability = availability;
  }

  /// Whether something matched, but all of it was restricted.
  boolean onlyRestricted() {
    return restrictedSeen && !openSeen;
  }

  List<Network> networks(List<Network> from) {
    List<Network> found = new ArrayList<>();
    for (Network network : from) {
      if (!open(network.node())) {
        continue;
      }
      List<Station> stations =
          network.stations().stream().flatMap(each -> station(network, each).stream()).toList();
      boolean bare = network.stations().isEmpty() && takesBare(network);
      if (!stations.isEmpty() || bare) {
        openSeen = true;
        found.add(new Network(network.node(), stations, network.kept()));
      }
    }
    return found;
  }

  private Optional<Station> station(Network network, Station station) {
    boolean here =
        wanted
            .area()
            .contains(
                station.position().latitude().value(), station.position().longitude().value());
    if (!here || !open(station.node())) {
      return Optional.empty();
    }
    List<Channel> channels = new ArrayList<>();
    for (Channel channel : station.channels()) {
      if (takes(network, station, channel) && open(channel.node())) {
        channels.add(described(network, station, channel));
      }
    }
    boolean bare = station.channels().isEmpty() && takesBare(network, station);
    return channels.isEmpty() && !bare
        ? Optional.empty()
        : Optional.of(
            new Station(
                station.node(), station.position(), station.site(), channels, station.kept()));
  }

  private boolean takes(Network network, Station station, Channel channel) {
    Moment start = channel.node().epoch().start().orElse(Moment.MIN);
    Moment end = channel.node().epoch().end().orElse(Moment.MAX);
    boolean selected =
        wanted.selections().stream()
            .anyMatch(
                selection ->
                    selection.takes(
                            network.node().code(),
                            station.node().code(),
                            channel.locationCode().strip(),
                            channel.node().code())
                        && channel.node().epoch().overlaps(selection.window()));
    return selected
        && wanted.epochs().take(start, end)
        && (!wanted.options().matchTimeSeries() || hasData(network, station, channel));
  }

  private boolean hasData(Network network, Station station, Channel channel) {
    return wanted.selections().stream()
        .anyMatch(
            selection ->
                availability
                    .map(
                        known ->
                            known.overlaps(
                                network.node().code(),
                                station.node().code(),
                                channel.locationCode().strip(),
                                channel.node().code(),
                                selection.start(),
                                selection.end()))
                    .orElse(false));
  }

  private boolean takesBare(Network network) {
    return wanted.selections().stream()
        .anyMatch(
            selection ->
                selection.network().stream().anyMatch(g -> g.matches(network.node().code()))
                    && selection.station().stream().allMatch(Glob::isAny)
                    && selection.channel().stream().allMatch(Glob::isAny)
                    && selection.location().stream().allMatch(Glob::isAny)
                    && network.node().epoch().overlaps(selection.window()));
  }

  private boolean takesBare(Network network, Station station) {
    return !wanted.options().matchTimeSeries()
        && wanted.selections().stream()
            .anyMatch(
                selection ->
                    selection.takes(network.node().code(), station.node().code())
                        && selection.channel().stream().allMatch(Glob::isAny)
                        && selection.location().stream().allMatch(Glob::isAny)
                        && station.node().epoch().overlaps(selection.window()));
  }

  private boolean open(BaseNode node) {
    boolean closed = node.restrictedStatus().map("closed"::equals).orElse(false);
    if (closed && !wanted.options().includeRestricted()) {
      restrictedSeen = true;
      return false;
    }
    return true;
  }

  /// The channel, with its `DataAvailability` where that was asked for.
  private Channel described(Network network, Station station, Channel channel) {
    if (!wanted.options().includeAvailability()) {
      return channel;
    }
    Optional<Span> extent =
        availability.flatMap(
            known ->
                known.of(
                    network.node().code(),
                    station.node().code(),
                    channel.locationCode().strip(),
                    channel.node().code()));
    if (extent.isEmpty()) {
      return channel;
    }
    List<XmlElement> elements =
        new ArrayList<>(
            channel.kept().elements().stream()
                .filter(element -> !element.name().getLocalPart().equals("DataAvailability"))
                .toList());
    elements.addFirst(Availability.element(extent.get()));
    return new Channel(
        channel.node(),
        channel.locationCode(),
        channel.position(),
        channel.depth(),
        channel.azimuth(),
        channel.dip(),
        channel.sampleRate(),
        channel.sensor(),
        channel.dataLogger(),
        channel.response(),
        new Kept(channel.kept().attributes(), elements));
  }
}
