package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Faults made one after the other to archives that are there for nothing else.
///
/// @param folder empty or not there; only below it anything is written, and it is left empty
/// @param seed decides the input, the instants and the places
/// @param minutes after which no new trial begins
/// @param kills how many of the main fault; the others are made in proportion
public record Campaign(Path folder, long seed, int minutes, int kills) {
  public Campaign {
    if (minutes < 1 || kills < 1) {
      throw new IllegalArgumentException(
          "minutes " + minutes + " and kills " + kills + " must be at least 1");
    }
  }

  private static List<Fault> faults() {
    return List.of(
        new Kills(),
        new KilledCopies(),
        new FullDisk(),
        new ReadOnly(),
        new FlippedBits(),
        new LostCatalogue(),
        new JumpingClock(),
        new TwoProcesses());
  }

  /// @param mainClass of this program, for the processes that are harmed
  /// @param hear is told of each finding as it is made
  public List<Finding> run(String mainClass, Consumer<Finding> hear) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    long began = System.nanoTime();
    long minuteNanos = 60_000_000_000L;
    Random random = new Random(seed);
    Ground ground = new Ground(folder, new Child(mainClass, logs), random, kills);
    List<Finding> findings = new ArrayList<>();
    try {
      ground.prepare();
      for (Fault fault : faults()) {
        // The kills may take half of the time, so that some is left for the others.
        long share = fault instanceof Kills ? minutes * minuteNanos / 2 : minutes * minuteNanos;
        ground.until(began + share);
        Finding finding = make(fault, ground);
        hear.accept(finding);
        findings.add(finding);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Ground.clear(folder);
    }
    return findings;
  }

  private static Finding make(Fault fault, Ground ground) throws IOException, InterruptedException {
    if (!ground.isTimeLeft()) {
      return Finding.skipped(fault.name(), "no time was left");
    }
    long began = System.nanoTime();
    Notes notes = new Notes();
    fault.make(ground, notes);
    return notes.finding(fault.name(), (System.nanoTime() - began) / 1e9);
  }
}
