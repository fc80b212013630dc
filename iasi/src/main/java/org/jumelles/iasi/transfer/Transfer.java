package org.jumelles.iasi.transfer;

import java.util.List;
import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;

/// The way of radiance up through the layers at given wavenumbers.
///
/// In each layer the source runs linearly with optical depth from the mean to the boundary where
/// the radiance leaves [Clough1992]:
///
///     I' = I t + (1 - t) (B + (B_exit - B) F(tau)), t = exp(-tau), F = 1 - 2 (1/tau - t/(1 - t))
///
/// The ground emits and mirrors: I0 = e B(Ts) + (1 - e) I_down.
public final class Transfer {
  static final double THIN = 1e-2;
  private static final int CHUNK = 64;

  private final double[] wavenumbers;

  /// @param wavenumbersPerCm ascending, cm-1; shared
  public Transfer(double[] wavenumbersPerCm) {
    this.wavenumbers = wavenumbersPerCm;
  }

  /// Radiance at the top.
  ///
  /// @param opticalDepth of each layer, bottom first, at each wavenumber
  public double[] radiance(Atmosphere atmosphere, Surface surface, double[][] opticalDepth) {
    int n = wavenumbers.length;
    double[] radiance = ground(atmosphere, surface, opticalDepth);
    double[] mean = new double[n];
    double[] exit = new double[n];
    List<Layer> layers = atmosphere.layers();
    for (int l = 0; l < layers.size(); l++) {
      planck(layers.get(l).temperatureK(), mean);
      planck(layers.get(l).upper().temperatureK(), exit);
      pass(radiance, opticalDepth[l], mean, exit);
    }
    return radiance;
  }

  /// What leaves the ground.
  private double[] ground(Atmosphere atmosphere, Surface surface, double[][] opticalDepth) {
    int n = wavenumbers.length;
    double[] radiance = new double[n];
    planck(surface.temperatureK(), radiance);
    if (surface.emissivity() == 1) {
      return radiance;
    }
    double[] down = new double[n];
    double[] mean = new double[n];
    double[] exit = new double[n];
    List<Layer> layers = atmosphere.layers();
    for (int l = layers.size() - 1; l >= 0; l--) {
      planck(layers.get(l).temperatureK(), mean);
      planck(layers.get(l).lower().temperatureK(), exit);
      pass(down, opticalDepth[l], mean, exit);
    }
    for (int i = 0; i < n; i++) {
      radiance[i] = surface.emissivity() * radiance[i] + (1 - surface.emissivity()) * down[i];
    }
    return radiance;
  }

  /// Radiance at the top over something black: the ground, or a cloud whose top is a layer's
  /// bottom.
  ///
  /// @param first the lowest layer above it
  /// @param kelvin its temperature
  /// @param opticalDepth of each layer, bottom first, at each wavenumber of the sources
  public static double[] overBlack(
      Sensitivity.Sources sources, int first, double kelvin, double[][] opticalDepth) {
    double[] radiance = new double[sources.wavenumbersPerCm().length];
    new Transfer(sources.wavenumbersPerCm()).planck(kelvin, radiance);
    for (int l = first; l < opticalDepth.length; l++) {
      pass(radiance, opticalDepth[l], sources.mean()[l], sources.level()[l + 1]);
    }
    return radiance;
  }

  private static void pass(double[] radiance, double[] opticalDepth, double[] mean, double[] exit) {
    for (int i = 0; i < radiance.length; i++) {
      double tau = opticalDepth[i];
      double t = Math.exp(-tau);
      double source = mean[i] + (exit[i] - mean[i]) * towardsExit(tau, t);
      radiance[i] = radiance[i] * t + (1 - t) * source;
    }
  }

  /// F(tau): 0 where the layer is thin, 1 where it is thick.
  static double towardsExit(double tau, double t) {
    return tau < THIN ? tau / 6 : 1 - 2 * (1 / tau - t / (1 - t));
  }

  /// dF / dtau.
  static double towardsExitSlope(double tau, double t) {
    return tau < THIN ? 1.0 / 6 : 2 * (1 / (tau * tau) - t / ((1 - t) * (1 - t)));
  }

  /// Planck's function at all wavenumbers: exact every 64, a parabola's worth of them between.
  void planck(double temperatureK, double[] radiance) {
    int n = wavenumbers.length;
    for (int from = 0; from < n; from += CHUNK) {
      int to = Math.min(from + CHUNK, n) - 1;
      double first = Physics.planck(wavenumbers[from], temperatureK);
      if (to == from || wavenumbers[to] - wavenumbers[from] > 0.3) {
        for (int i = from; i <= to; i++) {
          radiance[i] = Physics.planck(wavenumbers[i], temperatureK);
        }
        continue;
      }
      double slope =
          (Physics.planck(wavenumbers[to], temperatureK) - first)
              / (wavenumbers[to] - wavenumbers[from]);
      for (int i = from; i <= to; i++) {
        radiance[i] = first + slope * (wavenumbers[i] - wavenumbers[from]);
      }
    }
  }
}
