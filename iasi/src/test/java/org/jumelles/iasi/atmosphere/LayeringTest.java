package org.jumelles.iasi.atmosphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.jumelles.formats.lblrtm.Tape7;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.iasi.absorption.ReferenceData;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;

class LayeringTest {
  private static Outcome<Profile> profile(String text) {
    return Profile.of(
        ProfileTable.read(Bytes.of("p", text.getBytes(StandardCharsets.UTF_8)))
            .found()
            .orElseThrow());
  }

  /// An isothermal dry column holds p / (m g) molecules.
  @Property(tries = 50)
  void aColumnHoldsItsWeight(@ForAll @DoubleRange(min = 200, max = 300) double kelvin) {
    StringBuilder text = new StringBuilder("pressure_hPa,temperature_K,H2O_1,CO_ppbv\n");
    for (int i = 0; i <= 20; i++) {
      text.append(String.format(Locale.ROOT, "%.6f,%f,0,100%n", 1000 * Math.exp(-i / 4.0), kelvin));
    }
    Atmosphere cut = Layering.DEFAULT.cut(profile(text.toString()).found().orElseThrow(), 0);
    double weight = 1e5 * (1 - Math.exp(-5)) / 9.80665 / 28.9647e-3 * 6.02214076e23 / 1e4;
    // Gravity falls by half a percent over the column.
    assertThat(cut.columnPerCm2(0)).isCloseTo(weight, within(0.006 * weight));
    assertThat(cut.columnPerCm2(5)).isCloseTo(1e-7 * cut.columnPerCm2(0), within(1e10));
    double height = 8.314462618 * kelvin / (28.9647e-3 * 9.80665) * 5 / 1000;
    assertThat(cut.layers().getLast().upper().altitudeKm())
        .isCloseTo(height, within(0.01 * height));
  }

  @Test
  void theAfglProfileGivesLblrtmsColumns() {
    Atmosphere ours =
        Layering.DEFAULT.cut(
            Profile.of(
                    ProfileTable.read(ReferenceData.bytes("profiles/afgl50/USstandard_all.xy"))
                        .found()
                        .orElseThrow())
                .found()
                .orElseThrow(),
            180);
    String tape = "lblrtm_us_standard/co_us_standard_180_cn0.layers.tape7";
    Atmosphere theirs =
        Atmosphere.of(tape, Tape7.read(ReferenceData.bytes(tape)).found().orElseThrow());
    for (int molecule : new int[] {0, 1, 2, 3, 4, 5, 6}) {
      double expected = theirs.columnPerCm2(molecule);
      assertThat(ours.columnPerCm2(molecule))
          .as("molecule %d", molecule)
          .isCloseTo(expected, within(0.01 * expected));
    }
  }

  @Test
  void anglesOfBothKindsAreOnePath() {
    double zenith = Atmosphere.zenithDeg(140, 100);
    assertThat(zenith).isCloseTo(40.75, within(0.01));
    assertThat(Atmosphere.zenithDeg(30, 100)).isEqualTo(30);
    assertThat(Atmosphere.zenithDeg(180, 100)).isEqualTo(0);
    for (double wrong : new double[] {-1, 86, 90, 181, Double.NaN}) {
      assertThatThrownBy(() -> Atmosphere.zenithDeg(wrong, 100))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aProfileThatIsNotMonotonicIsRefusedWithItsLine() {
    Outcome<Profile> outcome =
        profile("pressure_hPa,temperature_K,H2O_ppmv\n1000,288,1\n900,280,1\n950,270,1\n");
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(outcome.defects().getFirst().sentence())
        .isEqualTo(
            "p, line 4, column 1: pressure: 950.0 hPa after 900.0: not monotonic"
                + " (profile of an atmosphere)");
  }

  @Test
  void unknownUnitsAndAbsurdValuesAreRefused() {
    for (String text :
        new String[] {
          "pressure_psi,temperature_K,H2O_ppmv\n14,288,1\n13,280,1\n",
          "pressure_hPa,temperature_K,H2O_ppmv\n1000,15,1\n900,10,1\n",
          "pressure_hPa,temperature_K,H2O_ppmv\n1000,288,-1\n900,280,1\n",
          "pressure_hPa,temperature_K,H2O_1\n1000,288,2\n900,280,1\n",
          "pressure_hPa,temperature_K,CO_1\n1000,288,0\n900,280,0\n",
        }) {
      assertThat(profile(text)).as(text).isInstanceOf(Outcome.Refused.class);
    }
  }
}
