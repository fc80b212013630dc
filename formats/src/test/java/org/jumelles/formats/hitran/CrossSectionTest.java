package org.jumelles.formats.hitran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;

class CrossSectionTest {
  private static final String HEADER =
      "      HNO3    0.0000   11.0000        12      296.      250.  2.21E-19\n";
  private static final String ROWS = " 0.000E+00-1.025E-26".repeat(5) + "\n 3.000E-20 4.000E-20\n";

  private static Outcome<List<CrossSection>> read(String text) {
    return CrossSection.read(Bytes.of("x", text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void readsColumnsThatTouchAndBothHeaders() {
    CrossSection one = read(HEADER + ROWS).found().orElseThrow().getFirst();
    assertThat(one.molecule()).isEqualTo("HNO3");
    assertThat(one.cm2()).hasSize(12);
    assertThat(one.cm2()[1]).isEqualTo(-1.025e-26);
    assertThat(one.cm2()[11]).isEqualTo(4e-20);
    String wide = "                SF6   925.0000   955.0000".substring(0, 20);
    String hitran = wide + "  925.0000  955.0000     12 295.00 760.0 1.0E-17\n";
    CrossSection other = read(hitran + ROWS).found().orElseThrow().getFirst();
    assertThat(other.molecule()).isEqualTo("SF6");
    assertThat(other.temperatureK()).isEqualTo(295);
    assertThat(other.pressureTorr()).isEqualTo(760);
  }

  @Test
  void cutAnywhereItIsRefused() {
    String text = HEADER + ROWS;
    for (int length = 0; length < text.length() - 11; length++) {
      assertThat(read(text.substring(0, length)))
          .as("%d characters", length)
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void countsOutOfRangeAreRefusedBeforeAnythingIsAllocated() {
    for (String count : List.of("         0", "        -1", "2147483647", "       NaN")) {
      assertThat(read(HEADER.replace("        12", count) + ROWS))
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void theRealFilesAreReadInFull() throws IOException {
    String root = System.getenv("JUMELLES_DATA");
    Assumptions.assumeTrue(root != null, "JUMELLES_DATA is not set: shared/data/iasi/xsec");
    for (String name : List.of("CCL4", "F11AT1", "F12AT1", "HNO3AT1", "PANAT1", "SF6AT1")) {
      byte[] bytes = Files.readAllBytes(Path.of(root, "iasi", "xsec", name));
      Outcome<List<CrossSection>> outcome = CrossSection.read(Bytes.of(name, bytes));
      assertThat(outcome.defects()).as(name).isEmpty();
      CrossSection first = outcome.found().orElseThrow().getFirst();
      double most = java.util.Arrays.stream(first.cm2()).max().orElse(0);
      // The header tells the greatest value in columns 61 to 70.
      String told = new String(bytes, 60, 10, StandardCharsets.ISO_8859_1).strip();
      assertThat(most).isCloseTo(Double.parseDouble(told), within(0.01 * most));
    }
  }
}
