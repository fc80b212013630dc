package org.jumelles.ryugu.cube;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.RasterWriter;

/// Writes a cube block by block, in any order of blocks, by several threads, each its own pixels;
/// the memory is the caller's block. [#finish] puts the files in their place; closed without it,
/// nothing is left. Pixels that nobody wrote are zeros.
public final class CubeWriter implements AutoCloseable {
  private final NewCube cube;
  private final Filing filing;
  private final Layout layout;
  private final Path part;
  private final FileChannel channel;
  private final Arena arena;
  private final boolean plain;

  /// Where spectra stand in the file as in memory; else images or lines of each band are touched
  /// as mapped pages.
  private final Optional<PixelFile> dense;

  private final Optional<RasterWriter> mapped;

  @SuppressWarnings("MustBeClosedChecker") // closed by close
  CubeWriter(NewCube cube, Layout layout, Filing filing) throws IOException {
    this.cube = cube;
    this.filing = filing;
    this.layout = layout;
    this.part = filing.data().resolveSibling(filing.data().getFileName() + ".part");
    this.plain = cube.scale().isNone();
    long head = filing.head().length;
    long bytes = head + layout.bytes();
    long whole = (bytes + filing.unit() - 1) / filing.unit() * filing.unit();
    checkSpace(whole);
    this.arena = Arena.ofShared();
    this.channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      channel.write(ByteBuffer.wrap(new byte[1]), whole - 1); // the rest is zeros
      channel.write(ByteBuffer.wrap(filing.head()), 0);
      if (PixelFile.fits(layout)) {
        this.dense = Optional.of(new PixelFile(channel, head, layout));
        this.mapped = Optional.empty();
      } else {
        MemorySegment map = channel.map(FileChannel.MapMode.READ_WRITE, 0, whole, arena);
        this.dense = Optional.empty();
        this.mapped = Optional.of(new RasterWriter(map.asSlice(head, layout.bytes()), layout));
      }
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
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
  public void write(long firstPixel, int count, float[] from) throws IOException {
    int length = check(firstPixel, count, from.length);
    if (plain && cube.type() == ElementType.F32) {
      float[] numbers = new float[length];
      for (int i = 0; i < length; i++) {
        numbers[i] = Float.isNaN(from[i]) ? Float.NaN : from[i];
      }
      put(firstPixel, count, numbers);
      return;
    }
    long[] bits = new long[length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = stored(from[i], firstPixel, i);
    }
    writeBits(firstPixel, count, bits);
  }

  /// The same in double precision; float32 takes the nearest float.
  public void write(long firstPixel, int count, double[] from) throws IOException {
    int length = check(firstPixel, count, from.length);
    if (plain && cube.type() == ElementType.F32) {
      float[] nearest = new float[length];
      if (narrow(from, nearest)) {
        put(firstPixel, count, nearest);
        return;
      }
    }
    long[] bits = new long[length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = stored(from[i], firstPixel, i);
    }
    writeBits(firstPixel, count, bits);
  }

  /// Whether every number is held by a float, no finite one made infinite. Of the many NaN there
  /// is one: a processor's own has another sign than the language's, and which comes of 0 / 0
  /// depends on how far the code is compiled. A file must not.
  private static boolean narrow(double[] from, float[] to) {
    int lost = 0;
    for (int i = 0; i < to.length; i++) {
      float nearest = (float) from[i];
      to[i] = Float.isNaN(nearest) ? Float.NaN : nearest;
      lost +=
          Math.abs(nearest) <= Float.MAX_VALUE || !(Math.abs(from[i]) <= Double.MAX_VALUE) ? 0 : 1;
    }
    return lost == 0;
  }

  private void put(long firstPixel, int count, float[] numbers) throws IOException {
    if (dense.isPresent()) {
      dense.get().write(firstPixel, numbers, 0, count * cube.bands());
    } else {
      mapped.orElseThrow().write(firstPixel, count, numbers);
    }
  }

  /// Writes bytes as they are.
  ///
  /// @throws IllegalArgumentException where the cube is of another type than unsigned bytes, or has
  ///     a scale
  public void write(long firstPixel, int count, byte[] from) throws IOException {
    int length = check(firstPixel, count, from.length);
    if (!plain || cube.type() != ElementType.U8) {
      throw new IllegalArgumentException("bytes into " + cube.type().word() + ", " + cube.scale());
    }
    if (dense.isPresent()) {
      dense.get().write(firstPixel, from, length);
    } else {
      mapped.orElseThrow().write(firstPixel, count, from);
    }
  }

  /// Writes stored bits as they are; see [Cube#readBits].
  public void writeBits(long firstPixel, int count, long[] from) throws IOException {
    int length = check(firstPixel, count, from.length);
    if (dense.isPresent()) {
      dense.get().writeBits(firstPixel, from, length);
    } else {
      mapped.orElseThrow().writeBits(firstPixel, count, from);
    }
  }

  private int check(long firstPixel, int count, int length) {
    Objects.checkFromIndexSize(firstPixel, count, layout.pixels());
    int numbers = Math.multiplyExact(count, cube.bands());
    if (numbers > length) {
      throw new IllegalArgumentException(
          count + " pixels of " + cube.bands() + " bands are more than " + length + " numbers");
    }
    return numbers;
  }

  /// Writes the label and puts all in its place.
  public void finish() throws IOException {
    channel.force(false);
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
      channel.close();
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
