package org.jumelles.iasi.simulation;

import java.util.List;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;

/// Radiance at the top of a layered atmosphere over a black surface:
///
/// ```text
/// L = sum over layers of (t[l] - t[l+1]) B(T[l]) + t[ground] B(T surface)
/// t[l] = exp(-sec(zenith) sum over gases of depth x share of the column above level l)
/// ```
///
/// Transmittances are tabulated for the angles of the scan and a few amounts of water, Planck's law
/// for each kelvin.
final class Atmosphere {
  /// Levels from the top down.
  private static final double[] LEVELS_KM = {60, 40, 28, 20, 16, 13, 10, 8, 6, 4.5, 3, 2, 1, 0};

  static final int GROUND = LEVELS_KM.length - 1;

  /// Amounts of water as multiples of the standard column.
  static final double[] WATER = {0.15, 0.5, 1, 2};

  private static final int COLDEST_K = 170;
  private static final int KELVINS = 170;
  private static final int ANGLES = ScanLine.VIEWS / 2;

  /// By angle, amount of water, level and channel.
  private final float[][][][] transmittance = new float[ANGLES][WATER.length][GROUND + 1][];

  /// By kelvins above the coldest, and channel.
  private final float[][] planck = new float[KELVINS][Channels.COUNT];

  Atmosphere() {
    for (int k = 0; k < KELVINS; k++) {
      for (int c = 0; c < Channels.COUNT; c++) {
        double perM = 100 * Channels.wavenumberPerCm(c + 1);
        planck[k][c] = (float) Planck.radiance(perM, COLDEST_K + k);
      }
    }
    List<Gas> gases = List.of(Gas.values());
    double[][] depths = new double[gases.size()][Channels.COUNT];
    for (int g = 0; g < depths.length; g++) {
      for (int c = 0; c < Channels.COUNT; c++) {
        depths[g][c] = gases.get(g).opticalDepth(Channels.wavenumberPerCm(c + 1));
      }
    }
    for (int angle = 0; angle < ANGLES; angle++) {
      double secant = secant(angle);
      for (int water = 0; water < WATER.length; water++) {
        for (int level = 0; level <= GROUND; level++) {
          transmittance[angle][water][level] =
              transmittance(depths, secant, WATER[water], LEVELS_KM[level]);
        }
      }
    }
  }

  /// Of the zenith angle at the ground, for views counted outwards from nadir.
  private static double secant(int angle) {
    double scanRad = Math.toRadians((angle + 0.5) * 10 / 3);
    double zenithRad = Math.asin(Math.clamp(7195.6 / 6371.0 * Math.sin(scanRad), -1, 1));
    return 1 / Math.cos(zenithRad);
  }

  private static float[] transmittance(
      double[][] depths, double secant, double water, double heightKm) {
    float[] all = new float[Channels.COUNT];
    double[] shares = new double[depths.length];
    List<Gas> gases = List.of(Gas.values());
    for (int g = 0; g < shares.length; g++) {
      double amount = gases.get(g) == Gas.H2O ? water : 1;
      shares[g] = amount * secant * gases.get(g).shareAbove(heightKm);
    }
    for (int c = 0; c < all.length; c++) {
      double depth = 0;
      for (int g = 0; g < shares.length; g++) {
        depth += shares[g] * depths[g][c];
      }
      all[c] = (float) Math.exp(-depth);
    }
    return all;
  }

  /// The level that is nearest to a height.
  static int level(double heightKm) {
    int nearest = 0;
    for (int level = 1; level <= GROUND; level++) {
      if (Math.abs(LEVELS_KM[level] - heightKm) < Math.abs(LEVELS_KM[nearest] - heightKm)) {
        nearest = level;
      }
    }
    return nearest;
  }

  /// 6.5 K/km up to a tropopause of 205 to 225 K, 1.5 K/km warmer again above 20 km.
  static double temperatureK(double surfaceK, double heightKm) {
    double tropopauseK = 225 - 20 * Math.clamp((surfaceK - 240) / 60, 0, 1);
    double below = Math.max(tropopauseK, surfaceK - 6.5 * heightKm);
    return heightKm <= 20 ? below : Math.min(270, below + 1.5 * (heightKm - 20));
  }

  static double heightKm(int level) {
    return LEVELS_KM[level];
  }

  static int angle(int view) {
    return view < ANGLES ? ANGLES - 1 - view : view - ANGLES;
  }

  /// Adds the radiance of one column in W m-2 sr-1 (m-1)-1 to `out`.
  ///
  /// @param fromLevel to `toLevel`: what emits; the ground emits where `toLevel` is [#GROUND]
  void add(Column column, int angle, int fromLevel, int toLevel, float[] out) {
    float[][] t = transmittance[angle][column.water()];
    double cover = column.cloudFraction();
    for (int level = fromLevel; level < toLevel; level++) {
      double middle = (LEVELS_KM[level] + LEVELS_KM[level + 1]) / 2;
      double share = level < column.cloudLevel() ? 1 : 1 - cover;
      emit(t[level], t[level + 1], temperatureK(column.surfaceK(), middle), share, out);
    }
    if (cover > 0 && column.cloudLevel() >= fromLevel && column.cloudLevel() <= toLevel) {
      double height = LEVELS_KM[column.cloudLevel()];
      black(t[column.cloudLevel()], temperatureK(column.surfaceK(), height), cover, out);
    }
    if (toLevel == GROUND) {
      black(t[GROUND], column.surfaceK(), 1 - cover, out);
    }
  }

  /// Adds what a thin layer at a level emits: a share for each channel of a black body's.
  void addPlume(Column column, int angle, int level, float[] absorbed, float[] out) {
    float[] t = transmittance[angle][column.water()][level];
    double at = temperatureK(column.surfaceK(), LEVELS_KM[level]) - COLDEST_K;
    int k = kelvin(at);
    float part = (float) (at - k);
    float[] cold = planck[k];
    float[] warm = planck[k + 1];
    for (int c = 0; c < out.length; c++) {
      out[c] += absorbed[c] * t[c] * (cold[c] + part * (warm[c] - cold[c]));
    }
  }

  private void emit(float[] upper, float[] lower, double temperatureK, double share, float[] out) {
    int k = kelvin(temperatureK - COLDEST_K);
    float part = (float) (temperatureK - COLDEST_K - k);
    float weight = (float) share;
    float[] cold = planck[k];
    float[] warm = planck[k + 1];
    for (int c = 0; c < out.length; c++) {
      out[c] += weight * (upper[c] - lower[c]) * (cold[c] + part * (warm[c] - cold[c]));
    }
  }

  private void black(float[] through, double temperatureK, double share, float[] out) {
    int k = kelvin(temperatureK - COLDEST_K);
    float part = (float) (temperatureK - COLDEST_K - k);
    float weight = (float) share;
    float[] cold = planck[k];
    float[] warm = planck[k + 1];
    for (int c = 0; c < out.length; c++) {
      out[c] += weight * through[c] * (cold[c] + part * (warm[c] - cold[c]));
    }
  }

  private static int kelvin(double above) {
    return (int) Math.clamp(Math.floor(above), 0, KELVINS - 2);
  }
}
