package org.jumelles.pipeline.recipe.seis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.Specimens;
import org.jumelles.seis.simulation.Simulation;
import org.jumelles.seis.simulation.Truth;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an event's page shows as counts without glitches.
class CleanCountsTest {
  private static final int SECONDS = 3600;

  @TempDir Path folder;

  @Test
  void theTrueGlitchesLeaveTheCountsAndAllElseStays() throws Exception {
    Moment start = GrowingArchive.START;
    Simulation simulation =
        Simulation.of(new Simulation.Settings(11, start, 173.2, SECONDS, 1, 6, 0));
    try (GrowingArchive grown = new GrowingArchive(folder)) {
      Map<String, List<Trace>> raw = new TreeMap<>();
      for (Simulation.Channel channel : simulation.channels()) {
        String id =
            GrowingArchive.STATION.substring(0, GrowingArchive.STATION.length() - 2)
                + channel.code();
        grown.take(
            channel.code() + ".mseed",
            Specimens.counts(id, start, Simulation.SAMPLING_RATE_HZ, channel.counts()));
      }
      grown
          .archive()
          .entries(new Query("waveform", List.of(), Query.ALWAYS))
          .forEach(
              found -> raw.put(new SourceId(found.entry().key()).channel(), traces(grown, found)));

      CleanCounts cleaning = new CleanCounts(grown.archive());
      assertThat(cleaning.of(raw)).as("no response is known").isEmpty();
      grown.takeInventory(Specimens.inventory());
      Map<String, List<Trace>> clean = cleaning.of(raw);

      assertThat(clean.keySet()).isEqualTo(raw.keySet());
      List<Truth.Glitch> glitches = simulation.truth().glitches();
      assertThat(glitches).isNotEmpty();
      long changed = 0;
      for (String code : raw.keySet()) {
        Trace before = raw.get(code).getFirst();
        Trace after = clean.get(code).getFirst();
        assertThat(after.count()).isEqualTo(before.count());
        for (int i = 0; i < before.count(); i++) {
          if (before.samples()[i] != after.samples()[i]) {
            changed++;
            double second = i / before.samplingRateHz();
            assertThat(glitches)
                .as("%s changed at %s s", code, second)
                .anyMatch(glitch -> Math.abs(start.nanosUntil(glitch.time()) / 1e9 - second) < 120);
          }
        }
      }
      assertThat(changed).isPositive();
      assertThat(cleaning.of(Map.of("BHU", raw.get("BHU")))).as("one of three").isEmpty();
    }
  }

  private static List<Trace> traces(
      GrowingArchive grown, org.jumelles.archive.catalogue.Found found) {
    try {
      return Waveforms.traces(grown.archive(), List.of(found), found.entry().span());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
