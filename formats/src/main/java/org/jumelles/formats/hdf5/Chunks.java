package org.jumelles.formats.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Chunks to one dense array, several at a time: in memory outside of the heap, or, where it is
/// large, in a file of its own that has no name any more and goes with the arena.
final class Chunks {
  /// What may be held in memory.
  static final long MOST_IN_MEMORY = 1L << 30;

  /// What a disk keeps for others.
  private static final long SPARE_BYTES = 1L << 30;

  /// Of deflate, at best.
  private static final long MOST_RATIO = 1032;

  private Chunks() {}

  /// @param mostInMemory more than that goes to a file, where the HDF5 file's own bytes could hold
  /// it
  /// @param fileBytes of the whole HDF5 file
  static MemorySegment read(
      String source,
      Hdf5Array array,
      ChunkedDataset set,
      Arena arena,
      long mostInMemory,
      long fileBytes) {
    if (array.bytes() > mostInMemory && array.bytes() / MOST_RATIO > fileBytes) {
      throw new MalformedDataException(
          source,
          new Place.Path(array.path()),
          "size",
          "at most " + MOST_RATIO + " times the file, as deflate packs no better",
          array.bytes() + " bytes in a file of " + fileBytes);
    }
    int[] sizes = array.dimensions().stream().mapToInt(Integer::intValue).toArray();
    int[] chunk = set.getChunkDimensions();
    int[] counts = new int[3];
    for (int i = 0; i < 3; i++) {
      counts[i] = (sizes[i] + chunk[i] - 1) / chunk[i];
    }
    MemorySegment dense =
        array.bytes() <= mostInMemory
            ? arena.allocate(array.bytes(), 8)
            : file(source, array, arena);
    int total = Math.multiplyExact(Math.multiplyExact(counts[0], counts[1]), counts[2]);
    IntStream.range(0, total)
        .parallel()
        .forEach(
            i -> {
              int[] from = {
                i / (counts[1] * counts[2]) * chunk[0],
                i / counts[2] % counts[1] * chunk[1],
                i % counts[2] * chunk[2]
              };
              copy(set.getDecompressedChunk(from), chunk, from, sizes, array, dense);
            });
    return dense;
  }

  private static MemorySegment file(String source, Hdf5Array array, Arena arena) {
    Path file = Path.of("");
    try {
      file = Files.createTempFile("jumelles", ".dense");
      long free = Files.getFileStore(file).getUsableSpace();
      if (free - SPARE_BYTES < array.bytes()) {
        throw new MalformedDataException(
            source,
            new Place.Path(array.path()),
            "size",
            "room for its " + array.bytes() + " bytes without their chunks in " + file.getParent(),
            free + " bytes are free there, of which " + SPARE_BYTES + " are left alone");
      }
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        return channel.map(FileChannel.MapMode.READ_WRITE, 0, array.bytes(), arena);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(file);
    }
  }

  /// What is mapped stays until the arena is closed; where a system does not have it so, the file
  /// goes with the program.
  private static void delete(Path file) {
    try {
      if (!file.toString().isEmpty()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      file.toFile().deleteOnExit();
    }
  }

  private static void copy(
      byte[] bytes, int[] chunk, int[] from, int[] sizes, Hdf5Array array, MemorySegment dense) {
    int width = array.type().bytes();
    MemorySegment source = MemorySegment.ofArray(bytes);
    int planes = Math.min(chunk[0], sizes[0] - from[0]);
    int rows = Math.min(chunk[1], sizes[1] - from[1]);
    long run = (long) Math.min(chunk[2], sizes[2] - from[2]) * width;
    for (int p = 0; p < planes; p++) {
      for (int r = 0; r < rows; r++) {
        long at = ((long) p * chunk[1] + r) * chunk[2] * width;
        long to = (((long) (from[0] + p) * sizes[1] + from[1] + r) * sizes[2] + from[2]) * width;
        MemorySegment.copy(source, at, dense, to, run);
      }
    }
  }
}
