package org.jumelles.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.Specimens;
import org.jumelles.pipeline.recipe.seis.SeisChain;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long after the ground moved, and how long after its last record was in, an event is a row.
class LiveDelayTest {
  private static final int P_SECONDS = 1200;
  private static final int STEP_SECONDS = 30;

  /// Half of the detector's running median of 61 s, the 40 s that an event whose end is not known
  /// must be seen, and the pause between two runs.
  private static final int GREATEST_DELAY_SECONDS = 31 + 40 + STEP_SECONDS;

  @TempDir Path folder;

  @Test
  void anEventIsARowSoonAfterItsRecords() throws Exception {
    List<byte[]> records = records();
    try (Archive archive = Archive.open(folder)) {
      LiveIngest live = new LiveIngest(archive, Specimens.PROVENANCE);
      Runner runner = new Runner(archive, Progress.SILENT, 1, 1L << 30);
      SeisChain chain = new SeisChain(archive, Specimens.PROVENANCE, runner);
      int taken = 0;
      int end = P_SECONDS;
      List<Found> events = List.of();
      long workNanos = 0;
      while (events.isEmpty() && end <= P_SECONDS + GREATEST_DELAY_SECONDS) {
        int upTo = taken;
        while (upTo < records.size() && !endOf(records.get(upTo)).isAfter(at(end))) {
          upTo++;
        }
        assertThat(live.take(records.subList(taken, upTo)).good()).isEqualTo(upTo - taken);
        taken = upTo;
        long begun = System.nanoTime();
        live.store(at(end));
        chain.run();
        workNanos = System.nanoTime() - begun;
        events = archive.entries(Query.all("event"));
        assertThat(end > P_SECONDS || events.isEmpty()).as("nothing before P").isTrue();
        end += STEP_SECONDS;
      }
      assertThat(events).as("a row by " + GREATEST_DELAY_SECONDS + " s after P").hasSize(1);
      Moment onset = events.getFirst().entry().span().start();
      assertThat(Math.abs(onset.nanosUntil(at(P_SECONDS)))).isLessThan(15_000_000_000L);
      assertThat(workNanos).as("the chain keeps up").isLessThan(STEP_SECONDS * 1_000_000_000L);
    }
  }

  private static Moment at(int seconds) {
    return Specimens.after(Specimens.START, seconds);
  }

  private static Moment endOf(byte[] record) {
    return MiniSeed.records(Bytes.of("test", record)).next().found().orElseThrow().end();
  }

  /// White noise, and an event that grows for a minute and decays, in records of 512 bytes.
  private static List<byte[]> records() {
    Random random = new Random(12);
    int[] counts = new int[(int) (2 * P_SECONDS * Specimens.RATE_HZ)];
    for (int i = 0; i < counts.length; i++) {
      double t = i / Specimens.RATE_HZ - P_SECONDS;
      double strength = t < 0 ? 1 : 1 + 10 * t * Math.exp(1 - t / 60);
      counts[i] = (int) (random.nextGaussian() * 10 * strength);
    }
    byte[] all = Specimens.counts("XX.SIMLY.02.BHZ", Specimens.START, Specimens.RATE_HZ, counts);
    List<byte[]> records = new ArrayList<>();
    for (int at = 0; at < all.length; at += 512) {
      records.add(Arrays.copyOfRange(all, at, at + 512));
    }
    return records;
  }
}
