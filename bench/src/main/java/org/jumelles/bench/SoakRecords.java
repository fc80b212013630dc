package org.jumelles.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Moment;

/// Records of 512 bytes of three channels, one stretch after the other, from a seed.
final class SoakRecords {
  /// How much of the mission lies between two storings of what the journal holds.
  static final long STORE_SECONDS = 21_600;

  private static final int STRETCH_SECONDS = 120;
  private static final int RATE_HZ = 20;
  private static final int RECORD_BYTES = 512;
  private static final List<String> CHANNELS = List.of("BHU", "BHV", "BHW");

  private final Moment start;
  private final SplittableRandom random = new SplittableRandom(2019);
  private long seconds;

  SoakRecords(Moment start) {
    this.start = start;
  }

  /// How much of the mission has come.
  long seconds() {
    return seconds;
  }

  Moment now() {
    return start.plusNanos(seconds * 1_000_000_000L);
  }

  /// The next two minutes of all channels, a record each element.
  List<byte[]> next() throws IOException {
    List<byte[]> records = new ArrayList<>();
    for (String channel : CHANNELS) {
      int[] counts = random.ints((long) STRETCH_SECONDS * RATE_HZ, -300, 300).toArray();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SourceId id = SourceId.of("XB", "SOAK", "02", channel);
      WriteOptions form = WriteOptions.version2(Encoding.STEIM2);
      MiniSeed.write(out, id, now(), RATE_HZ, new Samples.Ints(counts), form);
      byte[] all = out.toByteArray();
      for (int at = 0; at < all.length; at += RECORD_BYTES) {
        records.add(Arrays.copyOfRange(all, at, at + RECORD_BYTES));
      }
    }
    seconds += STRETCH_SECONDS;
    return records;
  }
}
