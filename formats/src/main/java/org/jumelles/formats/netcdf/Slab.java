package org.jumelles.formats.netcdf;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// One row of chunks, shuffled and deflated, ready to be appended.
///
/// @param row the first row that it holds
public record Slab(String variable, long row, List<Piece> pieces) {
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

  public Slab {
    pieces = List.copyOf(pieces);
  }

  /// @param column the first column that it holds
  @SuppressWarnings("ArrayRecordComponent") // on its way to the file, compared by nobody
  record Piece(long column, byte[] bytes) {}

  static Slab encode(Variable variable, long row, MemorySegment values) {
    int elementBytes = variable.type().bytes();
    long rowBytes = variable.columns() * variable.depth() * elementBytes;
    long rows = rowBytes == 0 ? 0 : values.byteSize() / rowBytes;
    if (rows < 1 || rows * rowBytes != values.byteSize() || rows > variable.chunkRows()) {
      throw new IllegalArgumentException(
          variable.name()
              + ": "
              + values.byteSize()
              + " bytes are not 1 to "
              + variable.chunkRows()
              + " rows of "
              + rowBytes);
    }
    int columns = variable.chunkColumns();
    int pieceRow = Math.toIntExact(columns * variable.depth() * elementBytes);
    byte[] chunk = new byte[pieceRow * variable.chunkRows()];
    byte[] shuffled = new byte[chunk.length];
    List<Piece> pieces = new ArrayList<>();
    Deflater deflater = new Deflater(variable.chunk().level());
    try {
      for (long column = 0; column < variable.columns(); column += columns) {
        long wide = Math.min(columns, variable.columns() - column);
        int bytes = (int) (wide * variable.depth() * elementBytes);
        long from = column * variable.depth() * elementBytes;
        for (int i = 0; i < rows; i++) {
          copy(values, from + i * rowBytes, chunk, i * pieceRow, bytes, elementBytes);
        }
        oneNaN(variable.type(), chunk, (int) rows * pieceRow);
        shuffle(chunk, shuffled, elementBytes);
        pieces.add(new Piece(column, deflated(deflater, shuffled)));
      }
    } finally {
      deflater.end();
    }
    return new Slab(variable.name(), row, pieces);
  }

  /// From the machine's byte order to little-endian.
  private static void copy(
      MemorySegment from, long at, byte[] to, int toAt, int bytes, int elementBytes) {
    MemorySegment target = MemorySegment.ofArray(to);
    switch (elementBytes) {
      case 1 -> MemorySegment.copy(from, at, target, toAt, bytes);
      case 2 -> {
        ValueLayout.OfShort layout = ValueLayout.JAVA_SHORT_UNALIGNED;
        ValueLayout.OfShort little = layout.withOrder(ByteOrder.LITTLE_ENDIAN);
        MemorySegment.copy(from, layout, at, target, little, toAt, bytes / 2);
      }
      case 4 -> {
        ValueLayout.OfInt layout = ValueLayout.JAVA_INT_UNALIGNED;
        ValueLayout.OfInt little = layout.withOrder(ByteOrder.LITTLE_ENDIAN);
        MemorySegment.copy(from, layout, at, target, little, toAt, bytes / 4);
      }
      default -> {
        ValueLayout.OfLong layout = ValueLayout.JAVA_LONG_UNALIGNED;
        ValueLayout.OfLong little = layout.withOrder(ByteOrder.LITTLE_ENDIAN);
        MemorySegment.copy(from, layout, at, target, little, toAt, bytes / 8);
      }
    }
  }

  /// Makes every NaN the same one: a processor's own has another sign than the language's, and
  /// which
  /// comes of 0 / 0 depends on how far the code is compiled. A file must not.
  private static void oneNaN(Type type, byte[] chunk, int length) {
    switch (type) {
      case FLOAT -> {
        for (int i = 0; i < length; i += 4) {
          if (Float.isNaN((float) FLOATS.get(chunk, i))) {
            FLOATS.set(chunk, i, Float.NaN);
          }
        }
      }
      case DOUBLE -> {
        for (int i = 0; i < length; i += 8) {
          if (Double.isNaN((double) DOUBLES.get(chunk, i))) {
            DOUBLES.set(chunk, i, Double.NaN);
          }
        }
      }
      default -> {}
    }
  }

  /// First bytes of all values, then second bytes, and so on.
  private static void shuffle(byte[] plain, byte[] shuffled, int elementBytes) {
    int count = plain.length / elementBytes;
    for (int b = 0; b < elementBytes; b++) {
      int to = b * count;
      for (int i = 0, from = b; i < count; i++, from += elementBytes) {
        shuffled[to + i] = plain[from];
      }
    }
  }

  private static byte[] deflated(Deflater deflater, byte[] plain) {
    deflater.reset();
    deflater.setInput(plain);
    deflater.finish();
    byte[] out = new byte[plain.length + plain.length / 1000 + 1024];
    int length = 0;
    while (!deflater.finished()) {
      if (length == out.length) {
        out = java.util.Arrays.copyOf(out, 2 * length);
      }
      length += deflater.deflate(out, length, out.length - length);
    }
    return MemorySegment.ofArray(out).asSlice(0, length).toArray(JAVA_BYTE);
  }
}
