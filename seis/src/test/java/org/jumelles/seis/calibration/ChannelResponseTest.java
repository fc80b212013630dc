package org.jumelles.seis.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.formats.stationxml.Kept;
import org.jumelles.formats.stationxml.Measure;
import org.jumelles.formats.stationxml.Response;
import org.jumelles.formats.stationxml.StationXml;
import org.jumelles.formats.stationxml.Transfer;
import org.jumelles.formats.stationxml.Units;
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
    assertTrue(compared > 300, "compared " + compared);
    assertEquals(0, worstAmplitude, 1e-6, "relative amplitude");
    assertEquals(0, worstPhase, 1e-4, "phase in rad");
  }

  @Test
  void agreesWithTheToldSensitivity() throws IOException {
    ChannelResponse response = response(inventory(), "03", "BHU", "2019-05-23T00:00:00");
    assertEquals(0, response.sensitivityDeviation().orElseThrow(), 1e-4);
  }

  @Test
  void tableAgreesWithTheFactors() throws IOException {
    ChannelResponse response = response(inventory(), "03", "BHU", "2019-05-23T00:00:00");
    for (GroundMotion motion : GroundMotion.values()) {
      double[] inBand = response.at(new double[] {3}, motion);
      double greatest = Math.hypot(inBand[0], inBand[1]);
      for (int length : new int[] {1, 2, 15, 16, 17, 1000, 20_000}) {
        double[] fast = response.onBins(length, 10, motion);
        double[] hz = new double[length / 2 + 1];
        for (int k = 0; k < hz.length; k++) {
          hz[k] = k * 10.0 / length;
        }
        double[] plain = response.at(hz, motion);
        // 2e-14 of the greatest modulus of the filters, times what the analogue part adds.
        assertArrayEquals(plain, fast, 1e-11 * greatest, motion + " of " + length);
      }
    }
  }

  @Test
  void evaluatesBeyondTheTable() throws IOException {
    ChannelResponse response = response(inventory(), "03", "BHU", "2019-05-23T00:00:00");
    double[] fast = response.onBins(100, 20, GroundMotion.VELOCITY);
    double[] plain = response.at(new double[] {9.8}, GroundMotion.VELOCITY);
    assertEquals(plain[0], fast[98], 0);
  }

  @Test
  void motionsDifferByTheAngularFrequency() throws IOException {
    ChannelResponse response = response(inventory(), "02", "BHW", "2019-07-26T12:00:00");
    double w = 2 * Math.PI * 0.5;
    double[] velocity = response.at(new double[] {0.5}, GroundMotion.VELOCITY);
    double[] displacement = response.at(new double[] {0.5}, GroundMotion.DISPLACEMENT);
    double[] acceleration = response.at(new double[] {0.5}, GroundMotion.ACCELERATION);
    double tolerance = 1e-12 * Math.abs(velocity[0]);
    assertEquals(-w * velocity[1], displacement[0], tolerance);
    assertEquals(w * velocity[0], displacement[1], w * tolerance);
    assertEquals(velocity[1] / w, acceleration[0], tolerance);
    assertEquals(-velocity[0] / w, acceleration[1], tolerance);
    assertEquals(0, response.at(new double[] {0}, GroundMotion.ACCELERATION)[0]);
  }

  @Test
  void takesCorrectionsOffAsymmetricFilters() {
    double[] hz = {1};
    double[] corrected = fir(Transfer.Symmetry.NONE, 0.2, 0, 0, 1).at(hz, GroundMotion.VELOCITY);
    assertEquals(1, corrected[0], 1e-12);
    assertEquals(0, corrected[1], 1e-12);
    double[] late = fir(Transfer.Symmetry.NONE, 0, 0, 0, 1).at(hz, GroundMotion.VELOCITY);
    assertEquals(Math.cos(0.4 * Math.PI), late[0], 1e-12);
    assertEquals(-Math.sin(0.4 * Math.PI), late[1], 1e-12);
  }

  @Test
  void symmetricFiltersHaveNoDelayHoweverWritten() {
    double[] hz = {0, 0.7, 3};
    double[] whole = fir(Transfer.Symmetry.NONE, 9, 0.25, 0.5, 0.25).at(hz, GroundMotion.VELOCITY);
    double[] half = fir(Transfer.Symmetry.ODD, 0, 0.25, 0.5).at(hz, GroundMotion.VELOCITY);
    assertArrayEquals(half, whole);
    double[] even = fir(Transfer.Symmetry.EVEN, 0, 0.1, 0.4).at(hz, GroundMotion.VELOCITY);
    for (int i = 0; i < hz.length; i++) {
      double a = 2 * Math.PI * hz[i] / 10;
      assertEquals(0.5 + 0.5 * Math.cos(a), half[2 * i], 1e-15);
      assertEquals(0.2 * Math.cos(1.5 * a) + 0.8 * Math.cos(0.5 * a), even[2 * i], 1e-15);
      assertEquals(0, even[2 * i + 1]);
    }
  }

  @Test
  void refusesByName() {
    Transfer.Head head = head("m/s");
    Measure one = new Measure(1);
    Transfer polynomial =
        new Transfer.Polynomial(head, "MACLAURIN", one, one, 0, 1, 0, List.of(one));
    assertTrue(refusal(polynomial).contains("a polynomial"));
    assertTrue(refusal(new Transfer.ResponseList(head("m/s"), List.of())).contains("list"));
    Transfer fir = new Transfer.Fir(head("Pa"), Transfer.Symmetry.NONE, List.of(one));
    assertTrue(refusal(fir).contains("no ground motion"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            ChannelResponse.of(
                new Response(Optional.empty(), Optional.empty(), List.of(), Kept.NONE)));
  }

  @Test
  void readsUnits() {
    assertEquals(
        Optional.of(new GroundMotion.Scaled(GroundMotion.VELOCITY, 1e9)),
        GroundMotion.ofUnit("NM/S"));
    assertEquals(
        Optional.of(new GroundMotion.Scaled(GroundMotion.ACCELERATION, 1)),
        GroundMotion.ofUnit("m/s**2"));
    assertEquals(
        Optional.of(new GroundMotion.Scaled(GroundMotion.DISPLACEMENT, 100)),
        GroundMotion.ofUnit("cm"));
    assertEquals(Optional.empty(), GroundMotion.ofUnit("V"));
    assertEquals(Optional.empty(), GroundMotion.ofUnit("m/s**3"));
  }

  private static String refusal(Transfer transfer) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class, () -> ChannelResponse.of(response(transfer, 0)))
            .getMessage());
  }

  private static Transfer.Head head(String unit) {
    return new Transfer.Head(Optional.empty(), new Units(unit), new Units("count"), Kept.NONE);
  }

  private static Response response(Transfer transfer, double correctionS) {
    Response.Decimation decimation =
        new Response.Decimation(
            new Measure(10), 1, 0, new Measure(0), new Measure(correctionS), Kept.NONE);
    Response.Stage stage =
        new Response.Stage(
            1,
            Optional.of(transfer),
            Optional.of(decimation),
            Optional.of(new Response.Gain(1, 0, Kept.NONE)),
            Kept.NONE);
    return new Response(Optional.empty(), Optional.empty(), List.of(stage), Kept.NONE);
  }

  private static ChannelResponse fir(
      Transfer.Symmetry symmetry, double correctionS, double... weights) {
    List<Measure> measures = DoubleStream.of(weights).mapToObj(Measure::new).toList();
    return ChannelResponse.of(
        response(new Transfer.Fir(head("m/s"), symmetry, measures), correctionS));
  }
}
