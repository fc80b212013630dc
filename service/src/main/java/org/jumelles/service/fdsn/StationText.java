package org.jumelles.service.fdsn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jumelles.formats.stationxml.BaseNode;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Equipment;
import org.jumelles.formats.stationxml.Measure;
import org.jumelles.formats.stationxml.Network;
import org.jumelles.formats.stationxml.Response;
import org.jumelles.formats.stationxml.Station;

/// The three tables of `format=text`, columns parted by `|`.
final class StationText {
  private StationText() {}

  static String of(List<Network> networks, FdsnRequest.Stations.Level level) {
    StringBuilder text = new StringBuilder(4096);
    switch (level) {
      case NETWORK -> {
        text.append("#Network|Description|StartTime|EndTime|TotalStations\n");
        networks.forEach(network -> line(text, network(network)));
      }
      case STATION -> {
        text.append("#Network|Station|Latitude|Longitude|Elevation|SiteName|StartTime|EndTime\n");
        for (Network network : networks) {
          network.stations().forEach(station -> line(text, station(network, station)));
        }
      }
      case CHANNEL, RESPONSE -> {
        text.append("#Network|Station|Location|Channel|Latitude|Longitude|Elevation|Depth|Azimuth")
            .append("|Dip|SensorDescription|Scale|ScaleFreq|ScaleUnits|SampleRate|StartTime")
            .append("|EndTime\n");
        for (Network network : networks) {
          for (Station station : network.stations()) {
            station.channels().forEach(each -> line(text, channel(network, station, each)));
          }
        }
      }
    }
    return text.toString();
  }

  private static Stream<String> network(Network network) {
    long stations = network.stations().stream().map(each -> each.node().code()).distinct().count();
    return Stream.of(
        network.node().code(),
        network.node().description().orElse(""),
        start(network.node()),
        end(network.node()),
        Long.toString(stations));
  }

  private static Stream<String> station(Network network, Station station) {
    return Stream.of(
        network.node().code(),
        station.node().code(),
        number(station.position().latitude()),
        number(station.position().longitude()),
        number(station.position().elevation()),
        station.site().name(),
        start(station.node()),
        end(station.node()));
  }

  private static Stream<String> channel(Network network, Station station, Channel channel) {
    Optional<Response.Sensitivity> scale = channel.response().flatMap(Response::sensitivity);
    return Stream.of(
        network.node().code(),
        station.node().code(),
        channel.locationCode().strip(),
        channel.node().code(),
        number(channel.position().latitude()),
        number(channel.position().longitude()),
        number(channel.position().elevation()),
        number(channel.depth()),
        channel.azimuth().map(StationText::number).orElse(""),
        channel.dip().map(StationText::number).orElse(""),
        channel.sensor().flatMap(StationText::words).orElse(""),
        scale.map(each -> number(each.value())).orElse(""),
        scale.map(each -> number(each.frequencyHz())).orElse(""),
        scale.map(each -> each.inputUnits().name()).orElse(""),
        channel.sampleRate().map(StationText::number).orElse(""),
        start(channel.node()),
        end(channel.node()));
  }

  private static Optional<String> words(Equipment sensor) {
    return sensor.description().or(sensor::model).or(sensor::type);
  }

  private static String start(BaseNode node) {
    return Fdsn.plainTime(node.epoch().start());
  }

  private static String end(BaseNode node) {
    return Fdsn.plainTime(node.epoch().end());
  }

  private static String number(Measure measure) {
    return number(measure.value());
  }

  private static String number(double value) {
    return Double.toString(value);
  }

  private static void line(StringBuilder text, Stream<String> columns) {
    text.append(
            columns
                .map(column -> column.replaceAll("[|\\p{Cntrl}]", " ").strip())
                .collect(Collectors.joining("|")))
        .append('\n');
  }
}
