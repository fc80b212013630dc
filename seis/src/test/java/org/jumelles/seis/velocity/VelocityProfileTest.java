package org.jumelles.seis.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.seis.body.Body;
import java.util.Random;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VelocityProfileTest {
  private static final String SOUND =
      """
      /* a planet
         of two lines */
      0 4 2 2.5
      40 4 2 2.5
      mantle
      40 8 4.5 3.4 // below the crust
      1500 9 5 4
      outer-core
      1500 5 0 6
      """;

  @Test
  void theModelThatShipsWantsNoMending() {
    assertThat(Body.byDefault().models().getFirst().profile().coreKm()).isEqualTo(1559.5);
    assertThat(Body.byDefault().models().getFirst().profile().radiusKm()).isEqualTo(3389.5);
  }

  @Test
  void mendsAnInnerCoreOfZeroThicknessAndTellsIt() {
    Outcome<VelocityProfile> read =
        VelocityProfile.read(SOUND + "3000 5.5 0 6.5\ninner-core\n3000 5.5 5.5 6.5\n", "a.nd");
    assertThat(read).isInstanceOf(Outcome.Doubtful.class);
    assertThat(read.defects().getFirst().found()).contains("zero thickness", "0.5 km");
    VelocityProfile profile = read.found().orElseThrow();
    assertThat(profile.innerCoreKm()).isEqualTo(2999.5);
    assertThat(profile.radiusKm()).isEqualTo(3000);
    assertThat(TravelTimes.of(profile)).isInstanceOf(Outcome.Good.class);
  }

  @Test
  void givesALiquidCentreItsCore() {
    Outcome<VelocityProfile> read = VelocityProfile.read(SOUND + "3000 5.5 0 6.5\n", "a.nd");
    assertThat(read.defects().getFirst().found()).startsWith("none");
    assertThat(TravelTimes.of(read.found().orElseThrow())).isInstanceOf(Outcome.Good.class);
  }

  @Test
  void findsTheBoundariesOfAModelWithoutNames() {
    String rows = SOUND.replaceAll("(?s)/\\*.*?\\*/|//[^\n]*|[a-z]+-?[a-z]*\n", "").strip();
    String text = "title\nsecond title\n" + rows + "\n2999 5.5 0 6.5\n2999 8 5 7\n3000 8 5 7\n";
    Outcome<VelocityProfile> read = VelocityProfile.read(text, "a.tvel");
    assertThat(read).isInstanceOf(Outcome.Doubtful.class);
    VelocityProfile profile = read.found().orElseThrow();
    assertThat(profile.mohoKm()).isEqualTo(40);
    assertThat(profile.coreKm()).isEqualTo(1500);
    assertThat(profile.innerCoreKm()).isEqualTo(2999);
  }

  @ParameterizedTest
  @CsvSource({
    "0 4 2 2.5|40 4 2 oops, 2, density",
    "0 4 2 2.5|40 4, 2, row",
    "1 4 2 2.5|40 4 2 2, 1, depth",
    "0 4 2 2.5|40 4 2 2|30 4 2 2, 3, depth",
    "0 4 2 2.5|1e9 4 2 2, 2, depth",
    "0 4 2 2.5|40 0 0 2, 2, vP",
    "0 4 2 2.5|40 4 -1 2, 2, vS",
    "0 4 2 2.5|40 4 5 2, 2, vS",
    "0 4 2 2.5|40 NaN 2 2, 2, vP",
    "<html>, 1, discontinuity"
  })
  void refusesNonsenseWithItsLine(String text, int line, String field) {
    Outcome<VelocityProfile> read = VelocityProfile.read(text.replace('|', '\n'), "a.nd");
    assertThat(read).isInstanceOf(Outcome.Refused.class);
    assertThat(read.defects().getFirst().place()).isEqualTo(new Place.LineColumn(line, 1));
    assertThat(read.defects().getFirst().field()).isEqualTo(field);
  }

  @Test
  void noCutAndNoDamageBreaksIt() {
    String text = SOUND + "2999 5.5 0 6.5\ninner-core\n2999 8 5 7\n3000 8 5 7\n";
    for (int length = 0; length <= text.length(); length++) {
      assertThat(VelocityProfile.read(text.substring(0, length), "a.nd")).isNotNull();
    }
    Random random = new Random(7);
    for (int i = 0; i < 3000; i++) {
      char[] damaged = text.toCharArray();
      damaged[random.nextInt(damaged.length)] = (char) (random.nextInt(96) + 32);
      assertThat(VelocityProfile.read(new String(damaged), "a.nd")).isNotNull();
    }
  }
}
