package org.jumelles.service.seedlink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Moment;

/// Packets as they go over the line.
///
/// Version 3: `SL` and the low 24 bits of the number in six hexadecimal digits, then 512 bytes of
/// miniSEED 2. Version 4 [FDSN-SeedLink4, "Data Transfer"], little-endian:
///
/// | offset | type | field |
/// |---|---|---|
/// | 0 | char[2] | `SE` |
/// | 2 | char | format |
/// | 3 | char | subformat |
/// | 4 | u32 | length of the payload |
/// | 8 | u64 | number |
/// | 16 | u8 | length of the station ID |
/// | 17 | char... | station ID |
/// | | | payload |
final class Packets {
  static final int HEAD_4_BYTES = 17;
  static final int HEAD_3_BYTES = 8;

  private Packets() {}

  static byte[] version4(String format, long number, String station, byte[] payload) {
    byte[] id = station.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(HEAD_4_BYTES + id.length + payload.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'S')
        .put((byte) 'E')
        .put((byte) format.charAt(0))
        .put((byte) format.charAt(1))
        .putInt(payload.length)
        .putLong(number)
        .put((byte) id.length)
        .put(id)
        .put(payload)
        .array();
  }

  static byte[] version3(long number, byte[] record) {
    return ByteBuffer.allocate(HEAD_3_BYTES + record.length)
        .put(("SL" + ProtocolWords.number3(number)).getBytes(StandardCharsets.US_ASCII))
        .put(record)
        .array();
  }

  /// A record in packets of version 3, from a number on: as it is where it has 512 bytes, else
  /// encoded anew in pieces, each with its own number. None where it cannot be told in version 2.
  static List<byte[]> version3(Backlog.Numbered numbered, long from) throws IOException {
    Record record = numbered.record();
    if (Backlog.slots(record) == 1) {
      return List.of(version3(numbered.number(), bytes(record)));
    }
    byte[] pieces = encoded(record, 2, Backlog.RECORD_3_BYTES).orElse(new byte[0]);
    List<byte[]> packets = new ArrayList<>();
    for (int at = 0; at < pieces.length; at += Backlog.RECORD_3_BYTES) {
      long number = numbered.number() + at / Backlog.RECORD_3_BYTES;
      if (number >= from) {
        byte[] piece = java.util.Arrays.copyOfRange(pieces, at, at + Backlog.RECORD_3_BYTES);
        packets.add(version3(number, piece));
      }
    }
    return packets;
  }

  static byte[] bytes(Record record) {
    return record.bytes().array(0, record.recordLength(), "record");
  }

  /// The same samples in another version or length; empty where they cannot be had or told.
  static Optional<byte[]> encoded(Record record, int version, int lengthBytes) throws IOException {
    Optional<Samples> samples = record.samples().found();
    if (samples.isEmpty()) {
      return Optional.empty();
    }
    Encoding encoding =
        switch (record.encoding()) {
          case TEXT, INT16, INT32, FLOAT32, FLOAT64, STEIM1, STEIM2 -> record.encoding();
          case INT24, CDSN, SRO, DWWSSN -> Encoding.INT32;
          case GEOSCOPE24, GEOSCOPE16_3, GEOSCOPE16_4 -> Encoding.FLOAT32;
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      MiniSeed.write(
          out,
          record.sourceId(),
          record.start(),
          record.samplingRateHz(),
          samples.get(),
          new WriteOptions(version, encoding, lengthBytes));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    return Optional.of(out.toByteArray());
  }

  /// An INFO answer of version 3: text in log records, the last marked by its header.
  static List<byte[]> info3(String text, boolean error, Moment now) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MiniSeed.write(
        out,
        SourceId.of("SL", "INFO", "", error ? "ERR" : "INF"),
        now,
        0,
        new Samples.Text(text.getBytes(StandardCharsets.UTF_8)),
        new WriteOptions(2, Encoding.TEXT, Backlog.RECORD_3_BYTES));
    byte[] records = out.toByteArray();
    List<byte[]> packets = new ArrayList<>();
    for (int at = 0; at < records.length; at += Backlog.RECORD_3_BYTES) {
      boolean last = at + Backlog.RECORD_3_BYTES >= records.length;
      packets.add(
          ByteBuffer.allocate(HEAD_3_BYTES + Backlog.RECORD_3_BYTES)
              .put((last ? "SLINFO  " : "SLINFO *").getBytes(StandardCharsets.US_ASCII))
              .put(records, at, Backlog.RECORD_3_BYTES)
              .array());
    }
    return packets;
  }

  /// An INFO answer of version 4.
  static byte[] info4(String json, boolean error) {
    return version4(error ? "JE" : "JI", 0, "", json.getBytes(StandardCharsets.UTF_8));
  }
}
