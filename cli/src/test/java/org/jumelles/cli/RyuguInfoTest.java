package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `ryugu info` of public files, against figures by other hands.
@Tag("oracle")
class RyuguInfoTest {
  @Test
  void salinasFromEitherFile() {
    for (String name : new String[] {"SalinasA_corrected.hdr", "SalinasA_corrected.img"}) {
      Shell shell = Shell.run("ryugu", "info", Shell.data("ryugu/envi/" + name), "--json");

      assertThat(shell.code()).isZero();
      JsonNode found = shell.json();
      assertThat(found.get("format").asString()).isEqualTo("ENVI");
      assertThat(found.get("lines").asInt()).isEqualTo(83);
      assertThat(found.get("samples").asInt()).isEqualTo(86);
      assertThat(found.get("bands").asInt()).isEqualTo(204);
      assertThat(found.get("type").asString()).isEqualTo("int16");
      assertThat(found.get("interleave").asString()).isEqualTo("bip");
      assertThat(found.get("axis_unit").asString()).isEqualTo("band");
      assertThat(found.get("sum").asLong()).isEqualTo(1_833_060_091);
      assertThat(found.get("min").asDouble()).isEqualTo(-9);
      assertThat(found.get("max").asDouble()).isEqualTo(8373);
    }
  }

  @Test
  void aRawFileWithCommentsInItsHeader() {
    Shell shell =
        Shell.run(
            "ryugu", "info", Shell.data("ryugu/envi/corn-kernel-hyperspectral.raw"), "--json");

    assertThat(shell.code()).isZero();
    assertThat(shell.json().get("interleave").asString()).isEqualTo("bil");
    assertThat(shell.json().get("axis_unit").asString()).isEqualTo("nm");
    assertThat(shell.json().get("bands").asInt()).isEqualTo(580);
  }
}
