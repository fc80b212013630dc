package org.jumelles.cli.seis;

import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.TreeSet;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.Position;
import org.jumelles.formats.stationxml.Response;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.calibration.GroundMotion;
import org.jumelles.seis.event.CandidateQuakeMl;

/// A StationXML file that a command was given.
record Metadata(Path file, Inventory inventory) {

  /// The words of `--output`.
  enum Motion {
    DISP(GroundMotion.DISPLACEMENT, "m"),
    VEL(GroundMotion.VELOCITY, "m/s"),
    ACC(GroundMotion.ACCELERATION, "m/s**2");

    final GroundMotion motion;
    final String unit;

    Motion(GroundMotion motion, String unit) {
      this.motion = motion;
      this.unit = unit;
    }
  }

  static Metadata read(Path file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return new Metadata(file, StationXml.read(InputFile.map(file, arena)));
    }
  }

  /// @throws IllegalArgumentException where the file has no such channel then, with what it has
  Channel channel(SourceId id, Moment at) {
    return inventory
        .channel(id.network(), id.station(), id.location(), id.channel(), at)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    file + ": no channel " + id.nslc() + " at " + at + "; it has " + names()));
  }

  /// @throws IllegalArgumentException where the channel tells no response
  Response response(SourceId id, Moment at) {
    return channel(id, at)
        .response()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    file + ": " + id.nslc() + " at " + at + " tells no response"));
  }

  /// Where the channel stands.
  CandidateQuakeMl.Place place(SourceId id, Moment at) {
    Position position = channel(id, at).position();
    return new CandidateQuakeMl.Place(position.latitude().value(), position.longitude().value());
  }

  private String names() {
    TreeSet<String> names = new TreeSet<>();
    inventory
        .networks()
        .forEach(
            network ->
                network
                    .stations()
                    .forEach(
                        station ->
                            station
                                .channels()
                                .forEach(
                                    channel ->
                                        names.add(
                                            network.node().code()
                                                + "."
                                                + station.node().code()
                                                + "."
                                                + channel.locationCode().strip()
                                                + "."
                                                + channel.node().code()))));
    String some = String.join(", ", names.stream().limit(12).toList());
    return names.isEmpty() ? "none" : names.size() > 12 ? some + ", ..." : some;
  }
}
