package org.jumelles.formats.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.Closeable;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Array;
import java.nio.ByteOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.ElementType;
import org.jspecify.annotations.Nullable;

/// The door: `Hdf5File.open(path)`. Whatever jHDF throws on broken bytes becomes a
/// [MalformedDataException].
public final class Hdf5File implements Closeable {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
  private static final int MOST_DEPTH = 8;
  private static final int MOST_NODES = 10_000;
  private static final long MOST_VECTOR_BYTES = 16 << 20;

  private static final long SMALL_BYTES = 16 << 20;

  private final String source;
  private final HdfFile file;

  private Hdf5File(String source, HdfFile file) {
    this.source = source;
    this.file = file;
  }

  public static boolean isHdf5(Bytes bytes) {
    return bytes.size() > 8 && Arrays.equals(bytes.array(0, 8, "signature"), SIGNATURE);
  }

  public static Hdf5File open(Path path) {
    try {
      return new Hdf5File(path.toString(), opened(path));
    } catch (RuntimeException | IOException | OutOfMemoryError | StackOverflowError e) {
      throw malformed(path.toString(), "/", e);
    }
  }

  /// A small file is taken into memory: there the library cannot read beyond the end, while from a
  /// channel it first allocates as much as a broken header asks for.
  private static HdfFile opened(Path path) throws IOException {
    return Files.size(path) <= SMALL_BYTES
        ? HdfFile.fromBytes(Files.readAllBytes(path))
        : new HdfFile(path);
  }

  /// Whether the file says that it was written as NetCDF-4.
  public boolean isNetCdf() {
    return guarded("/", () -> file.getAttribute("_NCProperties") != null);
  }

  /// All numeric arrays of three dimensions, group by group.
  public List<Hdf5Array> arrays() {
    List<Hdf5Array> arrays = new ArrayList<>();
    guarded(
        "/",
        () -> {
          for (Dataset dataset : datasets(file, 0, new ArrayList<>())) {
            array(dataset).ifPresent(arrays::add);
          }
          return arrays;
        });
    return arrays;
  }

  /// Paths of the numeric arrays of one dimension and that length.
  public List<String> vectors(int length) {
    return guarded(
        "/",
        () ->
            datasets(file, 0, new ArrayList<>()).stream()
                .filter(set -> Arrays.equals(set.getDimensions(), new int[] {length}))
                .filter(set -> type(set.getDataType()).isPresent())
                .map(Node::getPath)
                .toList());
  }

  public double[] vector(String path) {
    return guarded(
        path,
        () -> {
          Dataset set = file.getDatasetByPath(path);
          if (set.getSizeInBytes() > MOST_VECTOR_BYTES) {
            throw new IllegalArgumentException(set.getSizeInBytes() + " bytes are no vector");
          }
          Object data = set.getDataFlat();
          double[] values = new double[Array.getLength(data)];
          for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) Array.get(data, i)).doubleValue();
          }
          return values;
        });
  }

  public Optional<String> text(String path, String attribute) {
    return value(path, attribute)
        .flatMap(data -> data instanceof String text ? Optional.of(text) : Optional.empty());
  }

  public OptionalDouble number(String path, String attribute) {
    Optional<Object> data = value(path, attribute);
    if (data.isEmpty()) {
      return OptionalDouble.empty();
    }
    Object one = data.get();
    if (one.getClass().isArray() && Array.getLength(one) == 1) {
      one = Array.get(one, 0);
    }
    return one instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /// The bytes of an array, dense.
  ///
  /// @param whole the same file, mapped
  /// @param arena owns what is decompressed
  public Bytes bytes(Hdf5Array array, Bytes whole, Arena arena) {
    return guarded(
        array.path(),
        () -> {
          Dataset dataset = file.getDatasetByPath(array.path());
          if (dataset instanceof ContiguousDataset contiguous) {
            long at = contiguous.getDataAddress() + file.getUserBlockSize();
            return whole.slice(at, array.bytes(), array.path());
          }
          if (dataset instanceof ChunkedDataset chunked) {
            MemorySegment dense =
                Chunks.read(source, array, chunked, arena, Chunks.MOST_IN_MEMORY, whole.size());
            return Bytes.of(source + ":" + array.path(), dense);
          }
          throw new MalformedDataException(
              source,
              new Place.Path(array.path()),
              "layout",
              "contiguous or chunked",
              dataset.getDataLayout().toString());
        });
  }

  @Override
  public void close() {
    file.close();
  }

  private static List<Dataset> datasets(Group group, int depth, List<Dataset> found) {
    if (depth <= MOST_DEPTH) {
      for (Node node : group.getChildren().values()) {
        if (node instanceof Dataset dataset && found.size() < MOST_NODES) {
          found.add(dataset);
        } else if (node instanceof Group inner) {
          datasets(inner, depth + 1, found);
        }
      }
    }
    return found;
  }

  private static Optional<Hdf5Array> array(Dataset dataset) {
    int[] sizes = dataset.getDimensions();
    Optional<ElementType> type = type(dataset.getDataType());
    if (sizes.length != 3 || type.isEmpty() || Arrays.stream(sizes).anyMatch(n -> n < 1)) {
      return Optional.empty();
    }
    ByteOrder order =
        switch (dataset.getDataType()) {
          case FixedPoint whole -> whole.getByteOrder();
          case FloatingPoint real -> real.getByteOrder();
          default -> ByteOrder.LITTLE_ENDIAN;
        };
    List<Integer> dimensions = Arrays.stream(sizes).boxed().toList();
    return Optional.of(new Hdf5Array(dataset.getPath(), dimensions, type.get(), order));
  }

  private static Optional<ElementType> type(DataType type) {
    return switch (type) {
      case FixedPoint whole ->
          switch (whole.getSize()) {
            case 1 -> Optional.of(whole.isSigned() ? ElementType.I8 : ElementType.U8);
            case 2 -> Optional.of(whole.isSigned() ? ElementType.I16 : ElementType.U16);
            case 4 -> Optional.of(whole.isSigned() ? ElementType.I32 : ElementType.U32);
            case 8 -> Optional.of(whole.isSigned() ? ElementType.I64 : ElementType.U64);
            default -> Optional.empty();
          };
      case FloatingPoint real ->
          real.getSize() == 4
              ? Optional.of(ElementType.F32)
              : real.getSize() == 8 ? Optional.of(ElementType.F64) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Object> value(String path, String attribute) {
    return guarded(
        path,
        () -> {
          @Nullable Attribute found = file.getByPath(path).getAttribute(attribute);
          return found == null ? Optional.empty() : Optional.ofNullable(found.getData());
        });
  }

  private <T> T guarded(String path, java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MalformedDataException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      // jHDF allocates what a broken header asks for, and follows a group into itself.
      throw malformed(source, path, e);
    }
  }

  private static MalformedDataException malformed(String source, String path, Throwable e) {
    return new MalformedDataException(
        source,
        new Place.Path(path),
        "HDF5",
        "HDF5 File Format Specification 3.0",
        "unreadable: " + e);
  }
}
