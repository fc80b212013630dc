package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SeisDetectTest {
  /// Two rises of that hour are as wind makes them: each is told with when and why.
  @Test
  void aRiseThatIsTakenForWindIsToldWithItsReason() {
    Path hour = Shell.data("seis/mars_hours_bhv/XB.ELYSE.02.BHV.2022-01-02HR04_evid0006.mseed");
    JsonNode found = Shell.run("seis", "detect", hour, "--json").json();
    assertThat(found.get("events").size()).isEqualTo(1);
    JsonNode rejected = found.get("rejected");
    assertThat(rejected.size()).isEqualTo(2);
    for (JsonNode rise : rejected) {
      assertThat(rise.get("cause").asString()).isEqualTo("WIND");
      assertThat(rise.get("onset").asString()).startsWith("2022-01-02T04:0");
      assertThat(rise.get("reason").asString()).contains("Hz");
    }
  }
}
