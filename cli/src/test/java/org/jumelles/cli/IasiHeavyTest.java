package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;

/// Heavy molecules beside lines, through the command alone.
class IasiHeavyTest {
  private static final String LEVELS =
      "pressure_hPa,temperature_K,H2O_ppmv,CO_ppbv\n1000,288,10,1\n500,255,10,1\n10,220,5,1\n";

  @TempDir private Path folder;

  private Shell forward(String... more) throws IOException {
    Path lines = folder.resolve("co.par");
    Files.write(lines, LineFiles.write(CarbonMonoxideFundamental.lines(30).lines()));
    Path levels = Files.writeString(folder.resolve("levels.csv"), LEVELS);
    List<Object> words =
        new ArrayList<>(List.of("iasi", "forward", "--lines", lines, "--profile", levels));
    words.addAll(List.of("--window", "2150:2160", "--json"));
    words.addAll(List.of(more));
    return Shell.run(words.toArray());
  }

  /// 11 equal values from 2100 to 2200 cm-1.
  private String sections() throws IOException {
    String header =
        String.format(
            Locale.ROOT,
            "%10s%10.4f%10.4f%10d%10.4f%10.4f%n",
            "GAS",
            2100.0,
            2200.0,
            11,
            296.0,
            0.0);
    String text = header + " 1.000E-18".repeat(10) + "\n 1.000E-18\n";
    Path file = folder.resolve("gas.xsc");
    return Files.writeString(file, text, StandardCharsets.ISO_8859_1).toString();
  }

  @Test
  void aHeavyGasDimsByItsColumn() throws IOException {
    String file = sections();
    Shell bare = forward();
    Shell thin = forward("--xsec", file, "--column", "GAS=1e16");
    Shell twice = forward("--xsec", file, "--column", "GAS=2e16");
    assertThat(thin.code()).as(thin.err()).isZero();
    assertThat(thin.err()).contains("was not measured at the temperature or pressure");
    assertThat(thin.json().get("heavy_molecules").get(0).get("molecule").asString())
        .isEqualTo("GAS");
    for (int c = 0; c < 41; c += 8) {
      double[] radiance = new double[3];
      for (int k = 0; k < 3; k++) {
        Shell run = List.of(bare, thin, twice).get(k);
        radiance[k] = run.json().get("radiance_w_m2_sr_per_m").get(c).asDouble();
      }
      // Optical depth 0.01 under colder air: dimmer by up to 1 %, and by twice that for twice it.
      assertThat(radiance[1] / radiance[0]).isBetween(0.99, 0.9999);
      assertThat((radiance[0] - radiance[2]) / (radiance[0] - radiance[1]))
          .isCloseTo(2, within(0.03));
    }
  }

  @Test
  void whatDoesNotFitTogetherIsAnError() throws IOException {
    String file = sections();
    assertThat(forward("--xsec", file).code()).isEqualTo(ExitCode.USAGE);
    assertThat(forward("--column", "GAS=1e16").code()).isEqualTo(ExitCode.USAGE);
    assertThat(forward("--xsec", file, "--column", "GAS=-1").code()).isEqualTo(ExitCode.USAGE);
    assertThat(forward("--xsec", file, "--column", "GAS=lots").code()).isEqualTo(ExitCode.USAGE);
    Path far = folder.resolve("far.xsc");
    Files.writeString(
        far,
        Files.readString(Path.of(file)).replace("2100.0000 2200.0000", " 900.0000  950.0000"),
        StandardCharsets.ISO_8859_1);
    Shell none = forward("--xsec", far.toString(), "--column", "GAS=1e16");
    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("no cross-section from 2150");
    Path cut = folder.resolve("cut.xsc");
    Files.writeString(cut, Files.readString(Path.of(file)).substring(0, 100));
    assertThat(forward("--xsec", cut.toString(), "--column", "GAS=1e16").code())
        .isEqualTo(ExitCode.REFUSED);
  }
}
