package org.jumelles.ryugu.library;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Container;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Scale;

/// A library seen as a cube: a spectrum a line, one sample.
record LibraryCube(SpectralLibrary library) implements Cube {
  @Override
  public int lines() {
    return library.spectra().size();
  }

  @Override
  public int samples() {
    return 1;
  }

  @Override
  public Axis axis() {
    return library.axis();
  }

  @Override
  public Container container() {
    return new Container(
        library.format(),
        ElementType.F64,
        Interleave.BIP,
        Scale.NONE,
        OptionalDouble.empty(),
        List.of(),
        library.spectra().stream().map(Spectrum::name).toList(),
        library.defects());
  }

  @Override
  public void read(long firstPixel, int count, float[] into) {
    double[] wide = new double[Math.multiplyExact(count, bands())];
    read(firstPixel, count, wide);
    for (int i = 0; i < wide.length; i++) {
      into[i] = (float) wide[i];
    }
  }

  @Override
  public void read(long firstPixel, int count, double[] into) {
    Objects.checkFromIndexSize(firstPixel, count, pixels());
    for (int i = 0; i < count; i++) {
      double[] values = library.spectra().get((int) firstPixel + i).values();
      System.arraycopy(values, 0, into, i * bands(), bands());
    }
  }

  @Override
  public void close() {}
}
