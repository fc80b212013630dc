package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.START;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.STATION;
import static org.jumelles.pipeline.recipe.seis.GrowingArchive.tally;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.Specimens;
import org.jumelles.pipeline.run.Derivation;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.seis.simulation.Simulation;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ticks in a simulated sol's counts are taken off where that is asked for, and that is recorded.
class TicksInTheChainTest {
  private static final int SECONDS = 3600;
  private static final double TICK_COUNTS = 30;

  @TempDir Path folder;

  private GrowingArchive grown(String name, double tickCounts) throws Exception {
    GrowingArchive grown = new GrowingArchive(Files.createDirectory(folder.resolve(name)));
    grown.takeInventory(Specimens.inventory());
    Simulation simulation =
        Simulation.of(new Simulation.Settings(11, START, 173.2, SECONDS, 1, 0, tickCounts));
    for (Simulation.Channel channel : simulation.channels()) {
      grown.take(
          channel.code() + ".mseed",
          Specimens.counts(
              STATION.substring(0, STATION.length() - 2) + channel.code(),
              START,
              Simulation.SAMPLING_RATE_HZ,
              channel.counts()));
    }
    return grown;
  }

  private static double[] up(GrowingArchive grown) throws Exception {
    List<Found> runs =
        grown.archive().entries(GrowingArchive.MOTION).stream()
            .filter(found -> found.entry().key().endsWith("_Z"))
            .toList();
    List<Trace> traces = Waveforms.traces(grown.archive(), runs, runs.getFirst().entry().span());
    assertThat(traces).hasSize(1);
    return traces.getFirst().samples();
  }

  private static double rms(double[] one, double[] other) {
    double sum = 0;
    // Without the minute at each end, where a taper makes all small.
    int from = 60 * (int) Simulation.SAMPLING_RATE_HZ;
    for (int i = from; i < one.length - from; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return Math.sqrt(sum / (one.length - 2 * from));
  }

  @Test
  void ticksLeaveTheMotionOfASimulatedSolAndTheProductSaysSo() throws Exception {
    try (GrowingArchive clean = grown("clean", 0);
        GrowingArchive ticking = grown("ticking", TICK_COUNTS)) {
      clean.run();
      ticking.run();
      double[] truth = up(clean);
      double with = rms(up(ticking), truth);
      assertThat(ticking.only("seis/motion").parameters()).doesNotContainKey("ticks");

      assertThat(tally(ticking.run(true), "seis/motion").made()).isEqualTo(1);
      Product motion = ticking.only("seis/motion");
      assertThat(motion.parameters()).containsEntry("ticks", "removed");
      assertThat(motion.attributes()).containsEntry("ticks", "3 of 3 pieces removed");
      assertThat(motion.payloads()).extracting(Payload::name).contains(Deticking.PAYLOAD);
      assertThat(Files.readAllLines(ticking.archive().path(motion.identity(), Deticking.PAYLOAD)))
          .hasSize(4)
          .allMatch(line -> line.startsWith("channel") || line.contains(",true,"));
      double without = rms(up(ticking), truth);
      assertThat(without).as("left of %s m/s", with).isLessThan(0.1 * with);
      assertThat(ticking.only("seis/detection").inputs()).containsExactly(motion.identity());

      // A later run without the wish keeps to it, and all can be made again.
      assertThat(ticking.run().total().made()).isZero();
      SeisChain chain =
          new SeisChain(
              ticking.archive(),
              Specimens.PROVENANCE,
              new Runner(ticking.archive(), Progress.SILENT, 1, 512L << 20));
      Derivation again = Derivation.of(ticking.archive(), chain.plan(), Progress.SILENT);
      assertThat(again.differing()).isEmpty();
      assertThat(again.notDerivable()).isEmpty();
    }
  }

  /// Twenty minutes of a rate that has no whole number of samples a second: told, and kept as is.
  @Test
  void whereTicksCannotBeKnownTheCountsStayAndThatIsTold() throws Exception {
    try (GrowingArchive grown = new GrowingArchive(Files.createDirectory(folder.resolve("odd")))) {
      grown.takeInventory(Specimens.inventory());
      int[] counts = new int[20_000];
      java.util.Random random = new java.util.Random(1);
      for (int i = 0; i < counts.length; i++) {
        counts[i] = (int) (50 * random.nextGaussian());
      }
      grown.take("odd.mseed", Specimens.counts(STATION + "U", START, 12.5, counts));
      SeisChain.Report report = grown.run(true);
      assertThat(GrowingArchive.sentences(tally(report, "seis/motion")))
          .anyMatch(sentence -> sentence.contains("12.5 Hz, not a whole number"));
      assertThat(grown.only("seis/motion").attributes())
          .containsEntry("ticks", "0 of 0 pieces removed");
    }
  }
}
