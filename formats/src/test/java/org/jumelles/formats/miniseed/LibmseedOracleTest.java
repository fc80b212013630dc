package org.jumelles.formats.miniseed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What we write, libmseed 2 reads: the same count, the same bits. Skipped where a C compiler or
/// the library (Debian: gcc, libmseed-dev) is missing.
@Tag("oracle")
class LibmseedOracleTest {
  private static final int SAMPLES = 50_000;

  @TempDir static Path folder;
  private static Path reader;

  @BeforeAll
  static void compileTheReader() throws Exception {
    Path source = folder.resolve("reread.c");
    try (var in = LibmseedOracleTest.class.getResourceAsStream("/miniseed/reread.c")) {
      Files.write(source, in.readAllBytes());
    }
    reader = folder.resolve("reread");
    int code = -1;
    try {
      code = run(null, "cc", "-O1", "-o", reader.toString(), source.toString(), "-lmseed");
    } catch (IOException e) {
      // No compiler: told by the assumption below.
    }
    Assumptions.assumeTrue(code == 0, "a C compiler with libmseed-dev is not here");
  }

  @ParameterizedTest
  @CsvSource({
    "STEIM1,512",
    "STEIM1,4096",
    "STEIM2,256",
    "STEIM2,512",
    "STEIM2,4096",
    "INT16,512",
    "INT32,512",
    "INT32,8192",
    "FLOAT32,512",
    "FLOAT64,4096"
  })
  void readsWhatWeWrite(Encoding encoding, int recordLength) throws Exception {
    Samples samples = samples(encoding);
    Path file = folder.resolve(encoding + "-" + recordLength + ".mseed");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      MiniSeed.write(
          out,
          SourceId.of("XX", "TEST", "00", "BHZ"),
          Utc.parse("2019-05-22T23:19:27.049"),
          20,
          samples,
          new WriteOptions(2, encoding, recordLength));
    }
    Path said = folder.resolve("said");
    assertThat(run(said, reader.toString(), file.toString())).isZero();
    assertThat(Files.readString(said).strip())
        .isEqualTo(SAMPLES + " " + new SampleHash().add(samples).text());
  }

  private static Samples samples(Encoding encoding) {
    Random random = new Random(encoding.code());
    return switch (encoding.kind()) {
      case INTS -> {
        int[] values = new int[SAMPLES];
        int limit = encoding == Encoding.INT16 ? 100 : 50_000;
        for (int i = 1; i < SAMPLES; i++) {
          int step = random.nextInt(10) == 0 ? random.nextInt(2 * limit) - limit : i % 7 - 3;
          int next = values[i - 1] + step;
          values[i] = encoding == Encoding.INT16 ? (short) Math.clamp(next, -32768, 32767) : next;
        }
        yield new Samples.Ints(values);
      }
      case FLOATS -> {
        float[] values = new float[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
          values[i] = (float) random.nextGaussian();
        }
        yield new Samples.Floats(values);
      }
      case DOUBLES -> new Samples.Doubles(random.doubles(SAMPLES).toArray());
      case TEXT -> throw new AssertionError(encoding);
    };
  }

  private static int run(Path output, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(
        output == null
            ? ProcessBuilder.Redirect.DISCARD
            : ProcessBuilder.Redirect.to(output.toFile()));
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
