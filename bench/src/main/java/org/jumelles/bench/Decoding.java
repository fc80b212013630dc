package org.jumelles.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Records;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;

/// The work that is timed beside libmseed: all samples decoded, and hashed by h = 31 h + sample.
public final class Decoding {
  private int[] samples = new int[0];
  private long count;

  Decoding() {}

  /// `write ENCODING FILE` makes the file to decode; `decode FILE ROUNDS` prints one line a round:
  /// million samples a second of processor time, samples, hash.
  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "write" ->
          Fixture.write(Path.of(args[2]), Encoding.valueOf(args[1]), Fixture.FILE_SAMPLES);
      case "decode" -> rounds(Path.of(args[1]), Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException("write or decode, not " + args[0]);
    }
  }

  private static void rounds(Path file, int rounds) throws IOException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofShared()) {
      Bytes bytes = Bytes.map(file, arena);
      for (int round = 0; round < rounds; round++) {
        Decoding decoding = new Decoding();
        long start = clock.getCurrentThreadCpuTime();
        int hash = decoding.hash(bytes);
        double microseconds = (clock.getCurrentThreadCpuTime() - start) / 1e3;
        out.printf("%.1f %d %08x%n", decoding.count / microseconds, decoding.count, hash);
      }
    }
  }

  int hash(Bytes bytes) {
    Records records = MiniSeed.records(bytes);
    int hash = 0;
    while (records.hasNext()) {
      if (!(records.next() instanceof Outcome.Good<Record>(Record record))) {
        throw new IllegalStateException("a record that is not good");
      }
      int found = record.sampleCount();
      samples = samples.length < found ? new int[found] : samples;
      record.decodeInts(samples, 0);
      hash = hash(hash, samples, found);
      count += found;
    }
    return hash;
  }

  private static int hash(int before, int[] samples, int count) {
    int hash = before;
    for (int i = 0; i < count; i++) {
      hash = 31 * hash + samples[i];
    }
    return hash;
  }
}
