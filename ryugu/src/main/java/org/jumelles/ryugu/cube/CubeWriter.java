package org.jumelles.ryugu.cube;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.RasterWriter;

/// Writes a cube block by block, in any order of blocks, by several threads, each its own pixels;
/// the memory is the caller's block. [#finish] puts the files in their place; closed without it,
/// nothing is left. Pixels that nobody wrote are zeros.
public final class CubeWriter implements AutoCloseable {
  private final NewCube cube;
  private final Filing filing;
  private final Path part;
  private final Arena arena;
  private final MemorySegment mapped;
  private final RasterWriter raster;
  private final boolean plainFloats;

  @SuppressWarnings("MustBeClosedChecker") // closed by close
  CubeWriter(NewCube cube, Layout layout, Filing filing) throws IOException {
    this.cube = cube;
    this.filing = filing;
    this.part = filing.data().resolveSibling(filing.data().getFileName() + ".part");
    this.plainFloats = cube.type() == ElementType.F32 && cube.scale().isNone();
    long bytes = filing.head().length + layout.bytes();
    long whole = (bytes + filing.unit() - 1) / filing.unit() * filing.unit();
    checkSpace(whole);
    this.arena = Arena.ofShared();
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      this.mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, whole, arena);
    } catch (IOException | RuntimeException e) {
      arena.close();
      Files.deleteIfExists(part);
      throw e;
    }
    MemorySegment.copy(MemorySegment.ofArray(filing.head()), 0, mapped, 0, filing.head().length);
    this.raster = new RasterWriter(mapped.asSlice(filing.head().length, layout.bytes()), layout);
  }

  /// The files that there will be, the one to open first.
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    filing.label().ifPresent(label -> files.add(label.file()));
    files.add(filing.data());
    return files;
  }

  /// Writes spectra, pixel after pixel, band after band, in the unit of the file after its scale.
  ///
  /// @throws IllegalArgumentException where a number is not to be had in the type of the cube: what
  ///     lies beyond it is not clipped, and what lies between is rounded only under a scale
  public void write(long firstPixel, int count, float[] from) {
    if (plainFloats) {
      raster.write(firstPixel, count, from);
      return;
    }
    long[] bits = new long[Math.multiplyExact(count, cube.bands())];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = stored(from[i], firstPixel, i);
    }
    raster.writeBits(firstPixel, count, bits);
  }

  /// The same in double precision; float32 takes the nearest float.
  public void write(long firstPixel, int count, double[] from) {
    long[] bits = new long[Math.multiplyExact(count, cube.bands())];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = stored(from[i], firstPixel, i);
    }
    raster.writeBits(firstPixel, count, bits);
  }

  /// Writes stored bits as they are; see [Cube#readBits].
  public void writeBits(long firstPixel, int count, long[] from) {
    raster.writeBits(firstPixel, count, from);
  }

  /// Writes the label and puts all in its place.
  public void finish() throws IOException {
    mapped.force();
    if (filing.label().isPresent()) {
      Filing.Label label = filing.label().get();
      Path labelPart = label.file().resolveSibling(label.file().getFileName() + ".part");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(labelPart))) {
          label.text().write(out, part);
        }
        Files.move(part, filing.data(), StandardCopyOption.REPLACE_EXISTING);
        Files.move(labelPart, label.file(), StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(labelPart);
      }
    } else {
      Files.move(part, filing.data(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    if (arena.scope().isAlive()) {
      arena.close();
      Files.deleteIfExists(part);
    }
  }

  private long stored(double meant, long firstPixel, int index) {
    ElementType type = cube.type();
    if (Double.isNaN(meant) && cube.noData().isPresent() && type.isInteger()) {
      return type.bits(cube.noData().getAsDouble());
    }
    double exact = cube.scale().undo(meant);
    double value = type.isInteger() && !cube.scale().isNone() ? Math.rint(exact) : exact;
    boolean held =
        type.isInteger()
            ? type.holds(value)
            : !Double.isFinite(value) || type == ElementType.F64 || Float.isFinite((float) value);
    if (!held) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "pixel %d, band %d: %s is not held by %s",
              firstPixel + index / cube.bands(),
              index % cube.bands() + 1,
              meant,
              type.word()));
    }
    return type.bits(value);
  }

  private void checkSpace(long bytes) throws IOException {
    Path folder = filing.data().toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(filing.data() + ": there is no folder " + folder);
    }
    // Asked of the folder, not of its mount: inside of a chroot or a container no mount may be
    // listed.
    long free = folder.toFile().getUsableSpace();
    if (free < bytes && (free > 0 || folder.toFile().getTotalSpace() > 0)) {
      throw new IOException(
          filing.data() + " needs " + bytes + " bytes, " + folder + " has " + free + " left");
    }
  }
}
