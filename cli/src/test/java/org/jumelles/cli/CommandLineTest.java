package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jumelles.cli.seis.SeisCommand;
import org.jumelles.cli.tree.CommandTree;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What a shell relies on: exit codes, one document on standard output, messages beside it.
class CommandLineTest {
  @TempDir private Path folder = Path.of("");

  @TestFactory
  Stream<DynamicTest> helpOfEverySeisCommandWorks() {
    return CommandTree.of(new SeisCommand()).getSubcommands().keySet().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      Shell shell = Shell.run("seis", name, "--help");
                      assertThat(shell.code()).isZero();
                      assertThat(shell.out()).contains("Usage: jumelles seis " + name);
                      assertThat(shell.out()).contains("Example");
                      assertThat(shell.err()).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> wrongWordsAreAUsageError() {
    return Stream.of(
            List.of("nonsense"),
            List.of("seis", "nonsense"),
            List.of("seis", "info"),
            List.of("seis", "info", "--nonsense", "x"),
            List.of("seis", "convert", "a", "b", "--format", "4", "--encoding", "steim2"),
            List.of("seis", "convert", "a", "b", "--format", "2", "--encoding", "nonsense"),
            List.of("seis", "convert", "a", "b", "--format", "2", "--encoding", "sro"),
            List.of("seis", "response", "x.xml", "--channel", "XB", "--at", "2019-01-01"),
            List.of("seis", "lmst", "yesterday"))
        .map(
            words ->
                DynamicTest.dynamicTest(
                    String.join(" ", words),
                    () -> {
                      Shell shell = Shell.run(words.toArray());
                      assertThat(shell.code()).isEqualTo(2);
                      assertThat(shell.out()).isEmpty();
                      assertThat(shell.err()).isNotEmpty().doesNotContain("\tat ");
                    }));
  }

  @Test
  void missingAndForeignFilesAreRefused() throws IOException {
    Path foreign = Files.writeString(folder.resolve("foreign.txt"), "no seismic data".repeat(9));
    Path missing = folder.resolve("missing.mseed");
    for (Path file : List.of(foreign, missing)) {
      for (List<Object> words :
          List.<List<Object>>of(
              List.of("seis", "info", file),
              List.of("seis", "detect", file),
              List.of("seis", "spectrogram", file, "-o", folder.resolve("x.png")),
              List.of(
                  "seis",
                  "convert",
                  file,
                  folder.resolve("x.mseed"),
                  "--format",
                  "2",
                  "--encoding",
                  "steim2"))) {
        Shell shell = Shell.run(words.toArray());
        assertThat(shell.code()).as("%s", words).isEqualTo(3);
        assertThat(shell.err()).contains(file.toString()).doesNotContain("\tat ");
      }
    }
    assertThat(folder.resolve("x.png")).doesNotExist();
    assertThat(folder.resolve("x.mseed")).doesNotExist();
    assertThat(folder.resolve("x.mseed.part")).doesNotExist();
  }

  @Test
  void aStackTraceComesWithDebugOnly() {
    Path missing = folder.resolve("missing.xml");
    Object[] words = {
      "seis",
      "response",
      missing,
      "--channel",
      "A.B.C.BHZ",
      "--at",
      "2019-01-01",
      "--frequencies",
      "1"
    };
    assertThat(Shell.run(words).err()).doesNotContain("\tat ").hasLineCount(1);
    Object[] debug = Stream.concat(Stream.of(words), Stream.of("--debug")).toArray();
    assertThat(Shell.run(debug).err()).contains("\tat ");
  }

  @Test
  void theRestOfABatchGoesOnAndGoodRecordsBeforeADefectCount() throws IOException {
    byte[] whole = integers(1000);
    Path good = Files.write(folder.resolve("good.mseed"), whole);
    Path foreign = Files.writeString(folder.resolve("foreign.txt"), "no seismic data".repeat(9));
    Path cut =
        Files.write(
            folder.resolve("cut.mseed"), java.util.Arrays.copyOf(whole, whole.length - 300));

    Shell shell = Shell.run("seis", "info", "--json", foreign, cut, good);

    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.json().get("refused")).hasSize(1);
    assertThat(shell.json().get("refused").get(0).get("byte_offset").asLong()).isZero();
    assertThat(shell.json().get("series")).hasSize(2);
    long records = whole.length / 512;
    assertThat(shell.json().get("series").get(0).get("records").asLong()).isEqualTo(records - 1);
    assertThat(shell.json().get("series").get(1).get("records").asLong()).isEqualTo(records);
    assertThat(shell.json().get("defects").get(0).get("byte_offset").asLong())
        .isEqualTo((records - 1) * 512);
    assertThat(shell.err()).contains("foreign.txt, byte 0").contains("cut.mseed, byte ");
  }

