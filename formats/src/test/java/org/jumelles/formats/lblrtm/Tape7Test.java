package org.jumelles.formats.lblrtm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

class Tape7Test {
  private static final String TWO =
      """
      $    1  two layers
       1  2    7  1.000000U. S. STANDARD   H1=  100.00 H2=    0.00 ANG= 140.000 LEN= 0
         972.2109        285.94              1   0.000 1013.00 288.20  0.700  931.64 283.65
        1.2203651E+22  5.6501860E+20  4.7108285E+16  5.4789683E+17  2.5383662E+17  2.9107019E+18  3.5784512E+23  1.3523909E+24
        0.8498380        269.39              1                        53.1000.539909 264.56
        6.9514010E+16  4.3958386E+18  4.3668514E+16  8.1470291E+13  5.9767504E+14  3.0449081E+15  2.7840311E+21  1.0522384E+22
      """;

  private static Outcome<Tape7> read(String text) {
    return Tape7.read(Bytes.of("TAPE7", text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void readsColumnsEvenWhereTheyTouch() {
    Tape7 tape = read(TWO).found().orElseThrow();
    assertThat(tape.angleDeg()).isEqualTo(140);
    Tape7.Layer top = tape.layers().get(1);
    assertThat(top.lower()).isEqualTo(new Tape7.Level(0.7, 931.64, 283.65));
    assertThat(top.upper()).isEqualTo(new Tape7.Level(53.1, 0.539909, 264.56));
    assertThat(top.amountsPerCm2()).hasSize(7);
    assertThat(top.amountsPerCm2()[4]).isEqualTo(5.9767504E+14);
    assertThat(top.broadeningPerCm2()).isEqualTo(1.0522384E+22);
  }

  @Test
  void cutAnywhereItIsRefusedAndNothingElseHappens() {
    for (int length = 0; length < TWO.length() - 2; length++) {
      Outcome<Tape7> outcome = read(TWO.substring(0, length));
      if (outcome.found().isPresent()) {
        // Only the last number may lose digits and still be a number.
        assertThat(length).isGreaterThan(TWO.length() - 14);
      }
    }
  }

  @Test
  void pressuresThatDoNotFallAreRefusedWithTheirPlace() {
    Outcome<Tape7> outcome = read(TWO.replace("53.1000.539909", "53.1001539.909"));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.defects().getFirst().place()).isEqualTo(new Place.LineColumn(5, 64));
  }

  @Test
  void countsOutOfRangeAreRefused() {
    for (String wrong : new String[] {"  0    7", " -1    7", "999    7", "  2    0", "  2   -1"}) {
      assertThat(read(TWO.replaceFirst("  2    7", wrong)))
          .as(wrong)
          .isInstanceOf(Outcome.Refused.class);
    }
  }
}
