package org.jumelles.seis.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.trace.Trace;
import org.junit.jupiter.api.Test;

final class RotationTest {
  private static final Orientation U = new Orientation(135.1, -29.4);
  private static final Orientation V = new Orientation(15.0, -29.2);
  private static final Orientation W = new Orientation(255.0, -29.7);
  private static final Moment START = Utc.parse("2019-05-23T02:00:00");

  private static Trace ramp(String channel, double startS, int count, double at0) {
    double[] samples = new double[count];
    for (int i = 0; i < count; i++) {
      samples[i] = at0 + startS * 10 + i;
    }
    return new Trace(
        SourceId.of("XB", "ELYSE", "03", channel),
        START.plusNanos(Math.round(startS * 1e9)),
        10,
        samples);
  }

  @Test
  void upwardMotionShowsOnAllSensors() {
    Rotation rotation = Rotation.of(U, V, W);
    double[][] uvw = rotation.toUvw(new double[] {1}, new double[] {0}, new double[] {0});
    assertEquals(Math.sin(Math.toRadians(29.4)), uvw[0][0], 1e-15);
    assertEquals(Math.sin(Math.toRadians(29.2)), uvw[1][0], 1e-15);
    double[][] east = rotation.toUvw(new double[] {0}, new double[] {0}, new double[] {1});
    assertEquals(
        Math.sin(Math.toRadians(135.1)) * Math.cos(Math.toRadians(29.4)), east[0][0], 1e-15);
  }

  @Test
  void plainAxesStayAsTheyAre() {
    Rotation rotation =
        Rotation.of(new Orientation(0, -90), new Orientation(0, 0), new Orientation(90, 0));
    double[][] zne = rotation.toZne(new double[] {1}, new double[] {2}, new double[] {3});
    assertArrayEquals(
        new double[] {1, 2, 3}, new double[] {zne[0][0], zne[1][0], zne[2][0]}, 1e-14);
  }

  @Test
  void turnsBackWhatItTurned() {
    Random random = new Random(7);
    int tried = 0;
    while (tried < 200) {
      Rotation rotation;
      try {
        rotation = Rotation.of(orientation(random), orientation(random), orientation(random));
      } catch (IllegalArgumentException _) {
        continue;
      }
      double[] u = random.doubles(17, -1, 1).toArray();
      double[] v = random.doubles(17, -1, 1).toArray();
      double[] w = random.doubles(17, -1, 1).toArray();
      double[][] zne = rotation.toZne(u, v, w);
      double[][] back = rotation.toUvw(zne[0], zne[1], zne[2]);
      // A determinant of 1e-3 at worst costs three to six digits.
      assertArrayEquals(u, back[0], 1e-10);
      assertArrayEquals(v, back[1], 1e-10);
      assertArrayEquals(w, back[2], 1e-10);
      tried++;
    }
  }

  private static Orientation orientation(Random random) {
    return new Orientation(random.nextDouble(360), random.nextDouble(-90, 90));
  }

  @Test
  void alignsUnequalStartsAndTellsTheShift() {
    Rotation rotation =
        Rotation.of(new Orientation(0, -90), new Orientation(0, 0), new Orientation(90, 0));
    List<Rotation.Rotated> found =
        rotation.toZne(
            List.of(ramp("BHU", 0, 100, 0)),
            List.of(ramp("BHV", 2.03, 100, 0)),
            List.of(ramp("BHW", 1.0, 100, 0)));
    assertEquals(1, found.size());
    Rotation.Rotated rotated = found.getFirst();
    assertEquals(START.plusNanos(2_000_000_000L), rotated.first().start());
    assertEquals("XB.ELYSE.03.BHE", rotated.third().id().nslc());
    assertEquals(0.3, rotated.greatestShiftSamples(), 1e-9);
    assertEquals(80, rotated.first().count());
    assertEquals(20, rotated.first().samples()[0], 1e-12);
    assertEquals(20.3, rotated.second().samples()[0], 1e-9);
    assertEquals(20, rotated.third().samples()[0], 1e-9);
  }

  @Test
  void rotatesWhatAllThreeCover() {
    Rotation rotation = Rotation.of(U, V, W);
    List<Rotation.Rotated> found =
        rotation.toZne(
            List.of(ramp("BHU", 20, 100, 0), ramp("BHU", 0, 100, 0)),
            List.of(ramp("BHV", 5, 200, 0)),
            List.of(ramp("BHW", 0, 20, 0), ramp("BHW", 8, 200, 0)));
    assertEquals(2, found.size());
    assertEquals(START.plusNanos(8_000_000_000L), found.get(0).first().start());
    assertEquals(20, found.get(0).first().count());
    assertEquals(START.plusNanos(20_000_000_000L), found.get(1).first().start());
    assertEquals(50, found.get(1).first().count());
    List<Rotation.Rotated> back =
        rotation.toUvw(
            found.stream().map(Rotation.Rotated::first).toList(),
            found.stream().map(Rotation.Rotated::second).toList(),
            found.stream().map(Rotation.Rotated::third).toList());
    assertEquals(80, back.getFirst().first().samples()[0], 1e-9);
    assertEquals("XB.ELYSE.03.BHV", back.getFirst().second().id().nslc());
    assertEquals(
        List.of(),
        rotation.toZne(List.of(ramp("BHU", 0, 9, 0)), List.of(ramp("BHV", 1, 9, 0)), List.of()));
  }

  @Test
  void refusesOnePlaneAndUnequalRates() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Rotation.of(new Orientation(0, 0), new Orientation(90, 0), new Orientation(45, 0)));
    Trace other = new Trace(SourceId.ofNslc("XB.ELYSE.02.BHV"), START, 20, new double[10]);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Rotation.of(U, V, W)
                .toZne(
                    List.of(ramp("BHU", 0, 9, 0)), List.of(other), List.of(ramp("BHW", 0, 9, 0))));
  }
}
