package org.jumelles.formats.netcdf;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import java.io.Closeable;
import java.lang.reflect.Array;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Reads numbers and attributes of a NetCDF-4 or plain HDF5 file. Chunks that were never written
/// read as zero, whatever the fill value.
public final class NetCdfFile implements Closeable {
  /// No dataset of more values than this is read: 1 GiB of doubles.
  private static final long MOST_VALUES = 1L << 27;

  /// Deflate packs no closer than 1 to 1032 (RFC 1951), so that a file of some bytes cannot hold
  /// more; what a small file never wrote may be read all the same.
  private static final long MOST_PACKED = 1032;

  private static final long UNWRITTEN_BYTES = 4 << 20;

  private static final String CLAUSE = "HDF5 File Format Specification 3.0";

  private static final long SMALL_BYTES = 16 << 20;

  private final String source;
  private final HdfFile file;
  private final long mostBytes;

  private NetCdfFile(String source, HdfFile file) {
    this.source = source;
    this.mostBytes = Math.max(UNWRITTEN_BYTES, MOST_PACKED * file.size());
    this.file = file;
  }

  /// @throws MalformedDataException where the file is no HDF5
  public static NetCdfFile open(Path path) {
    try {
      return new NetCdfFile(path.toString(), opened(path));
    } catch (RuntimeException | IOException | OutOfMemoryError | StackOverflowError e) {
      throw new MalformedDataException(
          path.toString(), new Place.Whole(), "superblock", CLAUSE, said(e));
    }
  }

  /// A small file is taken into memory: there the library cannot read beyond the end, while from a
  /// channel it first allocates as much as a broken header asks for.
  private static HdfFile opened(Path path) throws IOException {
    return Files.size(path) <= SMALL_BYTES
        ? HdfFile.fromBytes(Files.readAllBytes(path))
        : new HdfFile(path);
  }

  public String source() {
    return source;
  }

  /// The names of the datasets in the root group, dimensions without a variable among them.
  public List<String> names() {
    return guarded(
        "",
        () -> {
          List<String> names = new ArrayList<>();
          for (Node node : file.getChildren().values()) {
            if (node instanceof Dataset) {
              names.add(node.getName());
            }
          }
          return names;
        });
  }

  /// The lengths of a dataset's dimensions, slowest first.
  ///
  /// @throws MalformedDataException where there is none of that name
  public int[] shape(String name) {
    return guarded(name, () -> dataset(name).getDimensions());
  }

  /// All numbers of a dataset, the last dimension fastest.
  ///
  /// @throws MalformedDataException where there is none of that name, it holds no numbers, or more
  /// than 2^27 of them
  public double[] doubles(String name) {
    Object flat =
        guarded(
            name,
            () -> {
              Dataset dataset = dataset(name);
              if (dataset.getSize() > MOST_VALUES) {
                throw malformed(name, dataset.getSize() + " values, more than " + MOST_VALUES);
              }
              if (dataset.getSizeInBytes() > mostBytes) {
                throw malformed(name, dataset.getSizeInBytes() + " bytes in so small a file");
              }
              return dataset.getDataFlat();
            });
    if (flat instanceof double[] numbers) {
      return numbers;
    }
    Class<?> part = flat.getClass().getComponentType();
    if (part == null || !part.isPrimitive() || part == boolean.class || part == char.class) {
      throw malformed(name, "no numbers");
    }
    double[] numbers = new double[Array.getLength(flat)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Array.getDouble(flat, i);
    }
    return numbers;
  }

  /// A number among the attributes of the file.
  public OptionalDouble number(String attribute) {
    Optional<Object> data = guarded("", () -> data(file, attribute));
    return data.isPresent() && data.get() instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /// Text among the attributes of the file.
  public Optional<String> text(String attribute) {
    return guarded("", () -> data(file, attribute))
        .flatMap(data -> data instanceof String text ? Optional.of(text) : Optional.empty());
  }

  /// Text among the attributes of a dataset.
  public Optional<String> text(String name, String attribute) {
    return guarded(name, () -> data(dataset(name), attribute))
        .flatMap(data -> data instanceof String text ? Optional.of(text) : Optional.empty());
  }

  /// The complaint that something of this file is wrong; the caller throws it.
  public MalformedDataException malformed(String name, String found) {
    return new MalformedDataException(source, new Place.Path("/" + name), name, CLAUSE, found);
  }

  private static Optional<Object> data(Node node, String attribute) {
    Attribute found = node.getAttribute(attribute);
    return found == null ? Optional.empty() : Optional.ofNullable(found.getData());
  }

  private Dataset dataset(String name) {
    if (file.getChild(name) instanceof Dataset dataset) {
      return dataset;
    }
    throw malformed(name, "there is no such dataset");
  }

  /// Whatever jHDF throws on broken bytes becomes a refusal: it allocates what a header asks for,
  /// and follows a group into itself.
  private <T> T guarded(String name, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MalformedDataException e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      throw malformed(name, said(e));
    }
  }

  private static String said(Throwable e) {
    return String.valueOf(e.getMessage());
  }

  @Override
  public void close() {
    file.close();
  }
}
