package org.jumelles.seis.picking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.SharedData;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.trace.Traces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the picks of the marsquake service's catalogue V14. Where a phase does not stand out,
/// its sigma says so: S1048d has a burst 44 s before its P that is taken for it, S0185a's P is
/// missed by minutes (docs/catalogue.md).
class MarsPicksTest {
  @ParameterizedTest
  @CsvSource({
    "events_zne/S0173a.mseed, 2019-05-23T02:22:58, 2019-05-23T02:23:00.8, 2019-05-23T02:25:53.3",
    "events_zne/S1133c.mseed, 2022-02-03T08:08:25, 2022-02-03T08:08:25.7, 2022-02-03T08:11:20.3",
    "hours_bhv/XB.ELYSE.02.BHV.2022-01-02HR04_evid0006.mseed, 2022-01-02T04:35:29, "
        + "2022-01-02T04:35:30.8, 2022-01-02T04:42:28.8",
    "hours_bhv/XB.ELYSE.02.BHV.2022-05-04HR23_evid0001.mseed, 2022-05-04T23:27:45, "
        + "2022-05-04T23:27:45.7, 2022-05-04T23:31:20.2"
  })
  void aClearQuakesPhasesAreWithinFiveSeconds(String name, String start, String p, String s)
      throws IOException {
    Picks found = picks(name, Utc.parse(start));
    assertThat(residual(found.first().orElseThrow(), p)).isBetween(-5.0, 5.0);
    assertThat(residual(found.second().orElseThrow(), s)).isBetween(-5.0, 5.0);
    assertThat(found.areClear()).isTrue();
  }

  @ParameterizedTest
  @CsvSource("events_zne/S0185a.mseed, 2019-06-05T02:12:50")
  void aBadPickIsNotCalledClear(String name, String start) throws IOException {
    assertThat(picks(name, Utc.parse(start)).areClear()).isFalse();
  }

  /// Residuals over both sigmas, ours and the catalogue's, in seconds.
  @ParameterizedTest
  @CsvSource({
    "S1048d.mseed, 2021-11-07T22:04:04, LOW_FREQUENCY, 2021-11-07T22:04:05.4, 1,"
        + " 2021-11-07T22:07:00.9, 1",
    "S0185a.mseed, 2019-06-05T02:12:50, BROADBAND, 2019-06-05T02:13:50.5, 60,"
        + " 2019-06-05T02:19:34.9, 20",
    "S0931a_ZNE.mseed, 2021-07-10T13:50:05, HIGH_FREQUENCY, 2021-07-10T13:50:25.4, 20,"
        + " 2021-07-10T13:54:49.6, 20"
  })
  void whatDoesNotStandOutIsNoBetterThanItsWindow(
      String name, String start, EventType type, String p, double pS, String s, double sS)
      throws IOException {
    Picks found = picks("events_zne/" + name, Utc.parse(start), type);
    PhasePick first = found.first().orElseThrow();
    PhasePick second = found.second().orElseThrow();
    assertThat(first.isClear()).isFalse();
    assertThat(first.sigmaSeconds()).isGreaterThan(100);
    assertThat(Math.abs(residual(first, p)) / Math.hypot(first.sigmaSeconds(), pS)).isLessThan(3);
    assertThat(Math.abs(residual(second, s)) / Math.hypot(second.sigmaSeconds(), sS)).isLessThan(3);
  }

  private static double residual(PhasePick pick, String time) {
    return Utc.parse(time).nanosUntil(pick.time()) * 1e-9;
  }

  private static Picks picks(String name, Moment start) throws IOException {
    return picks(name, start, EventType.LOW_FREQUENCY);
  }

  private static Picks picks(String name, Moment start, EventType type) throws IOException {
    Map<String, List<Trace>> all = new TreeMap<>();
    try (Arena arena = Arena.ofConfined()) {
      Traces traces =
          Traces.assemble(MiniSeed.records(Bytes.map(SharedData.file("mars_" + name), arena)));
      for (Segment segment : traces.segments()) {
        all.computeIfAbsent(segment.id().channel(), _ -> new ArrayList<>()).add(segment.toTrace());
      }
    }
    List<List<Trace>> horizontal = new ArrayList<>();
    List<Trace> vertical = new ArrayList<>();
    all.forEach(
        (code, traces) -> {
          if (code.endsWith("N") || code.endsWith("E")) {
            horizontal.add(traces);
          } else {
            vertical.addAll(traces);
          }
        });
    Moment end = start.plusNanos(1_500_000_000_000L);
    Moment last = vertical.getLast().end();
    return PhasePicker.pick(
        vertical, horizontal, new Span(start, last.isBefore(end) ? last : end), type);
  }
}
