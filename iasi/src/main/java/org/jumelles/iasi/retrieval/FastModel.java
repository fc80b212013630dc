package org.jumelles.iasi.retrieval;

import java.util.List;
import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;
import org.jumelles.iasi.transfer.Sensitivity;
import org.jumelles.iasi.transfer.Surface;

/// The forward model on a table: radiances of the window's channels with analytic derivatives.
///
/// Temperatures and pressures of the layers are settled once ([#prepare]); gases and ground may
/// then change at little cost. Any number of threads may use one model.
public final class FastModel {
  private final AbsorptionTable table;

  public FastModel(AbsorptionTable table) {
    this.table = table;
  }

  public AbsorptionTable table() {
    return table;
  }

  /// Cross-sections of the layers of one atmosphere. Arrays are shared.
  ///
  /// @param crossSection cm2 per molecule, by gas of the table, layer, node
  /// @param inWater what water's gains by its own share, by layer, node
  /// @param perKelvin derivative of both by the layer's temperature; empty unless asked for
  /// @param sources what the layers radiate
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Prepared(
      Atmosphere atmosphere,
      double[][][] crossSection,
      double[][] inWater,
      double[][][] perKelvin,
      Sensitivity.Sources sources) {}

  /// Radiances and derivatives by channel. Arrays are shared.
  ///
  /// @param radiance W m-2 sr-1 (m-1)-1
  /// @param perLogAmount by gas of the table, layer, channel: of ln(amount)
  /// @param perKelvin by layer, channel; empty unless prepared with temperatures
  /// @param perSurfaceKelvin by channel
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Seen(
      double[] radiance,
      double[][][] perLogAmount,
      double[][] perKelvin,
      double[] perSurfaceKelvin) {}

  /// @param temperatures whether derivatives by temperature will be wanted
  public Prepared prepare(Atmosphere atmosphere, boolean temperatures) {
    List<Layer> layers = atmosphere.layers();
    int gases = table.gases().length;
    int nodes = table.nodesPerCm().length;
    double[][][] sections = new double[gases][layers.size()][nodes];
    double[][][] slopes = new double[temperatures ? gases : 0][layers.size()][nodes];
    double[][] inWater = new double[layers.size()][nodes];
    double lowest = Math.log(table.pressuresHPa()[0] / table.pressuresHPa()[1]);
    double[] kelvins = table.temperaturesK();
    double step = kelvins[1] - kelvins[0];
    for (int l = 0; l < layers.size(); l++) {
      Layer layer = layers.get(l);
      CubicWeights p =
          CubicWeights.at(
              Math.log(table.pressuresHPa()[0] / layer.pressureHPa()) / lowest,
              table.pressuresHPa().length);
      CubicWeights t = CubicWeights.at((layer.temperatureK() - kelvins[0]) / step, kelvins.length);
      for (int g = 0; g < gases; g++) {
        add(sections[g][l], table.crossSections()[g], p, t.first(), t.weight(), 1);
        if (temperatures) {
          add(slopes[g][l], table.crossSections()[g], p, t.first(), t.slope(), 1 / step);
        }
        if (table.gases()[g] == AbsorptionTable.WATER) {
          double share = layer.share(AbsorptionTable.WATER);
          add(inWater[l], table.perShare(), p, t.first(), t.weight(), share);
          if (temperatures) {
            add(slopes[g][l], table.perShare(), p, t.first(), t.slope(), share / step);
          }
        }
      }
    }
    return new Prepared(
        atmosphere, sections, inWater, slopes, Sensitivity.sources(table.nodesPerCm(), atmosphere));
  }

