package org.jumelles.seis.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.Level;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

class SimulatedStationTest {
  @Test
  void isWrittenAndReadAgain() throws IOException {
    Moment start = Utc.parse("2019-06-01T00:00:00");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StationXml.write(SimulatedStation.inventory(start), Level.RESPONSE, out);
    Inventory read = StationXml.read(new ByteArrayInputStream(out.toByteArray()), "simulated");
    Channel v = read.channel("XX", "SIMLY", "02", "BHV", start).orElseThrow();
    assertThat(v.azimuth().orElseThrow().value()).isEqualTo(15.0);
    assertThat(v.response().orElseThrow().stages()).hasSize(2);
    assertThat(v.response().orElseThrow().sensitivity().orElseThrow().value())
        .isEqualTo(9.04503e10);
  }
}
