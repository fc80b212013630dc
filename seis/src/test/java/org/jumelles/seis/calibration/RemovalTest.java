package org.jumelles.seis.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jumelles.formats.stationxml.Kept;
import org.jumelles.formats.stationxml.Measure;
import org.jumelles.formats.stationxml.Response;
import org.jumelles.formats.stationxml.Transfer;
import org.jumelles.formats.stationxml.Units;
import org.jumelles.kernel.signal.Detrend;
import org.jumelles.kernel.signal.Fft;
import org.jumelles.kernel.signal.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RemovalTest {
  private static final Removal.Corners BAND = new Removal.Corners(0.05, 0.1, 4, 4.8);

  /// A velocity sensor of 20 s period and 0.7 of critical damping with a FIR behind it, 10 Hz.
  private static ChannelResponse seismometer() {
    double w = 2 * Math.PI / 20;
    Transfer.Head head =
        new Transfer.Head(Optional.empty(), new Units("m/s"), new Units("V"), Kept.NONE);
    Transfer.PoleZero zero = root(0, 0);
    Transfer sensor =
        new Transfer.PolesZeros(
            head,
            Transfer.PolesZerosType.LAPLACE_RADIANS,
            1,
            new Measure(1),
            List.of(zero, zero),
            List.of(
                root(-0.7 * w, w * Math.sqrt(1 - 0.49)), root(-0.7 * w, -w * Math.sqrt(1 - 0.49))));
    Transfer fir =
        new Transfer.Fir(
            head,
            Transfer.Symmetry.NONE,
            List.of(new Measure(0.2), new Measure(0.5), new Measure(0.3)));
    return ChannelResponse.of(
        new Response(
            Optional.empty(),
            Optional.empty(),
            List.of(stage(1, sensor, 1500, 1), stage(2, fir, 4e5, 0)),
            Kept.NONE));
  }

  private static Transfer.PoleZero root(double re, double im) {
    return new Transfer.PoleZero(new Measure(re), new Measure(im), Kept.NONE);
  }

  private static Response.Stage stage(int number, Transfer transfer, double gain, double hz) {
    Response.Decimation decimation =
        new Response.Decimation(
            new Measure(20), 2, 0, new Measure(0), new Measure(0.05), Kept.NONE);
    return new Response.Stage(
        number,
        Optional.of(transfer),
        Optional.of(decimation),
        Optional.of(new Response.Gain(gain, hz, Kept.NONE)),
        Kept.NONE);
  }

  private static double[] noise(long seed, int count) {
    return new Random(seed).doubles(count, -1000, 1000).toArray();
  }

  /// What [Removal] says, by sums over every sample and frequency.
  private static double[] plain(Removal removal, double[] counts, ChannelResponse response) {
    int n = counts.length;
    int length = Removal.transformLength(n);
    double[] window = Window.tukey(n, removal.taperedFraction());
    double[] flat = Detrend.linear(Detrend.mean(counts));
    double[] hz = new double[length / 2 + 1];
    for (int k = 0; k < hz.length; k++) {
      hz[k] = k * 10.0 / length;
    }
    double[] h = response.at(hz, removal.output());
    double greatest = 0;
    for (int k = 0; k < hz.length; k++) {
      greatest = Math.max(greatest, Math.hypot(h[2 * k], h[2 * k + 1]));
    }
    double[] motion = new double[n];
    for (int k = 1; k < hz.length; k++) {
      double re = 0;
      double im = 0;
      for (int j = 0; j < n; j++) {
        double angle = 2 * Math.PI * ((long) j * k % length) / length;
        re += flat[j] * window[j] * Math.cos(angle);
        im -= flat[j] * window[j] * Math.sin(angle);
      }
      double modulus = Math.hypot(h[2 * k], h[2 * k + 1]);
      double floored = Math.max(modulus, greatest * Math.pow(10, -removal.waterLevelDb() / 20));
      double phase = Math.atan2(im, re) - Math.atan2(h[2 * k + 1], h[2 * k]);
      double gain = removal.preFilter().map(corners -> corners.gain(hz[0])).orElse(1.0);
      if (removal.preFilter().isPresent()) {
        gain = removal.preFilter().get().gain(hz[k]);
      }
      double size = Math.hypot(re, im) / floored * gain / length;
      boolean nyquist = 2 * k == length;
      for (int j = 0; j < n; j++) {
        double angle = phase + 2 * Math.PI * ((long) j * k % length) / length;
        motion[j] += (nyquist ? 1 : 2) * size * Math.cos(angle);
      }
    }
    return motion;
  }

  private static double greatest(double[] of) {
    double greatest = 0;
    for (double one : of) {
      greatest = Math.max(greatest, Math.abs(one));
    }
    return greatest;
  }

  @Test
  void agreesWithItsPlainTwin() {
    ChannelResponse response = seismometer();
    for (GroundMotion motion : GroundMotion.values()) {
      for (int count : new int[] {1, 2, 7, 8, 15, 16, 17, 500}) {
        double[] counts = noise(count, count);
        for (Removal removal :
            List.of(
                Removal.to(motion),
                Removal.to(motion).within(BAND),
                new Removal(motion, Optional.empty(), 20, 0.5))) {
          double[] expected = plain(removal, counts, response);
          double[] found = removal.apply(counts, 10, response);
          assertArrayEquals(
              expected, found, 1e-10 * greatest(expected) + 1e-20, motion + " of " + count);
        }
      }
    }
    assertEquals(0, Removal.to(GroundMotion.VELOCITY).apply(new double[0], 10, response).length);
  }

  @Test
  void isLinear() {
    ChannelResponse response = seismometer();
    Removal removal = Removal.to(GroundMotion.DISPLACEMENT).within(BAND);
    double[] a = noise(1, 3000);
    double[] b = noise(2, 3000);
    double[] both = new double[3000];
    for (int i = 0; i < both.length; i++) {
      both[i] = 3 * a[i] - 0.5 * b[i] + 1e6 + 17.0 * i;
    }
    double[] x = removal.apply(a, 10, response);
    double[] y = removal.apply(b, 10, response);
    double[] expected = new double[3000];
    for (int i = 0; i < expected.length; i++) {
      expected[i] = 3 * x[i] - 0.5 * y[i];
    }
    // A mean of 1e6 and a slope take four of the sixteen digits.
    assertArrayEquals(expected, removal.apply(both, 10, response), 1e-9 * greatest(expected));
  }

  @Test
  void givesBackTheMotionThatMadeTheCounts() {
    ChannelResponse response = seismometer();
    int count = 12_000;
    for (GroundMotion motion : GroundMotion.values()) {
      double[] ground = new double[count];
      for (int i = 0; i < count; i++) {
        double t = (i - 5000) / 10.0;
        ground[i] = 1e-9 * Math.exp(-t * t / 50) * Math.cos(2 * Math.PI * 1.2 * t);
      }
      int length = Fft.goodLength(4 * count);
      Fft fft = Fft.ofLength(length);
      double[] spectrum = fft.forward(ground);
      double[] h = response.onBins(length, 10, motion);
      for (int k = 0; k < spectrum.length; k += 2) {
        double re = spectrum[k] * h[k] - spectrum[k + 1] * h[k + 1];
        spectrum[k + 1] = spectrum[k] * h[k + 1] + spectrum[k + 1] * h[k];
        spectrum[k] = re;
      }
      double[] counts = java.util.Arrays.copyOf(fft.inverse(spectrum), count);
      double[] found = Removal.to(motion).within(BAND).apply(counts, 10, response);
      // The pulse is 0.1 Hz wide about 1.2 Hz, inside the band, and far from the tapers.
      assertArrayEquals(ground, found, 1e-7 * 1e-9, motion.toString());
    }
  }

  @Test
  void holdsTheWaterLevel() {
    double[] spectrum = {1, 0, 1, 0, 0, 2, 1, 1};
    double[] response = {5, 0, 0, 100, 1, 0, 0, 0};
    new Removal(GroundMotion.VELOCITY, Optional.empty(), 20, 0).divide(spectrum, response, 1);
    assertArrayEquals(new double[] {0, 0, 0, -0.01, 0, 0.2, 0, 0}, spectrum, 1e-15);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThrows(IllegalArgumentException.class, () -> new Removal.Corners(2, 1, 3, 4));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Removal(GroundMotion.VELOCITY, Optional.empty(), -1, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> Removal.to(GroundMotion.VELOCITY).apply(new double[3], 0, seismometer()));
  }

  @Test
  @Tag("slow")
  void removesASolInTime() throws IOException {
    ChannelResponse response =
        ChannelResponseTest.response(
            ChannelResponseTest.inventory(), "02", "BHW", "2019-07-26T12:00:00");
    double[] counts = noise(3, 1_775_504);
    Removal removal =
        Removal.to(GroundMotion.VELOCITY).within(new Removal.Corners(0.005, 0.01, 8, 9.5));
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 6; i++) {
      long from = cpuNanos();
      removal.apply(counts, 20, response);
      best = Math.min(best, (cpuNanos() - from) * 1e-9);
    }
    // Time of the processor, as the machine may do other work: 0.3 s once compiled.
    assertTrue(best < 0.5, "one sol took " + best + " s");
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
