package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `seis detect` and `seis locate` on another body.
class SeisMoonTest {
  private static Path day() {
    return Shell.data("seis/lunar/xa.s12.00.mhz.1971-04-13HR02_evid00029.mseed");
  }

  private static Path model() {
    return Shell.data("seis/models/MoonKhan_JGR_2014_mod1.nd");
  }

  @Test
  void theCataloguedImpactIsOneOfFewRises() {
    Shell shell = Shell.run("seis", "detect", day(), "--model", model(), "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    int hits = 0;
    JsonNode events = shell.json().get("events");
    for (JsonNode event : events) {
      boolean holds =
          event.get("onset").asString().compareTo("1971-04-13T12:55") < 0
              && event.get("end").asString().compareTo("1971-04-13T12:56") > 0;
      if (holds) {
        hits++;
        assertThat(event.get("onset").asString()).isGreaterThan("1971-04-13T12:45");
        assertThat(event.get("peak").asString()).startsWith("1971-04-13T13:");
      }
      assertThat(event.has("mw")).isFalse();
      assertThat(event.get("doubts").toString()).doesNotContain("Mw");
    }
    assertThat(hits).isEqualTo(1);
    assertThat(events.size()).isLessThanOrEqualTo(12);
  }

  @Test
  void withoutAModelNothingIsLocated() {
    Shell shell = Shell.run("seis", "detect", day(), "--body", "moon", "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.err()).contains("no model of the body moon");
    for (JsonNode event : shell.json().get("events")) {
      assertThat(event.has("distance_deg")).isFalse();
    }
    assertThat(Shell.run("seis", "detect", day(), "--body", "venus").code()).isEqualTo(2);
  }

  @Test
  void aDistanceOfTheMoon() {
    Shell shell =
        Shell.run(
            "seis",
            "locate",
            "--p",
            "1971-04-13T12:56:00",
            "--s",
            "1971-04-13T12:57:30",
            "--model",
            model(),
            "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("distance_deg").asDouble()).isBetween(20.0, 40.0);
    assertThat(shell.json().get("sigma_deg").asDouble()).isPositive();
  }
}
