package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The commands that read one file of Level 1C spectra, on the real line in both containers.
class IasiFormatsTest {
  private static final int MDR = 231_845;

  @TempDir private Path folder;

  private static List<Path> both() {
    return List.of(
        Shell.data("iasi/l1c/IASI_L1C_real1line.nat"), Shell.data("iasi/l1c/ias1_240.bufr"));
  }

  @Test
  void bothContainersHoldTheSameIntegers() {
    for (Path file : both()) {
      JsonNode info = Shell.run("iasi", "info", file, "--json").json();

      assertThat(info.get("lines").asInt()).isEqualTo(1);
      assertThat(info.get("spectra").asInt()).isEqualTo(120);
      assertThat(info.get("channels").asInt()).isEqualTo(8461);
      assertThat(info.get("integer_sum").asLong()).isEqualTo(1_261_506_315L);
      assertThat(info.get("integer_min").asInt()).isEqualTo(-814);
      assertThat(info.get("integer_max").asInt()).isEqualTo(9245);
      assertThat(info.get("platform").asString()).isEqualTo("Metop-A");
      assertThat(info.get("orbit").asInt()).isEqualTo(31_330);
      assertThat(info.get("quality").get("bad_band_1").asInt()).isZero();
    }
  }

  /// Channel 1 of the first pixel has the integer 29: 29e-7 W m-2 sr-1 (m-1)-1 at 645.00 cm-1,
  /// whose temperature by Planck's law and CODATA 2018 is worked out here once more.
  @Test
  void aSpectrumHasItsWavenumbersAndTemperatures() {
    double nu = 64_500;
    double c1 = 2 * 6.62607015e-34 * 299_792_458.0 * 299_792_458.0;
    double c2 = 6.62607015e-34 * 299_792_458.0 / 1.380649e-23;
    for (Path file : both()) {
      List<String> rows =
          Shell.run("iasi", "spectrum", file, "--line", 0, "--efov", 0, "--pixel", 0, "--csv")
              .out()
              .lines()
              .toList();
      assertThat(rows).hasSize(8462);
      assertThat(rows.get(1)).startsWith("1,645.00,");
      assertThat(rows.get(92)).startsWith("92,667.75,");
      assertThat(rows.get(8461)).startsWith("8461,2760.00,");
      double radiance = Double.parseDouble(rows.get(1).split(",", -1)[2]);

      JsonNode bt =
          Shell.run(
                  "iasi", "spectrum", file, "--efov", 0, "--pixel", 0, "--quantity", "bt", "--json")
              .json();

      double expected = c2 * nu / Math.log(1 + c1 * nu * nu * nu / radiance);
      assertThat(bt.get("values").get(0).asDouble()).isCloseTo(expected, within(1e-6));
      assertThat(bt.get("unit").asString()).isEqualTo("K");
    }
  }

  @Test
  void temperaturesAtSomeWavenumbers() {
    for (Path file : both()) {
      List<String> rows =
          Shell.run("iasi", "bt", file, "--wavenumbers", "900,1371.5,2700", "--csv")
              .out()
              .lines()
              .toList();

      assertThat(rows).hasSize(121);
      assertThat(rows.getFirst()).endsWith("bt_900.00_k,bt_1371.50_k,bt_2700.00_k");
      assertThat(rows.get(1)).startsWith("0,0,0,2012-11-02T00:00:02.859");
      assertThat(rows.stream().filter(row -> row.endsWith(","))).hasSize(8);
    }
    assertThat(Shell.run("iasi", "bt", both().getFirst(), "--wavenumbers", "3000").code())
        .isEqualTo(2);
  }

  @Test
  void aFlagIsToldInWordsOfBothReadings() throws IOException {
    byte[] bytes = Files.readAllBytes(both().getFirst());
    ByteBuffer.wrap(bytes)
        .putShort(MDR + 255_620 + 2 * 5, (short) 0x4000)
        .put(MDR + 255_275, (byte) 1);
    Path file = Files.write(folder.resolve("flagged.nat"), bytes);

    JsonNode flags = Shell.run("iasi", "flags", file, "--json").json();

    JsonNode bit = flags.get("detailed").get("bits").get(0);
    assertThat(bit.get("mask").asString()).isEqualTo("0x4000");
    assertThat(bit.get("EPS native readers, from the highest bit").asString())
        .isEqualTo("spike in band 1");
    assertThat(bit.get("BUFR flag table 0 40 020, from the highest bit").asString())
        .isEqualTo("spike in band 3");
    assertThat(flags.get("band_1").get("bad").asInt()).isEqualTo(1);
    assertThat(flags.get("pixels")).hasSize(1);
    assertThat(flags.get("pixels").get(0).get("efov").asInt()).isEqualTo(1);
    assertThat(flags.get("pixels").get(0).get("pixel").asInt()).isEqualTo(1);
  }

  @Test
  void aCutFileIsRefusedWithItsRecordAndItsGoodLinesAreCounted() throws IOException {
    byte[] real = Files.readAllBytes(both().getFirst());
    byte[] two = Arrays.copyOf(real, real.length + 1_000_000);
    System.arraycopy(real, MDR, two, real.length, 1_000_000);
    Path file = Files.write(folder.resolve("cut-second-record.nat"), two);

    Shell shell = Shell.run("iasi", "info", file, "--json");

    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.json().get("lines").asInt()).isEqualTo(1);
    assertThat(shell.json().get("lines_refused").asInt()).isEqualTo(1);
    assertThat(shell.json().get("integer_sum").asLong()).isEqualTo(1_261_506_315L);
    assertThat(shell.err()).contains("MDR 8.2 v5 RECORD_SIZE");
  }

  @Test
  void otherFilesAreRefused() {
    for (String name :
        List.of("iasi/eps_other/testFile_amsua_l1b.nat", "iasi/eps_other/airs_57.bufr")) {
      Shell shell = Shell.run("iasi", "info", Shell.data(name));

      assertThat(shell.code()).isEqualTo(3);
      assertThat(shell.out()).isEmpty();
    }
  }
}
