package org.jumelles.ryugu.cube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.jumelles.kernel.raster.Interleave;

/// A cube of 16 GiB, most of it a hole in the file: any block of it is read in the memory of that
/// block.
class OutOfCoreTest {
  private static final int LINES = 4096;
  private static final int SAMPLES = 4096;
  private static final int BANDS = 256;

  @ParameterizedTest
  @EnumSource(
      value = Interleave.class,
      names = {"BIP", "BIL", "BSQ"})
  void theLastPixelOfAHugeCube(Interleave interleave, @TempDir Path folder) throws IOException {
    long bytes = 4L * LINES * SAMPLES * BANDS;
    Path header = folder.resolve("huge.hdr");
    Files.writeString(
        header,
        "ENVI\nsamples = %d\nlines = %d\nbands = %d\ndata type = 4\ninterleave = %s\n"
            .formatted(SAMPLES, LINES, BANDS, interleave.word()));
    ByteBuffer last = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 42.5f);
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("huge.img").toFile(), "rw")) {
      file.setLength(bytes);
      file.seek(bytes - 4);
      file.write(last.array());
    }

    try (Cube cube = Cubes.open(header)) {
      int block = 512;
      float[] spectra = new float[block * BANDS];
      cube.read(cube.pixels() - block, block, spectra);
      assertThat(cube.pixels() * cube.bands() * 4).isEqualTo(16L << 30);
      assertThat(cube.container().interleave()).isEqualTo(interleave);
      assertThat(spectra[spectra.length - 1]).isEqualTo(42.5f);
      assertThat(spectra[0]).isZero();
    }
  }

  @Test
  void sumsDoNotDependOnContainerInterleaveOrBlocks(@TempDir Path folder) throws IOException {
    int lines = 37;
    int samples = 41;
    int bands = 97;
    double[] values = new java.util.Random(3).doubles((long) lines * samples * bands).toArray();
    NewCube cube = NewCube.of(lines, samples, Axis.ofBands(bands), "sums");
    java.util.Set<Statistics> found = new java.util.HashSet<>();
    for (String name : new String[] {"a.bip", "a.bil", "a.bsq", "a.fits", "a.xml"}) {
      for (Interleave interleave :
          new Interleave[] {Interleave.BIP, Interleave.BIL, Interleave.BSQ}) {
        try (CubeWriter writer =
            Cubes.create(folder.resolve(name), cube.withInterleave(interleave))) {
          writer.write(0, lines * samples, values);
          writer.finish();
        }
        try (Cube read = Cubes.open(folder.resolve(name))) {
          int block = Statistics.block(read);
          Statistics all = Statistics.NONE;
          for (long first = 0; first < read.pixels(); first += block) {
            int count = (int) Math.min(block, read.pixels() - first);
            all = all.and(Statistics.of(read, first, count));
          }
          found.add(all);
        }
      }
    }
    assertThat(found).hasSize(1);
    assertThat(found.iterator().next().count()).isEqualTo((long) lines * samples * bands);
  }
}
