package org.jumelles.ryugu.cube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.ryugu.library.SpectralLibraries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.types.Matrix;

/// Cut at every byte, any byte wrong, any number 0, -1 or huge: refused with a place, or read.
class HostileCubeTest {
  private static final Logger JHDF = Logger.getLogger("io.jhdf");

  @TempDir Path folder;

  @BeforeAll
  static void jhdfIsQuiet() {
    JHDF.setLevel(Level.OFF);
  }

  @TestFactory
  Stream<DynamicTest> brokenBytesAreRefusedOrRead() throws IOException {
    return Stream.of("a.hdr", "a.fits", "a.xml", "a.lbl", "a.mat", "a.h5", "a.csv")
        .map(name -> DynamicTest.dynamicTest(name, () -> attack(name)));
  }

  private void attack(String name) throws IOException {
    Path file = folder.resolve(name);
    make(file);
    read(file);
    byte[] good = Files.readAllBytes(file);
    int step = Math.max(1, good.length / 150);
    int outcomes = 0;
    for (int length = 0; length < good.length; length += step) {
      outcomes += tried(file, Arrays.copyOf(good, length));
    }
    Random random = new Random(5);
    for (int i = 0; i < 150; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(Math.min(bad.length, 3000))] = (byte) random.nextInt(256);
      outcomes += tried(file, bad);
    }
    String text = new String(good, StandardCharsets.ISO_8859_1);
    for (String number : new String[] {"0", "-1", "2147483647", "9223372036854775807", "NaN"}) {
      for (int at : digits(text)) {
        String changed = text.substring(0, at) + number + text.substring(at + 1);
        outcomes += tried(file, changed.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(outcomes).as("refused or read").isGreaterThan(200);
    Files.write(file, good);
  }

  /// Some places of single digits in the first part of the text.
  private static int[] digits(String text) {
    return java.util.stream.IntStream.range(0, Math.min(text.length(), 4000))
        .filter(i -> Character.isDigit(text.charAt(i)))
        .limit(60)
        .toArray();
  }

  private static int tried(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try {
      read(file);
    } catch (MalformedDataException e) {
      assertThat(e.defect().source()).isNotEmpty();
      assertThat(e.defect().sentence()).isNotEmpty();
    } catch (IOException e) {
      assertThat(e).hasMessageNotContaining("Exception");
    }
    return 1;
  }

  private static void read(Path file) throws IOException {
    if (file.toString().endsWith(".csv")) {
      assertThat(SpectralLibraries.read(file).spectra()).isNotEmpty();
      return;
    }
    try (Cube cube = Cubes.open(file)) {
      if (cube.bands() < 100_000) {
        double[] spectrum = new double[cube.bands()];
        cube.read(0, 1, spectrum);
        cube.read(cube.pixels() - 1, 1, spectrum);
      }
    }
  }

  private static void make(Path file) throws IOException {
    String name = file.getFileName().toString();
    switch (name) {
      case "a.h5" -> {
        try (WritableHdfFile hdf5 = HdfFile.write(file)) {
          hdf5.putDataset("reflectance", new float[4][3][2]);
          hdf5.putDataset("wavelength", new double[] {1, 2, 3, 4});
        }
      }
      case "a.mat" -> {
        Matrix scene = Mat5.newMatrix(new int[] {4, 3, 2});
        Mat5.writeToFile(Mat5.newMatFile().addArray("scene", scene), file.toFile());
      }
      case "a.lbl" -> Files.write(file, pds3());
      case "a.csv" ->
          Files.writeString(file, "name,400.5,410,420\nquartz,0.1,0.2,0.3\nmica,1,2,3\n");
      default -> {
        Axis axis = Axis.ofBands(3);
        double[] values = {900, 950.5, 1000};
        Axis nanometres =
            new Axis(values, Axis.Unit.NANOMETRE, java.util.Optional.empty(), axis.good());
        try (CubeWriter writer = Cubes.create(file, NewCube.of(4, 5, nanometres, "hostile"))) {
          writer.write(0, 20, new float[60]);
          writer.finish();
        }
      }
    }
  }

  private static byte[] pds3() {
    String label =
        """
        PDS_VERSION_ID = "PDS3"
        ^IMAGE = 401 <BYTES>
        OBJECT = IMAGE
          LINES = 4
          LINE_SAMPLES = 5
          SAMPLE_TYPE = "MSB_UNSIGNED_INTEGER"
          SAMPLE_BITS = 16
          SCALING_FACTOR = 0.1 <nm>
        END_OBJECT = IMAGE
        END
        """;
    byte[] bytes = Arrays.copyOf(label.getBytes(StandardCharsets.US_ASCII), 440);
    Arrays.fill(bytes, label.length(), 440, (byte) ' ');
    return bytes;
  }

  @Test
  void aSizeThatDisagreesIsToldWithBothFigures() throws IOException {
    Path header = folder.resolve("b.hdr");
    Files.writeString(header, "ENVI\nsamples = 4\nlines = 3\nbands = 2\ndata type = 2\n");
    Files.write(folder.resolve("b.img"), new byte[47]);
    assertThatThrownBy(() -> Cubes.open(header))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("47 bytes")
        .hasMessageContaining("asks for 48");

    Files.write(folder.resolve("b.img"), new byte[50]);
    try (Cube cube = Cubes.open(header)) {
      assertThat(cube.container().defects()).hasSize(1);
      assertThat(cube.container().defects().getFirst().found()).contains("50 bytes", "48");
    }
  }

  @Test
  void oddHeadersAreReadAndWhatIsOddIsTold() throws IOException {
    byte[] header =
        """
        ENVI
        ; a comment
        samples = 1
        lines = 1
        bands = 4
        header offset = 0
        data type = 4
        interleave = bsq
        byte order = 0
        reflectance scale factor = 10000
        data ignore value = -9999
        wavelength units = @m
        wavelength = {1.0,
         1.1, 1.1,
         ; inside
         0.9}
        bbl = {1, 0, 1, 1}
        band names = {a, b, c}
        no equals sign here
        """
            .getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i < header.length; i++) {
      if (header[i] == '@') {
        header[i] = (byte) 0xB5;
      }
    }
    Files.write(folder.resolve("odd.hdr"), header);
    java.nio.ByteBuffer data =
        java.nio.ByteBuffer.allocate(16).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    data.putFloat(5000).putFloat(-9999).putFloat(-1.23e34f).putFloat(Float.NaN);
    Files.write(folder.resolve("odd.img"), data.array());

    try (Cube cube = Cubes.open(folder.resolve("odd.img"))) {
      double[] values = new double[4];
      float[] floats = new float[4];
      cube.read(0, 1, values);
      cube.read(0, 1, floats);
      assertThat(values).containsExactly(0.5, Double.NaN, Double.NaN, Double.NaN);
      assertThat(floats).containsExactly(0.5f, Float.NaN, Float.NaN, Float.NaN);
      assertThat(cube.axis().unit()).isEqualTo(Axis.Unit.MICROMETRE);
      assertThat(cube.axis().good()).containsExactly(true, false, true, true);
      List<String> told = cube.container().defects().stream().map(d -> d.sentence()).toList();
      assertThat(told)
          .anyMatch(s -> s.contains("no equals sign here"))
          .anyMatch(s -> s.contains("repeat"))
          .anyMatch(s -> s.contains("falls 1 times, first at band 4"))
          .anyMatch(s -> s.contains("3 names for 4"));
    }
  }

  @Test
  void complexNumbersAreRefusedByName() throws IOException {
    Path header = folder.resolve("c.hdr");
    Files.writeString(header, "ENVI\nsamples = 1\nlines = 1\nbands = 1\ndata type = 6\n");
    Files.write(folder.resolve("c.img"), new byte[8]);
    assertThatThrownBy(() -> Cubes.open(header))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("complex");
  }

  @Test
  void anUnknownUnitStaysUnknown() throws IOException {
    Path header = folder.resolve("u.hdr");
    Files.writeString(
        header,
        "ENVI\nsamples = 1\nlines = 1\nbands = 2\ndata type = 1\n"
            + "wavelength units = furlongs\nwavelength = {1, 2}\n");
    Files.write(folder.resolve("u.img"), new byte[2]);
    try (Cube cube = Cubes.open(header)) {
      assertThat(cube.axis().unit()).isEqualTo(Axis.Unit.UNKNOWN);
      assertThat(cube.container().defects().getFirst().found()).contains("furlongs");
      assertThatThrownBy(() -> cube.axis().micrometres()).isInstanceOf(IllegalStateException.class);
    }
  }
}
