package org.jumelles.formats.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Chunks to one dense array, several at a time.
final class Chunks {
  /// Decompressed arrays live outside of the heap, but in memory.
  private static final long MOST_BYTES = 1L << 32;

  private Chunks() {}

  static MemorySegment read(String source, Hdf5Array array, ChunkedDataset set, Arena arena) {
    if (array.bytes() > MOST_BYTES) {
      throw new MalformedDataException(
          source,
          new Place.Path(array.path()),
          "size",
          "at most " + MOST_BYTES + " bytes where it is chunked",
          array.bytes() + " bytes; convert it with the tools of HDF5 to one contiguous piece");
    }
    int[] sizes = array.dimensions().stream().mapToInt(Integer::intValue).toArray();
    int[] chunk = set.getChunkDimensions();
    int[] counts = new int[3];
    for (int i = 0; i < 3; i++) {
      counts[i] = (sizes[i] + chunk[i] - 1) / chunk[i];
    }
    MemorySegment dense = arena.allocate(array.bytes(), 8);
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
