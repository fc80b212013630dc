package org.jumelles.formats.eps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jumelles.formats.SharedData;
import org.jumelles.kernel.bytes.Bytes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fields of a Level 2 product made here, as CODA reads them by S&T's own definition: another hand
/// laid out the same tables. CODA_DEFINITION has to name a folder with that definition.
@Tag("oracle")
class CodaSoundingTest {
  private static final ShortCdsTime TIME = new ShortCdsTime(9000, 1000);
  private static final Map<String, Integer> SIZES = new HashMap<>();

  static {
    SIZES.put("NUM_PRESSURE_LEVELS_TEMP", 101);
    SIZES.put("NUM_PRESSURE_LEVELS_HUMIDITY", 101);
    SIZES.put("NUM_PRESSURE_LEVELS_OZONE", 101);
    SIZES.put("NUM_SURFACE_EMISSIVITY_WAVELENGTHS", 12);
    SIZES.put("NUM_TEMPERATURE_PCS", 28);
    SIZES.put("NUM_WATER_VAPOUR_PCS", 18);
    SIZES.put("NUM_OZONE_PCS", 10);
    SIZES.put("FORLI_NUM_LAYERS_CO", 19);
    SIZES.put("FORLI_NUM_LAYERS_HNO3", 41);
    SIZES.put("FORLI_NUM_LAYERS_O3", 41);
    SIZES.put("BRESCIA_NUM_ALTITUDES_SO2", 5);
    SIZES.put("NERR", 3);
    SIZES.put("CO_NBR", 2);
    SIZES.put("HNO3_NBR", 4);
    SIZES.put("O3_NBR", 1);
  }

  @TempDir private Path folder;

  private static byte[] product() throws IOException {
    byte[] real = Files.readAllBytes(SharedData.need("iasi/l1c/IASI_L1C_real1line.nat"));
    EpsProduct l1c = EpsProduct.read(Bytes.of("real.nat", real));
    RecordWriter globals = RecordWriter.of(RecordHeader.GIADR, 15, 1, 4, SIZES);
    SIZES.forEach(
        (name, size) -> {
          if (name.startsWith("NUM") || name.contains("_NUM_")) {
            globals.set(name, 0, size);
          }
        });
    byte[] giadr = globals.record(TIME, TIME);
    byte[] mdr = measurement();
    long size = 3307L + giadr.length + mdr.length;
    MainProductHeader header =
        l1c.mainHeader()
            .with("PRODUCT_TYPE", "SND")
            .with("PROCESSING_LEVEL", "02")
            .with("TOTAL_RECORDS", 3)
            .with("TOTAL_IPR", 0)
            .with("TOTAL_GIADR", 1)
            .with("ACTUAL_PRODUCT_SIZE", size);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.record(TIME, TIME));
    out.writeBytes(giadr);
    out.writeBytes(mdr);
    return out.toByteArray();
  }

  /// Every byte of every field at random, but for the counts; floats and scales stay small.
  private static byte[] measurement() {
    RecordWriter writer = RecordWriter.of(RecordHeader.MDR, 15, 1, 4, SIZES);
    RecordHeader kind = new RecordHeader(RecordHeader.MDR, 15, 1, 4, 0, TIME, TIME);
    RecordLayout layout = RecordLayout.of(kind).orElseThrow();
    SplittableRandom random = new SplittableRandom(2);
    layout
        .place(SIZES)
        .spots()
        .forEach(
            (name, spot) -> {
              Integer told = SIZES.get(name);
              for (int i = 0; i < spot.count(); i++) {
                if (told != null) {
                  writer.set(name, i, told);
                } else if (spot.field().type().kind() == FieldType.Kind.FLOAT
                    || spot.field().type().kind() == FieldType.Kind.SCALED_SIGNED
                    || spot.field().type().kind() == FieldType.Kind.SCALED_UNSIGNED) {
                  writer.setValue(name, i, random.nextInt(1, 1000) / 8.0);
                } else {
                  writer.set(name, i, random.nextInt(1, 100));
                }
              }
            });
    return writer.record(TIME, TIME);
  }

  @Test
  void codaReadsTheSameValues() throws Exception {
    Assumptions.assumeTrue(
        System.getenv("CODA_DEFINITION") != null, "CODA_DEFINITION names no folder");
    byte[] bytes = product();
    Path file = Files.write(folder.resolve("made.nat"), bytes);
    EpsProduct product = EpsProduct.read(Bytes.of("made.nat", bytes));
    EpsRecord record = product.record(2).found().orElseThrow();

    for (String name :
        List.of(
            "FG_ATMOSPHERIC_TEMPERATURE",
            "ATMOSPHERIC_WATER_VAPOUR",
            "SURFACE_EMISSIVITY",
            "CLOUD_TOP_PRESSURE",
            "ANGULAR_RELATION",
            "EARTH_LOCATION",
            "FLG_THICIR",
            "ERROR_DATA_INDEX",
            "TEMPERATURE_ERROR",
            "OZONE_ERROR",
            "CO_CP_CO_A",
            "CO_X_CO",
            "CO_H_EIGENVECTORS",
            "HNO3_H_EIGENVALUES",
            "O3_X_O3",
            "SO2_COL_AT_ALTITUDES",
            "SO2_BT_DIFFERENCE")) {
      double[] theirs =
          Arrays.stream(coda("codadump", "ascii", "-f", "MDR.MDR." + name, file.toString()))
              .mapToDouble(Double::parseDouble)
              .toArray();
      Values ours = record.field(name);
      assertThat(theirs).as(name).hasSize(ours.count());
      for (int i = 0; i < theirs.length; i++) {
        assertThat(ours.value(i))
            .as(name + " " + i)
            .isCloseTo(theirs[i], within(1e-9 * Math.abs(theirs[i])));
      }
    }
    assertThat(String.join(" ", coda("codacheck", file.toString()))).doesNotContain("ERROR");
  }

  private String[] coda(String... words) throws IOException, InterruptedException {
    Path told = folder.resolve("told.txt");
    try {
      Process process =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(told.toFile()).start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return Files.readString(told).strip().split("\\s+", -1);
    } catch (IOException e) {
      Assumptions.abort(words[0] + " is not installed");
      return words;
    }
  }
}
