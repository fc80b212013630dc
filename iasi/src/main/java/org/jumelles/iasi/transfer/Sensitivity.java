package org.jumelles.iasi.transfer;

import java.util.List;
import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;

/// Radiance at the top with its analytic derivatives, at given wavenumbers. Arrays are shared.
///
/// With A the transmittance above a layer, `I` what enters it from below and `s` its source:
///
///     dI/dtau = A [t (s - I) + (1 - t) (B_exit - B) F'(tau)]
///     dI/dB = A (1 - t) (1 - F), dI/dB_exit = A (1 - t) F
///
/// What the ground mirrors is treated alike, downwards.
///
/// @param radiance W m-2 sr-1 (m-1)-1, by wavenumber
/// @param perOpticalDepth of each layer, by wavenumber
/// @param perTemperature of each layer at fixed optical depths, per K: the layer's mean moves, its
///     boundaries by half as much (by as much at the ground and at the top)
/// @param perSurfaceTemperature per K
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Sensitivity(
    double[] radiance,
    double[][] perOpticalDepth,
    double[][] perTemperature,
    double[] perSurfaceTemperature) {

  /// @param wavenumbersPerCm ascending
  /// @param opticalDepth of each layer, bottom first, at each wavenumber
  /// @param temperatures false leaves `perTemperature` empty
  public static Sensitivity of(
      double[] wavenumbersPerCm,
      Atmosphere atmosphere,
      Surface surface,
      double[][] opticalDepth,
      boolean temperatures) {
    return of(sources(wavenumbersPerCm, atmosphere), surface, opticalDepth, temperatures);
  }

  /// The same, where what the layers radiate is known already.
  public static Sensitivity of(
      Sources sources, Surface surface, double[][] opticalDepth, boolean temperatures) {
    return new Walk(sources, opticalDepth).go(surface, temperatures);
  }

  /// Planck's function in the layers of an atmosphere. Arrays are shared.
  ///
  /// @param mean by layer, wavenumber
  /// @param level by boundary, wavenumber; the ground's air first
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Sources(
      double[] wavenumbersPerCm, Atmosphere atmosphere, double[][] mean, double[][] level) {}

  public static Sources sources(double[] wavenumbersPerCm, Atmosphere atmosphere) {
    List<Layer> layers = atmosphere.layers();
    double[][] mean = new double[layers.size()][wavenumbersPerCm.length];
    double[][] level = new double[layers.size() + 1][wavenumbersPerCm.length];
    Transfer transfer = new Transfer(wavenumbersPerCm);
    transfer.planck(layers.getFirst().lower().temperatureK(), level[0]);
    for (int l = 0; l < mean.length; l++) {
      transfer.planck(layers.get(l).temperatureK(), mean[l]);
      transfer.planck(layers.get(l).upper().temperatureK(), level[l + 1]);
    }
    return new Sources(wavenumbersPerCm, atmosphere, mean, level);
  }

  /// One way down and one way up.
  private static final class Walk {
    private final double[] nu;
    private final List<Layer> layers;
    private final int n;
    private final double[][] planckMean;
    private final double[][] planckLevel;
    private final double[][] t;
    private final double[][] f;
    private final double[][] slope;

    Walk(Sources sources, double[][] tau) {
      this.nu = sources.wavenumbersPerCm();
      this.layers = sources.atmosphere().layers();
      this.n = nu.length;
      this.planckMean = sources.mean();
      this.planckLevel = sources.level();
      int count = layers.size();
      this.t = new double[count][n];
      this.f = new double[count][n];
      this.slope = new double[count][n];
      for (int l = 0; l < count; l++) {
        passage(tau[l], t[l], f[l], slope[l]);
      }
    }

    private static void passage(double[] tau, double[] t, double[] f, double[] slope) {
      for (int i = 0; i < tau.length; i++) {
        t[i] = Math.exp(-tau[i]);
        double absorbed = 1 - t[i];
        if (tau[i] < Transfer.THIN) {
          f[i] = tau[i] / 6;
          slope[i] = 1.0 / 6;
        } else {
          double inverse = 1 / tau[i];
          double share = 1 / absorbed;
          f[i] = 1 - 2 * (inverse - t[i] * share);
          slope[i] = 2 * (inverse * inverse - t[i] * share * share);
        }
      }
    }

    Sensitivity go(Surface surface, boolean temperatures) {
      int count = layers.size();
      double[][] perDepth = new double[count][n];
      double[][] perMean = new double[temperatures ? count : 0][n];
      double[][] perLevel = new double[temperatures ? count + 1 : 0][n];
      double[] whole = new double[n];
      java.util.Arrays.fill(whole, 1);
      for (double[] layer : t) {
        for (int i = 0; i < n; i++) {
          whole[i] *= layer[i];
        }
      }
      double[] down = new double[n];
      if (surface.emissivity() < 1) {
        double[] mirrored = whole.clone();
        for (int i = 0; i < n; i++) {
          mirrored[i] *= 1 - surface.emissivity();
        }
        down = stream(false, new double[n], mirrored, perDepth, perMean, perLevel);
      }
      double[] ground = new double[n];
      new Transfer(nu).planck(surface.temperatureK(), ground);
      double[] perSurface = new double[n];
      for (int i = 0; i < n; i++) {
        ground[i] = surface.emissivity() * ground[i] + (1 - surface.emissivity()) * down[i];
        perSurface[i] =
            surface.emissivity() * whole[i] * Physics.planckPerK(nu[i], surface.temperatureK());
      }
      double[] ones = new double[n];
      java.util.Arrays.fill(ones, 1);
      double[] radiance = stream(true, ground, ones, perDepth, perMean, perLevel);
      return new Sensitivity(
          radiance,
          perDepth,
          temperatures ? perTemperature(perMean, perLevel) : new double[0][],
          perSurface);
    }

    /// Follows radiance up or down and adds its derivatives, each times `weight`.
    private double[] stream(
        boolean up,
        double[] entering,
        double[] weight,
        double[][] perDepth,
        double[][] perMean,
        double[][] perLevel) {
      int count = layers.size();
      double[][] in = new double[count][];
      double[] radiance = entering.clone();
      for (int step = 0; step < count; step++) {
        int l = up ? step : count - 1 - step;
        in[l] = radiance.clone();
        double[] exit = planckLevel[up ? l + 1 : l];
        double[] mean = planckMean[l];
        for (int i = 0; i < n; i++) {
          double source = mean[i] + (exit[i] - mean[i]) * f[l][i];
          radiance[i] = radiance[i] * t[l][i] + (1 - t[l][i]) * source;
        }
      }
      double[] beyond = weight.clone();
      for (int step = count - 1; step >= 0; step--) {
        int l = up ? step : count - 1 - step;
        double[] exit = planckLevel[up ? l + 1 : l];
        derivatives(l, exit, in[l], beyond, perDepth[l]);
        if (perMean.length > 0) {
          double[] level = perLevel[up ? l + 1 : l];
          for (int i = 0; i < n; i++) {
            double absorbed = beyond[i] * (1 - t[l][i]);
            perMean[l][i] += absorbed * (1 - f[l][i]);
            level[i] += absorbed * f[l][i];
          }
        }
        for (int i = 0; i < n; i++) {
          beyond[i] *= t[l][i];
        }
      }
      return radiance;
    }

    private void derivatives(int l, double[] exit, double[] in, double[] beyond, double[] sum) {
      double[] mean = planckMean[l];
      for (int i = 0; i < n; i++) {
        double rise = exit[i] - mean[i];
        double source = mean[i] + rise * f[l][i];
        sum[i] += beyond[i] * (t[l][i] * (source - in[i]) + (1 - t[l][i]) * rise * slope[l][i]);
      }
    }

    private double[][] perTemperature(double[][] perMean, double[][] perLevel) {
      int count = layers.size();
      double[][] perKelvin = new double[count][n];
      for (int l = 0; l < count; l++) {
        Layer layer = layers.get(l);
        add(perKelvin[l], perMean[l], layer.temperatureK(), 1);
        add(perKelvin[l], perLevel[l], layer.lower().temperatureK(), l == 0 ? 1 : 0.5);
        add(perKelvin[l], perLevel[l + 1], layer.upper().temperatureK(), l == count - 1 ? 1 : 0.5);
      }
      return perKelvin;
    }

    private void add(double[] sum, double[] perPlanck, double kelvin, double share) {
      for (int i = 0; i < n; i++) {
        sum[i] += share * perPlanck[i] * Physics.planckPerK(nu[i], kelvin);
      }
    }
  }
}
