package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From picks to distance, direction and size, as a user types it.
class SeisLocationTest {
  private static final String P = "2019-05-23T02:22:59.07";
  private static final String S = "2019-05-23T02:25:53.76";

  @Test
  void locatesByPAndS() {
    Shell shell = Shell.run("seis", "locate", "--p", P, "--s", S, "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("distance_deg").asDouble()).isCloseTo(29.9, within(0.3));
    assertThat(shell.json().get("sigma_deg").asDouble()).isBetween(0.5, 3.0);
    assertThat(shell.json().get("pdf").get("variable").size())
        .isEqualTo(shell.json().get("pdf").get("probability").size());
  }

  @Test
  void refusesPicksInTheWrongOrderAndModelsOfNonsense(@TempDir Path folder) throws IOException {
    Shell order = Shell.run("seis", "locate", "--p", S, "--s", P, "--json");
    assertThat(order.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(order.err()).contains("is not after P");
    assertThat(order.out()).isEmpty();
    Path model = Files.writeString(folder.resolve("a.nd"), "0 4 2 2.5\n40 four 2 2.5\n");
    Shell nonsense = Shell.run("seis", "traveltimes", "--model", model, "--distance", "30");
    assertThat(nonsense.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(nonsense.err()).contains("line 2");
  }

  @Test
  void tellsTravelTimes() {
    Shell shell =
        Shell.run(
            "seis",
            "traveltimes",
            "--distance",
            "30",
            "--depth",
            "20",
            "--phases",
            "P,PKP",
            "--json");
    assertThat(shell.code()).as(shell.err()).isZero();
    assertThat(shell.json().get("arrivals").get(0).get("time_s").asDouble())
        .isBetween(225.0, 245.0);
    assertThat(shell.json().get("arrivals").get(1).get("time_s").isNull()).isTrue();
  }

  /// S0173a from raw counts: the service says 88 degrees and mb(P) 4.0 (not labelled). The file
  /// ends before S has passed.
  @Test
  @Tag("oracle")
  void findsTheDirectionAndTheSizeFromRawCounts() {
    Path raw = Shell.data("seis/mars_raw/XB.ELYSE.03.BH.2019-05-22T23_19_raw.mseed");
    Path xml = Shell.data("seis/mars_raw/inventory_03BH_20190522.xml");
    Shell direction =
        Shell.run("seis", "backazimuth", raw, "--stationxml", xml, "--p", P, "--json");
    assertThat(direction.code()).as(direction.err()).isZero();
    assertThat(direction.json().get("back_azimuth_deg").asDouble()).isCloseTo(88, within(10.0));
    Shell size =
        Shell.run(
            "seis",
            "magnitude",
            raw,
            "--stationxml",
            xml,
            "--p",
            P,
            "--s",
            S,
            "--distance",
            30,
            "--type",
            "LF",
            "--json");
    assertThat(size.code()).as(size.err()).isZero();
    assertThat(size.json().get("mb_p").get("value").asDouble()).isCloseTo(4.0, within(0.3));
    assertThat(size.json().has("mw")).isFalse();
    assertThat(size.json().get("doubts").size()).isPositive();
    assertThat(Shell.run("seis", "backazimuth", raw, "--p", P).code()).isEqualTo(ExitCode.REFUSED);
  }
}