  @Test
  void convertKeepsEverySampleAndReplacesNothing() throws IOException {
    Path in = Files.write(folder.resolve("in.mseed"), integers(5000));
    String hash = hash(in);
    for (String encoding : List.of("steim1", "steim2", "int32", "int16")) {
      for (String format : List.of("2", "3")) {
        Path out = folder.resolve(encoding + "." + format);
        Object[] words = {
          "seis",
          "convert",
          in,
          out,
          "--format",
          format,
          "--encoding",
          encoding,
          "--record-length",
          "1024"
        };
        assertThat(Shell.run(words).code()).isZero();
        assertThat(hash(out)).isEqualTo(hash);
        assertThat(Shell.run(words).code()).isEqualTo(2);
        assertThat(Shell.run(words).err()).contains("--force");
      }
    }
  }

  @Test
  void convertRefusesTheFirstSampleThatWouldChange() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    double[] values = new double[200];
    values[137] = 0.1;
    MiniSeed.write(
        bytes,
        SourceId.of("XX", "TEST", "", "BHZ"),
        Utc.parse("2020-01-01"),
        20,
        new Samples.Doubles(values),
        WriteOptions.version2(Encoding.FLOAT64));
    Path in = Files.write(folder.resolve("in.mseed"), bytes.toByteArray());
    Path out = folder.resolve("out.mseed");
    for (String encoding : List.of("steim2", "float32")) {
      Shell shell = Shell.run("seis", "convert", in, out, "--format", "2", "--encoding", encoding);
      assertThat(shell.code()).isEqualTo(3);
      assertThat(shell.err()).contains("sample 137").contains("2020-01-01T00:00:06.850000Z");
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void aPictureIsDrawnAndDetectionIsOneDocument() throws IOException {
    Path in = Files.write(folder.resolve("in.mseed"), integers(12_000));
    Path png = folder.resolve("x.png");
    assertThat(Shell.run("seis", "spectrogram", in, "-o", png).code()).isZero();
    assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    Path quakeMl = folder.resolve("x.xml");
    Shell shell = Shell.run("seis", "detect", in, "--json", "--quakeml", quakeMl);
    assertThat(shell.code()).isZero();
    assertThat(shell.json().get("events").isArray()).isTrue();
    assertThat(quakeMl).content().contains("<q:quakeml", "eventParameters");
  }

  private static String hash(Path file) {
    return Shell.run("seis", "info", "--hash", "--json", file)
        .json()
        .get("series")
        .get(0)
        .get("fnv1a64")
        .asString();
  }

  /// Steim-2 of XB.ELYSE.02.BHV, 20 samples a second, a wave with a little noise.
  private static byte[] integers(int count) throws IOException {
    int[] values = new int[count];
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < count; i++) {
      values[i] = (int) (1000 * Math.sin(i * 0.1) + 100 * random.nextGaussian());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    MiniSeed.write(
        bytes,
        SourceId.of("XB", "ELYSE", "02", "BHV"),
        Utc.parse("2019-05-23"),
        20,
        new Samples.Ints(values),
        WriteOptions.version2(Encoding.STEIM2));
    return bytes.toByteArray();
  }
}
