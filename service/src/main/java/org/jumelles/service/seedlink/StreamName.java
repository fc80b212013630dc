package org.jumelles.service.seedlink;

import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.SourceId;

/// What SeedLink calls a channel.
///
/// @param station `XB_ELYSE`
/// @param stream `03_B_H_U`
/// @param location two characters, blanks where the code is shorter, as version 3 selects it
/// @param channel `BHU`
record StreamName(String station, String stream, String location, String channel) {
  private static final String SCHEME = "FDSN:";

  static StreamName of(String key) {
    SourceId id = new SourceId(key);
    String bare = key.startsWith(SCHEME) ? key.substring(SCHEME.length()) : key;
    String station = id.network() + "_" + id.station();
    String stream = bare.length() > station.length() ? bare.substring(station.length() + 1) : "";
    return new StreamName(station, stream, (id.location() + "  ").substring(0, 2), id.channel());
  }

  /// Format and subformat: `2D`, `3D`, or `2L` for a log.
  static String format(Record record) {
    return record.version() + (record.encoding() == Encoding.TEXT ? "L" : "D");
  }
}
