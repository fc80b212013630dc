package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `seis glitches` and `seis deglitch` on three hours of Mars.
class SeisGlitchesTest {
  @TempDir private Path folder = Path.of("");

  private static Path raw() {
    return Shell.data("seis/mars_raw/XB.ELYSE.03.BH.2019-05-22T23_19_raw.mseed");
  }

  private static Path xml() {
    return Shell.data("seis/mars_raw/inventory_03BH_20190522.xml");
  }

  @Test
  void glitchesAreTold() {
    Shell shell = Shell.run("seis", "glitches", raw(), "--stationxml", xml(), "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    JsonNode glitches = shell.json().get("glitches");
    assertThat(glitches.size()).isEqualTo(16);
    JsonNode first = glitches.get(0);
    assertThat(first.get("time").asString()).startsWith("2019-05-22T23:31:39.");
    for (String letter : new String[] {"U", "V", "W"}) {
      JsonNode one = first.get("components").get(letter);
      assertThat(one.get("amplitude").isNumber()).isTrue();
      assertThat(one.get("sigma").asDouble()).isBetween(1e-10, 1e-9);
    }
    assertThat(first.get("polarisation").asDouble()).isBetween(0.99, 1.0);
    assertThat(first.get("variance_reduction").asDouble()).isBetween(0.95, 1.0);
    assertThat(shell.json().get("notes").size()).isZero();
    Shell table = Shell.run("seis", "glitches", raw(), "--stationxml", xml());
    assertThat(table.code()).isZero();
    assertThat(table.out().lines()).hasSize(17);
  }

  @Test
  void deglitchedCountsHaveFewGlitchesLeft() throws IOException {
    Path out = folder.resolve("clean.mseed");
    Shell shell = Shell.run("seis", "deglitch", raw(), "--stationxml", xml(), "-o", out, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("glitches").size()).isEqualTo(16);
    JsonNode part = shell.json().get("glitches").get(0).get("removal").get("V");
    assertThat(part.get("removed").asBoolean()).isTrue();
    assertThat(part.get("variance_fall").asDouble()).isGreaterThan(0.8);
    Shell again = Shell.run("seis", "glitches", out, "--stationxml", xml(), "--json");
    assertThat(again.code()).isZero();
    assertThat(again.err()).contains("holds no integers");
    assertThat(again.json().get("glitches").size()).isLessThanOrEqualTo(1);
    assertThat(Shell.run("seis", "deglitch", raw(), "--stationxml", xml(), "-o", out).code())
        .isEqualTo(2);
  }

  @Test
  void ticksAreToldAndTakenOff() {
    Path out = folder.resolve("ticks.mseed");
    Shell shell =
        Shell.run("seis", "deglitch", raw(), "--stationxml", xml(), "--ticks", "-o", out, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    JsonNode ticks = shell.json().get("ticks");
    assertThat(ticks.size()).isEqualTo(9);
    JsonNode v = ticks.get(3);
    assertThat(v.get("channel").asString()).isEqualTo("XB.ELYSE.03.BHV");
    assertThat(v.get("subtracted").asBoolean()).isTrue();
    assertThat(v.get("amplitude").asDouble()).isBetween(14.0, 18.0);
    assertThat(v.get("sigma").asDouble()).isBetween(0.05, 1.0);
    assertThat(v.get("profile").size()).isEqualTo(10);
    Path again = folder.resolve("again.mseed");
    Shell second =
        Shell.run("seis", "deglitch", out, "--stationxml", xml(), "--ticks", "-o", again, "--json");
    assertThat(second.code()).as(second.err()).isZero();
    for (JsonNode tick : second.json().get("ticks")) {
      assertThat(tick.get("subtracted").asBoolean()).as(tick.toString()).isFalse();
    }
  }

  @Test
  void whatCannotBeSearchedIsRefused() throws IOException {
    Path one = folder.resolve("u.mseed");
    Path all = raw();
    byte[] bytes = Files.readAllBytes(all);
    Files.write(one, java.util.Arrays.copyOf(bytes, 512));
    Shell shell = Shell.run("seis", "glitches", one, "--stationxml", xml(), "--json");
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("three of one instrument").doesNotContain("\tat ");
    Path missing = folder.resolve("missing.xml");
    assertThat(Shell.run("seis", "glitches", all, "--stationxml", missing).code()).isEqualTo(3);
    assertThat(Shell.run("seis", "glitches", all).code()).isEqualTo(2);
    Path out = folder.resolve("none.mseed");
    assertThat(Shell.run("seis", "deglitch", one, "--stationxml", xml(), "-o", out).code())
        .isEqualTo(3);
    assertThat(out).doesNotExist();
  }
}
