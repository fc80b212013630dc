package org.jumelles.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandPlan;
import org.jumelles.ryugu.parameter.Continuum;
import org.jumelles.ryugu.simulation.GrainSimulation;
import org.jumelles.ryugu.simulation.Settings;

/// Reads the pixels of a cube, takes the continuum off and fits the standard bands, on one thread.
/// The pixels are those of the simulated grain, again and again, with noise of a hundredth.
final class PixelsReading {
  private static final int BLOCK = 256;
  private static final double NOISE = 0.01;

  private final GrainSimulation grain =
      GrainSimulation.of(new Settings(1, Settings.LINES, Settings.SAMPLES, 1 / NOISE, 0));
  private final int bands = grain.bands();
  private final Continuum continuum;
  private final BandFitting fitting;
  private final double[] spectra = new double[BLOCK * bands];
  private final double[] flat = new double[BLOCK * bands];

  PixelsReading() {
    boolean[] good = new boolean[bands];
    Arrays.fill(good, true);
    continuum = Continuum.over("bench", grain.micrometres(), good);
    fitting = BandFitting.of("bench", grain.micrometres(), good, BandPlan.standard().windows());
  }

  /// A checksum that no compiler can leave out.
  double read(Bytes bytes) {
    double check = 0;
    long pixels = bytes.size() / (Float.BYTES * (long) bands);
    for (long first = 0; first < pixels; first += BLOCK) {
      int count = (int) Math.min(BLOCK, pixels - first);
      for (int i = 0; i < count * bands; i++) {
        long at = (first * bands + i) * Float.BYTES;
        spectra[i] = bytes.f32(at, ByteOrder.LITTLE_ENDIAN, "reflectance");
      }
      continuum.remove(spectra, count, flat);
      BandFits fits = fitting.fit(spectra, Optional.empty(), count);
      check += flat[count - 1] + fits.state()[count - 1];
    }
    return check;
  }

  Path write(int pixels) throws IOException {
    Path file = Files.createTempFile("jumelles-bench", ".img");
    SplittableRandom random = new SplittableRandom(5);
    float[] one = new float[bands];
    ByteBuffer row = ByteBuffer.allocate(bands * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (int i = 0; i < pixels; i++) {
        grain.truth(i * 7919L % 64_000, 1, one);
        row.clear();
        for (float value : one) {
          row.putFloat((float) (value * (1 + NOISE * random.nextGaussian())));
        }
        out.write(row.array());
      }
    }
    return file;
  }
}
