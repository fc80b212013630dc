package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.lang.foreign.Arena;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Raster;

/// A cube over mapped bytes: nothing is read before it is asked for, nothing is kept.
final class RasterCube implements Cube {
  private final Raster raster;
  private final Axis axis;
  private final Container container;
  private final Arena arena;
  private final double noData;

  /// Owns the arena.
  RasterCube(Raster raster, Axis axis, Container container, Arena arena) {
    this.raster = raster;
    this.axis = axis;
    this.container = container;
    this.arena = arena;
    double told = container.noData().orElse(Double.NaN);
    this.noData = container.type() == ElementType.F32 ? (float) told : told;
  }

  @Override
  public int lines() {
    return raster.layout().lines();
  }

  @Override
  public int samples() {
    return raster.layout().samples();
  }

  @Override
  public Axis axis() {
    return axis;
  }

  @Override
  public Container container() {
    return container;
  }

  @Override
  public void read(long firstPixel, int count, float[] into) throws IOException {
    if (container.type() == ElementType.F32 && container.scale().isNone()) {
      readStored(firstPixel, count, into);
      float none = (float) noData;
      for (int i = 0; i < count * bands(); i++) {
        if (into[i] == none || into[i] == Meaning.DELETED) {
          into[i] = Float.NaN;
        }
      }
      return;
    }
    int block = Math.clamp((1 << 15) / bands(), 1, Math.max(count, 1));
    double[] wide = new double[block * bands()];
    for (int done = 0; done < count; done += block) {
      int now = Math.min(block, count - done);
      read(firstPixel + done, now, wide);
      int to = done * bands();
      for (int i = 0; i < now * bands(); i++) {
        into[to + i] = (float) wide[i];
      }
    }
  }

  @Override
  public void read(long firstPixel, int count, double[] into) throws IOException {
    try {
      raster.read(firstPixel, count, into);
    } catch (InternalError e) {
      throw shrunk(e);
    }
    Meaning.apply(into, count * bands(), container, noData);
  }

  @Override
  public void readBits(long firstPixel, int count, long[] into) throws IOException {
    try {
      raster.readBits(firstPixel, count, into);
    } catch (InternalError e) {
      throw shrunk(e);
    }
  }

  @Override
  public void close() {
    arena.close();
  }

  private void readStored(long firstPixel, int count, float[] into) throws IOException {
    try {
      raster.read(firstPixel, count, into);
    } catch (InternalError e) {
      throw shrunk(e);
    }
  }

  /// The machine's word for a page of the file that is no longer there.
  private static IOException shrunk(InternalError e) {
    return new IOException("the file became shorter while it was read", e);
  }
}
