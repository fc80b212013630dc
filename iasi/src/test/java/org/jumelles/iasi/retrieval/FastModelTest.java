package org.jumelles.iasi.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;
import org.jumelles.iasi.atmosphere.Layering;
import org.jumelles.iasi.atmosphere.Level;
import org.jumelles.iasi.atmosphere.StandardProfile;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;

class FastModelTest {
  private static final int CARBON_MONOXIDE = 5;
  private static final Atmosphere AIR = Layering.DEFAULT.cut(StandardProfile.make(), 30).merged();
  private static final Surface GROUND = new Surface(291, 0.97);

  /// The atmosphere with one layer warmer and its boundaries by half as much.
  private static Atmosphere warmed(int at, double kelvin) {
    List<Layer> layers = new ArrayList<>(AIR.layers());
    int last = layers.size() - 1;
    for (int l = Math.max(0, at - 1); l <= Math.min(last, at + 1); l++) {
      Layer one = layers.get(l);
      double low = l == at ? (at == 0 ? 1 : 0.5) : l == at + 1 ? 0.5 : 0;
      double high = l == at ? (at == last ? 1 : 0.5) : l == at - 1 ? 0.5 : 0;
      layers.set(
          l,
          new Layer(
              one.pressureHPa(),
              one.temperatureK() + (l == at ? kelvin : 0),
              warmer(one.lower(), low * kelvin),
              warmer(one.upper(), high * kelvin),
              one.amountsPerCm2()));
    }
    return new Atmosphere("warmed", AIR.zenithDeg(), layers);
  }

  private static Level warmer(Level level, double kelvin) {
    return new Level(level.altitudeKm(), level.pressureHPa(), level.temperatureK() + kelvin);
  }

  @Test
  void theTableIsNearLineByLineWhereItWasNotTrained() {
    AbsorptionTable table = Tables.carbonMonoxide();
    assertThat(table.error().scenes()).isEqualTo(16);
    assertThat(table.error().rmsK()).isLessThan(0.03);
    FastModel fast = new FastModel(table);
    double[] truth = Tables.exact().spectrum(AIR, GROUND).brightnessTemperatureK();
    double[] found = fast.brightnessTemperatureK(fast.radiance(fast.prepare(AIR, false), GROUND));
    for (int c = 0; c < truth.length; c++) {
      assertThat(found[c]).isCloseTo(truth[c], within(0.12));
    }
  }

  @Test
  void everyDerivativeIsTheDifference() {
    FastModel fast = new FastModel(Tables.carbonMonoxide());
    int gases = fast.table().gases().length;
    FastModel.Prepared prepared = fast.prepare(AIR, true);
    FastModel.Seen seen = fast.see(prepared, new double[gases][0], GROUND);
    double h = 0.01;
    for (int l = 0; l < AIR.layers().size(); l += 3) {
      for (int g = 0; g < gases; g++) {
        double[][] more = new double[gases][0];
        more[g] = new double[AIR.layers().size()];
        more[g][l] = h;
        double[][] less = new double[gases][0];
        less[g] = new double[AIR.layers().size()];
        less[g][l] = -h;
        near(
            seen.perLogAmount()[g][l],
            fast.see(prepared, more, GROUND).radiance(),
            fast.see(prepared, less, GROUND).radiance(),
            h,
            1e-3);
      }
      near(
          seen.perKelvin()[l],
          fast.radiance(fast.prepare(warmed(l, h), false), GROUND),
          fast.radiance(fast.prepare(warmed(l, -h), false), GROUND),
          h,
          2e-2);
    }
    near(
        seen.perSurfaceKelvin(),
        fast.radiance(prepared, new Surface(GROUND.temperatureK() + h, GROUND.emissivity())),
        fast.radiance(prepared, new Surface(GROUND.temperatureK() - h, GROUND.emissivity())),
        h,
        1e-4);
  }

  /// Within a share of the greatest derivative; tables are floats, which bounds the differences.
  private static void near(double[] found, double[] more, double[] less, double h, double share) {
    double greatest = 1e-12;
    for (double one : found) {
      greatest = Math.max(greatest, Math.abs(one));
    }
    for (int c = 0; c < found.length; c++) {
      assertThat(found[c]).isCloseTo((more[c] - less[c]) / (2 * h), within(share * greatest));
    }
  }

  /// The kernel of the whole chain: CO's derivative against line by line, layer by layer.
  @Test
  void derivativesOfTheTableAreThoseOfLineByLine() {
    FastModel fast = new FastModel(Tables.carbonMonoxide());
    int co = fast.table().indexOf(CARBON_MONOXIDE);
    FastModel.Seen seen =
        fast.see(fast.prepare(AIR, false), new double[fast.table().gases().length][0], GROUND);
    LineByLine exact = Tables.exact();
    double[] noise = NoiseTable.BUILT_IN.radiance(fast.table().wavenumberPerCm());
    for (int l : new int[] {1, 4, 8, 12}) {
      double[] factors = new double[AIR.layers().size()];
      Arrays.fill(factors, 1);
      factors[l] = 1.02;
      double[] more = exact.spectrum(AIR.scaled(CARBON_MONOXIDE, factors), GROUND).radiance();
      factors[l] = 0.98;
      double[] less = exact.spectrum(AIR.scaled(CARBON_MONOXIDE, factors), GROUND).radiance();
      for (int c = 0; c < more.length; c++) {
        double difference = (more[c] - less[c]) / Math.log(1.02 / 0.98);
        assertThat(seen.perLogAmount()[co][l][c])
            .as("layer %d, channel %d", l, c)
            .isCloseTo(difference, within(0.1 * noise[c] + 0.03 * Math.abs(difference)));
      }
    }
  }

  @Test
  void aTableIsReadAsItWasWrittenAndNoOther() throws IOException {
    AbsorptionTable table = Tables.carbonMonoxide();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    TableFile.write(table, out);
    byte[] bytes = out.toByteArray();
    AbsorptionTable read = TableFile.read(Bytes.of("t", bytes)).found().orElseThrow();
    assertThat(read.identity()).isEqualTo(table.identity());
    assertThat(read.made()).isEqualTo(table.made());
    assertThat(read.error()).isEqualTo(table.error());
    assertThat(read.crossSections()).isDeepEqualTo(table.crossSections());
    assertThat(read.perShare()).isDeepEqualTo(table.perShare());
    for (int at : new int[] {0, 9, 50, 5000, bytes.length / 2, bytes.length - 1}) {
      byte[] broken = bytes.clone();
      broken[at] ^= 1;
      assertThat(TableFile.read(Bytes.of("t", broken))).isInstanceOf(Outcome.Refused.class);
    }
    for (int length : new int[] {0, 7, 11, 43, 100, bytes.length - 1}) {
      assertThat(TableFile.read(Bytes.of("t", Arrays.copyOf(bytes, length))))
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void planckIsInverted() {
    for (double nu : new double[] {650, 2150, 2750}) {
      assertThat(Physics.brightnessTemperatureK(nu, Physics.planck(nu, 250)))
          .isCloseTo(250, within(1e-9));
    }
  }
}
