package org.jumelles.cli.campaign;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.formats.stationxml.Level;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.simulation.SimulatedStation;
import org.jumelles.seis.simulation.Simulation;

/// Where a campaign takes place: a folder, small input of each mission, and the archive that an
/// undisturbed run makes of it.
final class Ground {
  private static final int NOISE_FILES = 6;
  private static final int SECONDS = 900;

  private final Path folder;
  private final Child child;
  private final Random random;
  private final int kills;
  private long deadlineNanos;
  private Holdings whole = Holdings.NONE;
  private long wholeProcessorMillis;
  private int scratch;

  Ground(Path folder, Child child, Random random, int kills) {
    this.folder = folder;
    this.child = child;
    this.random = random;
    this.kills = kills;
  }

  /// No trial begins after this instant of [System#nanoTime].
  void until(long nanos) {
    deadlineNanos = nanos;
  }

  Child child() {
    return child;
  }

  Random random() {
    return random;
  }

  /// How many kills, or that number's share for a fault that takes longer; at least one.
  int share(int part) {
    return Math.max(1, kills / part);
  }

  boolean isTimeLeft() {
    return System.nanoTime() < deadlineNanos;
  }

  Path input() {
    return folder.resolve("input");
  }

  /// The archive of the undisturbed run; only to be read and copied.
  Path wholeArchive() {
    return folder.resolve("whole");
  }

  /// What an undisturbed run makes of the input.
  Holdings whole() {
    return whole;
  }

  /// How long that run computed.
  long wholeProcessorMillis() {
    return wholeProcessorMillis;
  }

  /// A path for one trial, where nothing is yet.
  Path fresh(String name) {
    scratch++;
    return folder.resolve(name + "-" + scratch);
  }

  /// Makes the input and the undisturbed archive.
  void prepare() throws IOException, InterruptedException {
    Files.createDirectories(input());
    Moment start = Utc.parse("2019-05-23T00:00:00");
    writeSimulated(start);
    writeNoise(start);
    expect(child.run("iasi", "simulate", "--lines", 1, "-o", input().resolve("sounder.nat")));
    writeGrain();
    Child.Running run = child.start("up", input(), "--archive", wholeArchive(), "--once");
    while (!run.endsWithin(wholeProcessorMillis + 1)) {
      wholeProcessorMillis = run.processorMillis();
    }
    expect(run.end());
    whole = Holdings.of(wholeArchive());
  }

  /// The frame of a grain, with its header and its samples.
  private void writeGrain() throws IOException, InterruptedException {
    Path all = folder.resolve("grain");
    expect(child.run("ryugu", "simulate", "--lines", 16, "--samples", 16, "-o", all));
    Path grain = Files.createDirectory(input().resolve("grain"));
    for (String name : List.of("raw.img", "raw.hdr", "ledger.csv")) {
      Files.move(all.resolve(name), grain.resolve(name));
    }
    clear(all);
  }

  private static void expect(Child.Said said) throws IOException {
    if (said.code() != 0) {
      throw new IOException("the undisturbed run failed, " + said.sentence());
    }
  }

  private void writeSimulated(Moment start) throws IOException {
    long seed = random.nextInt(1, 100_000);
    Simulation simulation =
        Simulation.of(new Simulation.Settings(seed, start, 174.5, SECONDS, 1, 3, 4));
    for (Simulation.Channel channel : simulation.channels()) {
      SourceId id =
          SourceId.of(Simulation.NETWORK, Simulation.STATION, Simulation.LOCATION, channel.code());
      write(id, channel.start(), channel.counts(), channel.code() + ".mseed");
    }
    try (OutputStream out = Files.newOutputStream(input().resolve("station.xml"))) {
      StationXml.write(SimulatedStation.inventory(start), Level.RESPONSE, out);
    }
  }

  private void writeNoise(Moment start) throws IOException {
    for (int i = 0; i < NOISE_FILES; i++) {
      int[] counts = random.ints(2_000, -500, 500).toArray();
      SourceId id = SourceId.of("XX", "NOISE", "02", "BHU");
      write(id, start.plusNanos(i * 100_000_000_000L), counts, "noise-" + i + ".mseed");
    }
  }

  /// A file that the undisturbed archive does not have.
  void writeOneMore(Path file) throws IOException {
    Moment start = Utc.parse("2019-06-01T00:00:00");
    SourceId id = SourceId.of("XX", "NOISE", "02", "BHU");
    write(id, start, random.ints(500, -500, 500).toArray(), file.toString());
  }

  private void write(SourceId id, Moment start, int[] counts, String name) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(input().resolve(name)))) {
      MiniSeed.write(
          out,
          id,
          start,
          Simulation.SAMPLING_RATE_HZ,
          new Samples.Ints(counts),
          WriteOptions.version2(Encoding.STEIM2));
    }
  }

  /// A copy of the undisturbed archive for one trial.
  Path copyOfWhole(String name) throws IOException {
    Path copy = fresh(name);
    copyTree(wholeArchive(), copy);
    return copy;
  }

  static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.sorted().toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  static long sizeBytes(Path tree) throws IOException {
    long bytes = 0;
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(path);
      }
    }
    return bytes;
  }

  /// Removes what a trial left.
  static void clear(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> paths = Files.walk(tree)) {
        for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
  }
}
