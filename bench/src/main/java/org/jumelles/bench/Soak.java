package org.jumelles.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jumelles.archive.Archive;
import org.jumelles.iasi.simulation.Plan;
import org.jumelles.iasi.simulation.SimulatedGranule;
import org.jumelles.iasi.spectrum.EpsL1cWriter;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.ingest.Ingest;
import org.jumelles.pipeline.ingest.LiveIngest;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.service.Address;
import org.jumelles.service.WebService;
import org.jumelles.service.seedlink.SeedLinkClient;
import org.jumelles.service.seedlink.SeedLinkServer;

/// A live stream and a feed of granules at many times real speed, with readers on every service, in
/// one process: heap after collection, open descriptors, threads, and how long answers took.
///
/// Three channels of 20 Hz come in `speed` times as fast as on Mars; two clients follow them by
/// SeedLink; a scan line of the sounder comes every ten seconds; readers ask over HTTP without a
/// pause. Usage: `Soak MINUTES SPEED READERS`.
public final class Soak {
  private static final long GRANULE_SECONDS = 10;
  private static final long SAMPLE_SECONDS = 10;
  private static final Moment START = Utc.parse("2019-05-22T00:00:00");

  private final Archive archive;
  private final Provenance provenance;
  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicLong records = new AtomicLong();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong granules = new AtomicLong();

  private Soak(Archive archive) {
    this.archive = archive;
    this.provenance = Provenance.ofThisProcess("soak", new Partnership(archive).accord());
  }

  public static void main(String[] args) throws Exception {
    Locale.setDefault(Locale.ROOT);
    int minutes = Integer.parseInt(args[0]);
    double speed = Double.parseDouble(args[1]);
    int readers = Integer.parseInt(args[2]);
    Path folder = Files.createTempDirectory("jumelles-soak");
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      new Soak(archive).run(minutes, speed, readers, folder);
    } finally {
      SoakState.clear(folder);
    }
  }

  @SuppressWarnings("try") // closed early, so that its followers end
  private void run(int minutes, double speed, int readers, Path folder) throws Exception {
    SoakReaders asking = new SoakReaders(over);
    SoakState state = new SoakState();
    long began = System.nanoTime();
    try (WebService web = WebService.start(archive, Address.loopback(0));
        SeedLinkServer seedLink = SeedLinkServer.start(archive, 0);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> work =
          new java.util.ArrayList<>(
              List.of(
                  pool.submit(() -> stream(speed)),
                  pool.submit(() -> feed(folder)),
                  pool.submit(() -> follow(seedLink.port())),
                  pool.submit(() -> follow(seedLink.port()))));
      IntStream.range(0, readers)
          .forEach(i -> work.add(pool.submit(() -> asking.ask(web.port(), i))));
      while (System.nanoTime() - began < TimeUnit.MINUTES.toNanos(minutes)) {
        Thread.sleep(Duration.ofSeconds(SAMPLE_SECONDS));
        state.sample((System.nanoTime() - began) / 1e9, records.get(), asking.answered());
        for (Future<?> one : work) {
          if (one.isDone()) {
            one.get(); // ends the soak with what ended the worker
          }
        }
      }
      over.set(true);
      seedLink.close();
      for (Future<?> one : work) {
        one.get(1, TimeUnit.MINUTES);
      }
    }
    System.out.printf(
        "%d minutes at %.0f times real speed, %d readers: %d records in, %d sent to followers, %d"
            + " granules, %d products%n%n",
        minutes,
        speed,
        readers,
        records.get(),
        received.get(),
        granules.get(),
        archive.counts().products());
    state.print(System.out);
    asking.print(System.out);
  }

  /// Records as they would come, one second of the mission after the other; each day is sealed as
  /// it ends.
  private Void stream(double speed) throws IOException, InterruptedException {
    LiveIngest live = new LiveIngest(archive, provenance);
    SoakRecords source = new SoakRecords(START);
    long began = System.nanoTime();
    long nextStoreSeconds = SoakRecords.STORE_SECONDS;
    while (!over.get()) {
      double due = (System.nanoTime() - began) / 1e9 * speed;
      if (source.seconds() > due) {
        Thread.sleep(Duration.ofMillis(20));
        continue;
      }
      List<byte[]> batch = source.next();
      if (live.take(batch).good() != batch.size()) {
        throw new IllegalStateException("not every record was taken");
      }
      records.addAndGet(batch.size());
      if (source.seconds() >= nextStoreSeconds) {
        live.store(source.now());
        nextStoreSeconds += SoakRecords.STORE_SECONDS;
      }
    }
    return null;
  }

  /// One scan line after the other, each a file of its own.
  private Void feed(Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("granule.nat");
    for (int i = 0; !over.get(); i++) {
      long began = System.nanoTime();
      Moment start = START.plusNanos(i * 8_000_000_000L);
      SimulatedGranule granule = new SimulatedGranule(new Plan(i, start, 1, 0, Optional.empty()));
      Iterator<ScanLine> lines = List.of(granule.line(0).found().orElseThrow()).iterator();
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        EpsL1cWriter.write(out, granule.header(), 1, lines);
      }
      new Ingest(archive, provenance, Progress.SILENT, true).take(List.of(file));
      granules.incrementAndGet();
      long left = GRANULE_SECONDS * 1000 - (System.nanoTime() - began) / 1_000_000;
      for (; left > 0 && !over.get(); left -= 100) {
        Thread.sleep(Duration.ofMillis(100));
      }
    }
    return null;
  }

  /// A client that follows all streams until the server goes.
  private Void follow(int port) throws IOException {
    try (SeedLinkClient client =
        SeedLinkClient.connect("127.0.0.1", port, 0, Duration.ofMinutes(1))) {
      client.receive(
          List.of(SeedLinkClient.Wish.all("*_*")), false, _ -> received.incrementAndGet());
    } catch (IOException e) {
      if (!over.get()) {
        throw e;
      }
    }
    return null;
  }
}
