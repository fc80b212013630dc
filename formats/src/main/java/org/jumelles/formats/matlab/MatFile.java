package org.jumelles.formats.matlab;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.ElementType;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.MatFile.Entry;
import us.hebi.matlab.mat.types.MatlabType;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Sources;

/// The door: `MatFile.read(bytes)`.
public final class MatFile {
  private static final int HEADER = 128;
  private static final int MOST_BYTES = 1 << 30;

  private MatFile() {}

  public static boolean isMat5(Bytes bytes) {
    return bytes.size() >= HEADER
        && bytes.ascii(0, 10, "header").equals("MATLAB 5.0")
        && (bytes.ascii(126, 2, "endian").equals("IM")
            || bytes.ascii(126, 2, "endian").equals("MI"));
  }

  /// The numeric arrays in their order.
  ///
  /// @throws MalformedDataException where the file cannot be read as MATLAB 5
  public static List<MatArray> read(Bytes bytes) {
    if (!isMat5(bytes)) {
      throw malformed(bytes, "header", "another beginning than MATLAB 5.0");
    }
    if (bytes.size() > MOST_BYTES) {
      throw malformed(bytes, "size", bytes.size() + " bytes, more than " + MOST_BYTES);
    }
    List<MatArray> arrays = new ArrayList<>();
    try (us.hebi.matlab.mat.types.MatFile file =
        Mat5.newReader(Sources.wrap(bytes.array(0, bytes.size(), "file")))
            .setMaxInflateBufferSize(1 << 16)
            .disableSubsystemProcessing()
            .readMat()) {
      for (Entry entry : file.getEntries()) {
        if (entry.getValue() instanceof Matrix matrix && !matrix.isComplex()) {
          type(matrix.getType()).ifPresent(type -> arrays.add(array(bytes, entry, matrix, type)));
        }
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      if (e instanceof MalformedDataException told) {
        throw told;
      }
      throw malformed(bytes, "element", "unreadable: " + e);
    }
    return List.copyOf(arrays);
  }

  private static MatArray array(Bytes bytes, Entry entry, Matrix matrix, ElementType type) {
    int count = matrix.getNumElements();
    long size = (long) count * type.bytes();
    if (size > MOST_BYTES) {
      throw malformed(bytes, entry.getName(), size + " bytes, more than " + MOST_BYTES);
    }
    ByteBuffer out = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      switch (type) {
        case F64 -> out.putDouble(matrix.getDouble(i));
        case F32 -> out.putFloat(matrix.getFloat(i));
        case I8, U8 -> out.put(matrix.getByte(i));
        case I16, U16 -> out.putShort(matrix.getShort(i));
        case I32, U32 -> out.putInt(matrix.getInt(i));
        case I64, U64 -> out.putLong(matrix.getLong(i));
      }
    }
    List<Integer> dimensions = Arrays.stream(matrix.getDimensions()).boxed().toList();
    String name = bytes.source() + ":" + entry.getName();
    return new MatArray(
        entry.getName(), dimensions, type, Bytes.of(name, MemorySegment.ofArray(out.array())));
  }

  private static Optional<ElementType> type(MatlabType type) {
    return switch (type) {
      case Double -> Optional.of(ElementType.F64);
      case Single -> Optional.of(ElementType.F32);
      case Int8 -> Optional.of(ElementType.I8);
      case UInt8 -> Optional.of(ElementType.U8);
      case Int16 -> Optional.of(ElementType.I16);
      case UInt16 -> Optional.of(ElementType.U16);
      case Int32 -> Optional.of(ElementType.I32);
      case UInt32 -> Optional.of(ElementType.U32);
      case Int64 -> Optional.of(ElementType.I64);
      case UInt64 -> Optional.of(ElementType.U64);
      case Cell, Structure, Object, Character, Sparse, Function, Opaque -> Optional.empty();
    };
  }

  private static MalformedDataException malformed(Bytes bytes, String field, String found) {
    return new MalformedDataException(
        bytes.source(), new Place.Whole(), field, "MATLAB 5 MAT-file", found);
  }
}
