package org.jumelles.formats.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ChunkedDataset;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Chunks that h5py wrote, some never written, put together in memory and in a file.
@Tag("oracle")
class ChunksTest {
  private static final String WRITE =
      """
      import sys
      try:
          import h5py, numpy as np
      except ImportError:
          sys.exit(77)
      f = h5py.File(sys.argv[1], 'w')
      d = f.create_dataset('cube', shape=(7, 9, 11), dtype='<f4', chunks=(3, 4, 5), compression='gzip')
      d[...] = np.arange(7 * 9 * 11).reshape(7, 9, 11)
      f.close()
      """;

  @Test
  void aFileHoldsWhatMemoryWould(@TempDir Path folder) throws Exception {
    Path python = Path.of("/usr/bin/python3");
    assumeTrue(Files.isExecutable(python), "needs /usr/bin/python3 with h5py");
    Path file = folder.resolve("chunked.h5");
    Process process =
        new ProcessBuilder(python.toString(), "-c", WRITE, file.toString()).inheritIO().start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assumeTrue(process.exitValue() == 0, "needs /usr/bin/python3 with h5py");
    try (HdfFile hdf5 = new HdfFile(file);
        Hdf5File ours = Hdf5File.open(file);
        Arena arena = Arena.ofConfined()) {
      ChunkedDataset set = (ChunkedDataset) hdf5.getDatasetByPath("/cube");
      Hdf5Array array = ours.arrays().getFirst();
      MemorySegment memory = Chunks.read("a", array, set, Arena.ofAuto(), 1 << 20, 4096);
      MemorySegment disk = Chunks.read("a", array, set, Arena.ofAuto(), 0, 4096);
      assertThat(memory.byteSize()).isEqualTo(7 * 9 * 11 * 4);
      for (int i = 0; i < 7 * 9 * 11; i++) {
        assertThat(memory.getAtIndex(ValueLayout.JAVA_FLOAT, i)).isEqualTo(i);
      }
      assertThat(memory.mismatch(disk)).isEqualTo(-1);
      assertThat(disk.isMapped()).isTrue();
      assertThat(memory.isMapped()).isFalse();
      assertThatThrownBy(() -> Chunks.read("a.h5", array, set, arena, 0, 1))
          .isInstanceOf(MalformedDataException.class)
          .hasMessageContaining("2772 bytes in a file of 1");
    }
  }
}
