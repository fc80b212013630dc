package org.jumelles.seis.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ChannelResponseTest {
  static Path data(String relative) {
    String named = System.getenv("JUMELLES_DATA");
    Path at = Path.of("").toAbsolutePath();
    Path found = named == null ? Path.of("missing") : Path.of(named);
    while (named == null && at != null) {
      if (Files.isDirectory(at.resolve("shared/data"))) {
        found = at.resolve("shared/data");
        break;
      }
      at = at.getParent();
    }
    Path wanted = found.resolve(relative);
    assumeTrue(Files.exists(wanted), "test data " + relative + " is not here");
    return wanted;
  }

  static Inventory inventory() throws IOException {
    Path file = data("seis/inventory/inventory_VBB.xml");
    return StationXml.read(Bytes.of(file.toString(), Files.readAllBytes(file)));
  }

  static ChannelResponse response(Inventory inventory, String location, String code, String time) {
    Channel channel =
        inventory.channel("XB", "ELYSE", location, code, Utc.parse(time)).orElseThrow();
    return ChannelResponse.of(channel.response().orElseThrow());
  }

  @Test
  @Tag("oracle")
  void agreesWithEvalresp() throws IOException {
    Inventory inventory = inventory();
    List<String> lines = Files.readAllLines(data("seis/oracle/response_evalresp_VEL.csv"));
    double worstAmplitude = 0;
    double worstPhase = 0;
    int compared = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      String[] id = cells[0].split("\\.", -1);
      double hz = Double.parseDouble(cells[2]);
      double nyquist = id[2].equals("03") ? 5 : 10;
      if (hz > 0.8 * nyquist) {
        continue;
      }
      ChannelResponse response = response(inventory, id[2], id[3], cells[1]);
      double[] h = response.at(new double[] {hz}, GroundMotion.VELOCITY);
      double re = Double.parseDouble(cells[3]);
      double im = Double.parseDouble(cells[4]);
      double phase = Math.IEEEremainder(Math.atan2(h[1], h[0]) - Math.atan2(im, re), 2 * Math.PI);
      worstAmplitude =
          Math.max(worstAmplitude, Math.abs(Math.hypot(h[0], h[1]) / Math.hypot(re, im) - 1));
      worstPhase = Math.max(worstPhase, Math.abs(phase));
      compared++;
    }
    System.out.println("evalresp: " + compared + " " + worstAmplitude + " " + worstPhase);
    assertTrue(compared > 300, "compared " + compared);
    assertEquals(0, worstAmplitude, 1e-6, "relative amplitude");
    assertEquals(0, worstPhase, 1e-4, "phase in rad");
  }

  @Test
  void removesASolInTime() throws IOException {
    ChannelResponse response = response(inventory(), "02", "BHW", "2019-07-26T12:00:00");
    double[] counts = new double[1_775_504];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = 1000 * Math.sin(i * 0.01) + i % 17;
    }
    Removal removal =
        Removal.to(GroundMotion.VELOCITY).within(new Removal.Corners(0.005, 0.01, 8, 9.5));
    for (int i = 0; i < 5; i++) {
      long from = System.nanoTime();
      double[] motion = removal.apply(counts, 20, response);
      System.out.println(
          "sol: "
              + (System.nanoTime() - from) / 1e6
              + " ms, "
              + motion[1000]
              + ", length "
              + Removal.transformLength(counts.length));
    }
  }
}
