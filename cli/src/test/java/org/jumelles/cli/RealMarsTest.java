package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Real records of Mars from the folder to the walk back: raw counts with their inventory, and four
/// hours that hold one catalogued event each.
class RealMarsTest {
  @TempDir Path folder;

  @Test
  void goesFromRawBytesToEventsAndBack() {
    Path archive = folder.resolve("archive");
    Path raw = Shell.data("seis/mars_raw");
    Path hours = Shell.data("seis/mars_hours_bhv");
    Path inventory = Shell.data("seis/inventory");

    Shell up = Shell.run("up", raw, hours, inventory, "--archive", archive, "--once", "--json");

    assertThat(up.code()).as(up.err()).isZero();
    Map<String, Long> samples = new HashMap<>();
    up.json()
        .get("channels")
        .forEach(c -> samples.put(c.get("channel").asString(), c.get("samples").asLong()));
    assertThat(samples)
        .isEqualTo(
            Map.of(
                "XB.ELYSE.03.BHU", 110_965L,
                "XB.ELYSE.03.BHV", 110_965L,
                "XB.ELYSE.03.BHW", 110_965L,
                "XB.ELYSE.02.BHV", 287_999L));
    JsonNode products = up.json().get("products");
    assertThat(products.get("refused").asInt() + products.get("broken").asInt()).isZero();

    // P of the Marsquake Service's catalogue V14, or the label that came with the hour.
    assertFound(up.json(), "2019-05-23T02:2", "LOW_FREQUENCY");
    assertFound(up.json(), "2022-01-02T04:3", "BROADBAND");
    assertFound(up.json(), "2022-02-03T08:08", "BROADBAND");
    assertFound(up.json(), "2022-05-04T23:2", "BROADBAND");

    Shell again = Shell.run("up", raw, hours, inventory, "--archive", archive, "--once");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("Nothing to do");

    String event = up.json().get("events").get(0).get("id").asString();
    Shell why = Shell.run("why", event, "--archive", archive);
    assertThat(why.out()).contains("CNES for SEIS as PRIME_CONTRACTOR").contains("records ");

    Shell waveforms =
        Shell.run("list", "waveforms", "--key", "FDSN:XB_ELYSE_03_B_H_Z", "--archive", archive);
    assertThat(waveforms.out()).contains("level=motion").contains("unit=m/s");
  }

  private static void assertFound(JsonNode document, String onset, String type) {
    boolean found = false;
    for (JsonNode event : document.get("events")) {
      found |=
          event.get("start").asString().startsWith(onset)
              && event.get("type").asString().equals(type);
    }
    assertThat(found).as("an event of type " + type + " at " + onset).isTrue();
  }
}