  private static void add(
      double[] sum, float[][][] values, CubicWeights p, int firstT, double[] ofT, double factor) {
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        float weight = (float) (factor * p.weight()[a] * ofT[b]);
        float[] row = values[p.first() + a][firstT + b];
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weight * row[i];
        }
      }
    }
  }

  /// @param logFactors by gas of the table and layer: ln of what multiplies the prepared amounts;
  ///     an empty row leaves a gas as it is
  public Seen see(Prepared prepared, double[][] logFactors, Surface surface) {
    return see(prepared, logFactors, surface, true);
  }

  /// Radiances alone.
  public double[] radiance(Prepared prepared, Surface surface) {
    return see(prepared, new double[table.gases().length][0], surface, false).radiance();
  }

  private Seen see(Prepared prepared, double[][] logFactors, Surface surface, boolean derivatives) {
    List<Layer> layers = prepared.atmosphere().layers();
    double[][] depth = new double[layers.size()][table.nodesPerCm().length];
    double[][] factors = new double[table.gases().length][layers.size()];
    for (int g = 0; g < factors.length; g++) {
      for (int l = 0; l < depth.length; l++) {
        factors[g][l] = logFactors[g].length == 0 ? 1 : Math.exp(logFactors[g][l]);
        double amount = layers.get(l).amount(table.gases()[g]) * factors[g][l];
        accumulate(depth[l], prepared, g, l, amount, factors[g][l]);
      }
    }
    for (double[] layer : depth) {
      for (int i = 0; i < layer.length; i++) {
        layer[i] = Math.max(layer[i], 0);
      }
    }
    boolean temperatures = derivatives && prepared.perKelvin().length > 0;
    Sensitivity at = Sensitivity.of(prepared.sources(), surface, depth, temperatures);
    double[] radiance = inChannels(at.radiance());
    if (!derivatives) {
      return new Seen(radiance, new double[0][][], new double[0][], new double[0]);
    }
    return new Seen(
        radiance,
        perLogAmount(prepared, factors, at),
        temperatures ? perKelvin(prepared, factors, at) : new double[0][],
        inChannels(at.perSurfaceTemperature()));
  }

  /// Adds amount x cross-section; water's own broadening and continuum grow with its share.
  private void accumulate(
      double[] sum, Prepared prepared, int gas, int l, double amount, double inWaterFactor) {
    double[] section = prepared.crossSection()[gas][l];
    for (int i = 0; i < sum.length; i++) {
      sum[i] += amount * section[i];
    }
    if (table.gases()[gas] == AbsorptionTable.WATER) {
      double[] inWater = prepared.inWater()[l];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += amount * inWaterFactor * inWater[i];
      }
    }
  }

  private double[][][] perLogAmount(Prepared prepared, double[][] factors, Sensitivity at) {
    List<Layer> layers = prepared.atmosphere().layers();
    double[][][] perAmount = new double[factors.length][layers.size()][];
    for (int g = 0; g < factors.length; g++) {
      for (int l = 0; l < layers.size(); l++) {
        double[] product = new double[table.nodesPerCm().length];
        double amount = layers.get(l).amount(table.gases()[g]) * factors[g][l];
        accumulate(product, prepared, g, l, amount, 2 * factors[g][l]);
        double[] slope = at.perOpticalDepth()[l];
        for (int i = 0; i < product.length; i++) {
          product[i] *= slope[i];
        }
        perAmount[g][l] = inChannels(product);
      }
    }
    return perAmount;
  }

  private double[][] perKelvin(Prepared prepared, double[][] factors, Sensitivity at) {
    int layers = at.perOpticalDepth().length;
    double[][] perKelvin = new double[layers][];
    for (int l = 0; l < layers; l++) {
      double[] sum = at.perTemperature()[l].clone();
      Layer layer = prepared.atmosphere().layers().get(l);
      for (int g = 0; g < factors.length; g++) {
        double[] slope = prepared.perKelvin()[g][l];
        double amount = layer.amount(table.gases()[g]) * factors[g][l];
        for (int i = 0; i < sum.length; i++) {
          sum[i] += at.perOpticalDepth()[l][i] * amount * slope[i];
        }
      }
      perKelvin[l] = inChannels(sum);
    }
    return perKelvin;
  }

  private double[] inChannels(double[] atNodes) {
    double[] seen = new double[table.wavenumberPerCm().length];
    for (int c = 0; c < seen.length; c++) {
      int[] node = table.nodeOfChannel()[c];
      double[] weight = table.weightOfChannel()[c];
      double sum = 0;
      for (int k = 0; k < node.length; k++) {
        sum += weight[k] * atNodes[node[k]];
      }
      seen[c] = sum;
    }
    return seen;
  }

  /// The radiances as temperatures, K.
  public double[] brightnessTemperatureK(double[] radiance) {
    double[] kelvins = new double[radiance.length];
    for (int c = 0; c < kelvins.length; c++) {
      kelvins[c] = Physics.brightnessTemperatureK(table.wavenumberPerCm()[c], radiance[c]);
    }
    return kelvins;
  }
}
