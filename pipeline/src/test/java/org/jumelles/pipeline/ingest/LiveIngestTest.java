package org.jumelles.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jumelles.accord.Accord;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.journal.Journal;
import org.jumelles.archive.journal.Stretch;
import org.jumelles.archive.product.Product;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.run.Provenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveIngestTest {
  private static final Moment DURING = Utc.parse("2019-05-22T12:00:00");
  private static final Moment AFTER = Utc.parse("2019-05-23T01:00:01");

  @TempDir Path folder;
  private Archive archive;
  private LiveIngest live;

  @BeforeEach
  void open() throws IOException {
    archive = Archive.open(folder);
    live = new LiveIngest(archive, Provenance.ofThisProcess("test", Accord.defaultRecord()));
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  @Test
  void everyRecordIsCounted() throws IOException {
    assertThat(live.take(List.of(record(0), record(1), record(0), new byte[512], new byte[0])))
        .isEqualTo(new FileReport.Units(2, 1, 2));
    byte[] broken = record(2);
    assertThat(live.take(List.of(java.util.Arrays.copyOf(broken, 300))))
        .isEqualTo(new FileReport.Units(0, 0, 1));
  }

  @Test
  void aDayGrowsThroughVersionsAndIsSealedWhole() throws IOException {
    live.take(List.of(record(0)));
    Product first = live.store(DURING).getFirst();
    assertThat(first.title()).contains("provisional");
    assertThat(live.store(DURING)).isEmpty();
    live.take(List.of(record(1), record(2)));
    assertThat(live.store(DURING)).hasSize(1);
    assertThat(waveforms()).hasSize(1).allMatch(f -> samples(f) == 300);

    live.take(List.of(record(3)));
    Product sealed = live.store(AFTER).getFirst();
    assertThat(sealed.title()).doesNotContain("provisional");
    assertThat(waveforms()).hasSize(1).allMatch(f -> samples(f) == 400);
    assertThat(
            Files.readAllBytes(
                archive.path(sealed.identity(), sealed.payloads().getFirst().name())))
        .hasSize(4 * 512)
        .endsWith(record(3));

    Journal.View view = new Journal(folder).view();
    assertThat(view.stretches()).hasSize(1).first().isInstanceOf(Stretch.Stored.class);
    assertThat(view.next()).isEqualTo(5);
    assertThat(live.store(AFTER)).isEmpty();
  }

  /// Whoever was killed after the last version was stored and before the day was sealed.
  @Test
  void aSecondAttemptAtSealingMakesTheSameProduct() throws IOException {
    live.take(List.of(record(0), record(1)));
    Product provisional = live.store(DURING).getFirst();
    LiveIngest another =
        new LiveIngest(archive, Provenance.ofThisProcess("test", Accord.defaultRecord()));
    assertThat(another.store(AFTER)).containsExactly(provisional);
    assertThat(waveforms()).hasSize(1);
  }

  @Test
  void aLateRecordOfASealedDayIsKeptBesideIt() throws IOException {
    live.take(List.of(record(0)));
    live.store(AFTER);
    live.take(List.of(record(5)));
    live.store(AFTER);
    assertThat(waveforms()).hasSize(2);
    assertThat(new Journal(folder).view().next()).isEqualTo(3);
  }

  private List<Found> waveforms() {
    return archive.entries(Query.all("waveform"));
  }

  private static int samples(Found found) {
    return Integer.parseInt(found.entry().attributes().getOrDefault("samples", "0"));
  }

  private static byte[] record(int index) throws IOException {
    int[] samples = new int[100];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = 1000 * index + i;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MiniSeed.write(
        out,
        SourceId.of("XB", "ELYSE", "03", "BHU"),
        Utc.parse("2019-05-22T10:00:00").plusNanos(index * 10_000_000_000L),
        10,
        new Samples.Ints(samples),
        WriteOptions.version2(Encoding.STEIM2));
    return out.toByteArray();
  }
}
