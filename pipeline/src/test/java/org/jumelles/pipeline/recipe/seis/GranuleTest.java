package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.jumelles.seis.body.Body;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.Specimens;
import org.junit.jupiter.api.Test;

class GranuleTest {
  private static final List<String> CHANNELS =
      List.of(
          "XB.ELYSE.03.BHU",
          "XB.ELYSE.03.BHV",
          "XB.ELYSE.02.BHU",
          "XB.ELYSE.03.LHU",
          "XX.SIMLY..BHZ");
  private static final Identity FILE = Identity.ofBytes("a".repeat(64));

  private static Found run(String nslc, Moment start, long nanos, String encoding) {
    return new Found(
        FILE,
        new Entry(
            "waveform",
            SourceId.ofNslc(nslc).text(),
            new Span(start, start.plusNanos(nanos)),
            "",
            0,
            0,
            Map.of("rate_hz", "20.0", "encoding", encoding, "samples", "1")));
  }

  private static Found run(String nslc, long sol, int second, int seconds) {
    return run(nslc, Specimens.afterMidnight(sol, second), seconds * 1_000_000_000L, "STEIM2");
  }

  private static List<Found> drawn(long seed) {
    Random random = new Random(seed);
    List<Found> runs = new ArrayList<>();
    int count = 1 + random.nextInt(30);
    for (int i = 0; i < count; i++) {
      long nanos = random.nextInt(4) == 0 ? 0 : random.nextLong(200_000L * 1_000_000_000L);
      Moment start =
          random.nextInt(5) == 0
              ? Specimens.afterMidnight(random.nextInt(6), 0)
              : Body.byDefault()
                  .days()
                  .midnight(0)
                  .plusNanos(random.nextLong(500_000L * 1_000_000_000L));
      runs.add(run(CHANNELS.get(random.nextInt(CHANNELS.size())), start, nanos, "STEIM2"));
    }
    return runs;
  }

  private static String instrument(Found run) {
    String nslc = new SourceId(run.entry().key()).nslc();
    return nslc.substring(0, nslc.length() - 1);
  }

  @Property(tries = 300)
  void everyInstantOfEveryRunLiesInOneGranuleOfItsInstrument(@ForAll long seed) {
    List<Found> runs = drawn(seed);
    List<Granule> granules = Granule.of(runs);
    for (Found run : runs) {
      long covered = 0;
      for (Granule granule : granules) {
        if (granule.instrument().equals(instrument(run))) {
          covered += common(granule.span(), run.entry().span());
        }
      }
      assertThat(covered).isEqualTo(run.entry().span().nanos() + 1);
    }
  }

  /// Nanoseconds that two spans share, ends included.
  private static long common(Span one, Span other) {
    if (!one.overlaps(other)) {
      return 0;
    }
    Moment start = one.start().isAfter(other.start()) ? one.start() : other.start();
    Moment end = one.end().isBefore(other.end()) ? one.end() : other.end();
    return start.nanosUntil(end) + 1;
  }

  @Property(tries = 300)
  void granulesOfAnInstrumentShareNoInstant(@ForAll long seed) {
    List<Granule> granules = Granule.of(drawn(seed));
    Set<String> subjects = new HashSet<>();
    for (Granule one : granules) {
      assertThat(subjects.add(one.subject())).isTrue();
      Span sol = Body.byDefault().days().span(one.sol());
      assertThat(one.span().start()).isGreaterThanOrEqualTo(sol.start());
      assertThat(one.span().end()).isLessThan(Body.byDefault().days().midnight(one.sol() + 1));
      for (Granule other : granules) {
        if (one != other && one.instrument().equals(other.instrument())) {
          assertThat(one.span().overlaps(other.span())).isFalse();
        }
      }
    }
  }

  @Property(tries = 300)
  void aGranuleReadsItsMarginsAndNothingBeyond(@ForAll long seed) {
    List<Found> runs = drawn(seed);
    for (Granule granule : Granule.of(runs)) {
      List<Found> expected =
          runs.stream()
              .filter(run -> instrument(run).equals(granule.instrument()))
              .filter(run -> run.entry().span().overlaps(granule.reach()))
              .toList();
      assertThat(granule.runs().values().stream().flatMap(List::stream))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(granule.reach().start().nanosUntil(granule.span().start()))
          .isEqualTo(Granule.MARGIN_NANOS);
    }
  }

  @Test
  void aRunOverMidnightIsCutThere() {
    List<Granule> granules = Granule.of(List.of(run(CHANNELS.getFirst(), 173, 80_000, 20_000)));
    assertThat(granules)
        .extracting(Granule::subject)
        .containsExactly("XB.ELYSE.03.BH.sol0173", "XB.ELYSE.03.BH.sol0174");
    assertThat(granules.getLast().span().start()).isEqualTo(Body.byDefault().days().midnight(174));
    assertThat(granules.getFirst().span().end().nanosUntil(granules.getLast().span().start()))
        .isEqualTo(1);
  }

  @Test
  void aNeighbourBeyondTheMarginIsNoInput() {
    Found here = run(CHANNELS.get(0), 173, 10_000, 100);
    Found near = run(CHANNELS.get(0), 172, 88_775 - 60, 30);
    List<Granule> granules = Granule.of(List.of(here, near));
    assertThat(granules).hasSize(2);
    assertThat(granules.getLast().runs().get("BHU")).containsExactly(here);
  }

  @Test
  void countsAreIntegersAndNothingElse() {
    Found counts = run(CHANNELS.get(0), 173, 0, 10);
    Found floats = run(CHANNELS.get(1), counts.entry().span().start(), 1, "FLOAT32");
    assertThat(Granule.of(List.of(counts)).getFirst().isCounts()).isTrue();
    assertThat(Granule.of(List.of(counts, floats)).getFirst().isCounts()).isFalse();
  }

  /// A few bytes of a header may claim it.
  @Test
  void aRunOfTwoCenturiesIsCutInTime() {
    Found absurd =
        run(CHANNELS.get(0), Specimens.START, 200L * 365 * 86_400 * 1_000_000_000L, "STEIM2");
    List<Found> runs = new ArrayList<>(List.of(absurd));
    for (int i = 0; i < 2000; i++) {
      runs.add(run(CHANNELS.get(0), 173, i * 30, 10));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(Granule.of(runs)).isNotEmpty());
  }

  @Test
  void nothingIsCutFromNothing() {
    assertThat(Granule.of(List.of())).isEmpty();
  }
}
