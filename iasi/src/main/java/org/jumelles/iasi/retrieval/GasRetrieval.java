package org.jumelles.iasi.retrieval;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.ejml.data.DMatrixRMaj;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;
import org.jumelles.iasi.transfer.Surface;
import org.jumelles.kernel.outcome.Outcome;

/// Retrieves one gas from the channels of a table: ln of each of its layers, where wanted each
/// layer's temperature, ln of a factor for every other gas of the table, and the ground's
/// temperature, in this order.
///
/// Any number of threads may use one retrieval.
public final class GasRetrieval {
  private static final double REFERENCE_K = 280;
  private static final double MOST_WARMER_K = 30;

  private final FastModel model;
  private final int molecule;
  private final int gas;
  private final Settings settings;
  private final OptimalEstimation estimation;

  /// What is believed of the state before measuring.
  ///
  /// @param gasSigma of ln(layer), each layer
  /// @param lengthKm over which layers belong together
  /// @param waterSigma of the logarithm of water's factor
  /// @param otherSigma of the logarithm of any other gas's factor
  /// @param surfaceSigmaK of the ground's temperature
  /// @param temperatureSigmaK of each layer's temperature, over the same length; 0 where the
  ///     state's temperatures are taken as true
  public record Settings(
      double gasSigma,
      double lengthKm,
      double waterSigma,
      double otherSigma,
      double surfaceSigmaK,
      double temperatureSigmaK) {
    /// A half in each layer over 7 km; water to 30 %, other gases to 5 %, the ground to 5 K.
    public static final Settings DEFAULT = new Settings(0.5, 7, 0.3, 0.05, 5, 0);

    /// The same with uncertain temperatures of the air.
    public Settings withTemperature(double sigmaK) {
      return new Settings(gasSigma, lengthKm, waterSigma, otherSigma, surfaceSigmaK, sigmaK);
    }

    public Settings {
      if (!(gasSigma > 0 && lengthKm > 0 && waterSigma > 0 && otherSigma > 0)
          || !(surfaceSigmaK > 0)
          || !(temperatureSigmaK >= 0)) {
        throw new IllegalArgumentException("a sigma or length that is not above zero");
      }
    }
  }

  /// What stays the same between spectra over one atmosphere. Arrays are shared.
  ///
  /// @param partial the prior's vertical partial columns, molecules cm-2
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Start(
      FastModel.Prepared prepared, Prior prior, Surface surface, double[] partial) {}

  /// @throws IllegalArgumentException where the table has no such gas
  public GasRetrieval(FastModel model, int molecule, Settings settings) {
    this.model = model;
    this.molecule = molecule;
    this.gas = model.table().indexOf(molecule);
    if (gas < 0) {
      throw new IllegalArgumentException(
          "the table has no "
              + Isotopologue.formula(molecule)
              + "; it has "
              + Arrays.stream(model.table().gases()).mapToObj(Isotopologue::formula).toList());
    }
    this.settings = settings;
    this.estimation = OptimalEstimation.DEFAULT;
  }

  /// Settles an atmosphere; one of these serves any number of spectra.
  ///
  /// @throws IllegalArgumentException where the atmosphere has none of the gas
  public Start start(Atmosphere atmosphere, Surface surface) {
    List<Layer> layers = atmosphere.layers();
    double[] pressures = layers.stream().mapToDouble(Layer::pressureHPa).toArray();
    double[] partial = atmosphere.partialColumnsPerCm2(molecule);
    if (Arrays.stream(partial).anyMatch(amount -> !(amount > 0))) {
      throw new IllegalArgumentException(
          atmosphere.source() + " has layers without " + Isotopologue.formula(molecule));
    }
    Prior prior =
        new Prior(
            new double[layers.size()],
            Prior.logarithmic(pressures, settings.gasSigma(), settings.lengthKm()));
    if (settings.temperatureSigmaK() > 0) {
      prior =
          prior.and(
              new Prior(
                  new double[layers.size()],
                  Prior.logarithmic(pressures, settings.temperatureSigmaK(), settings.lengthKm())));
    }
    int[] gases = model.table().gases();
    double[] others = new double[gases.length];
    double[] sigmas = new double[gases.length];
    int n = 0;
    for (int g = 0; g < gases.length; g++) {
      if (g != gas) {
        sigmas[n++] = gases[g] == 1 ? settings.waterSigma() : settings.otherSigma();
      }
    }
    others[n] = surface.temperatureK();
    sigmas[n] = settings.surfaceSigmaK();
    return new Start(
        model.prepare(atmosphere, false), prior.with(others, sigmas), surface, partial);
  }

  /// The noise of a spectrum: apodised, and what the model is off, each channel's alone. Apodised
  /// noise has so little at great path differences that without the latter the table's error would
  /// be taken for a signal.
  ///
  /// @param sigma of the instrument's noise, by channel of the table
  /// @param modelErrorK what each channel alone may be off at 280 K; without a number the table's
  public NoiseCovariance noise(double[] sigma, OptionalDouble modelErrorK) {
    double[] nu = model.table().wavenumberPerCm();
    double kelvin = modelErrorK.orElse(model.table().error().rmsK());
    double[] alone = new double[nu.length];
    for (int c = 0; c < nu.length && kelvin > 0; c++) {
      alone[c] = kelvin * Physics.planckPerK(nu[c], REFERENCE_K);
    }
    return NoiseCovariance.apodised(nu, sigma, alone);
  }

  /// The same with apodised noise and the table's own error.
  ///
  /// @param sigma of the instrument's noise, by channel of the table
  public Outcome<GasColumn> retrieve(
      String source, Start start, double[] radiance, double[] sigma) {
    return retrieve(source, start, radiance, noise(sigma, OptionalDouble.empty()));
  }

  /// @param source what to call the spectrum in a defect
  /// @param radiance of the table's channels
  /// @param noise of the same
  public Outcome<GasColumn> retrieve(
      String source, Start start, double[] radiance, NoiseCovariance noise) {
    if (radiance.length != model.table().wavenumberPerCm().length) {
      throw new IllegalArgumentException(radiance.length + " channels for another table");
    }
    return estimation
        .estimate(source, radiance, noise, start.prior(), state -> at(start, state))
        .map(estimate -> column(start, estimate));
  }

  private GasColumn column(Start start, Estimate estimate) {
    int layers = start.partial().length;
    double[] found = new double[layers];
    double dofs = 0;
    for (int l = 0; l < layers; l++) {
      found[l] = start.partial()[l] * Math.exp(estimate.state()[l]);
      dofs += estimate.kernel().get(l, l);
    }
    boolean temperatures = settings.temperatureSigmaK() > 0;
    return new GasColumn(
        molecule,
        Column.of(estimate, start.prior(), start.partial()),
        start.partial(),
        found,
        estimate.state()[estimate.state().length - 1],
        dofs,
        temperatures ? Arrays.copyOfRange(estimate.state(), layers, 2 * layers) : new double[0],
        estimate,
        start.prepared().atmosphere());
  }

  private ForwardModel.Evaluation at(Start start, double[] state) {
    int[] gases = model.table().gases();
    int layers = start.partial().length;
    boolean temperatures = settings.temperatureSigmaK() > 0;
    double[][] factors = new double[gases.length][layers];
    int next = temperatures ? 2 * layers : layers;
    for (int g = 0; g < gases.length; g++) {
      if (g == gas) {
        System.arraycopy(state, 0, factors[g], 0, layers);
      } else {
        Arrays.fill(factors[g], state[next++]);
      }
    }
    double ground = Math.clamp(state[next], 150, 380);
    FastModel.Prepared prepared =
        temperatures
            ? warmed(start, Arrays.copyOfRange(state, layers, 2 * layers))
            : start.prepared();
    FastModel.Seen seen =
        model.see(prepared, factors, new Surface(ground, start.surface().emissivity()));
    return new ForwardModel.Evaluation(seen.radiance(), jacobian(seen, layers, state.length));
  }

  /// Steps that leave what is known of air are kept within it, 30 K off.
  private FastModel.Prepared warmed(Start start, double[] kelvin) {
    for (int l = 0; l < kelvin.length; l++) {
      kelvin[l] = Math.clamp(kelvin[l], -MOST_WARMER_K, MOST_WARMER_K);
    }
    return model.prepare(start.prepared().atmosphere().warmed(kelvin), true);
  }

  private DMatrixRMaj jacobian(FastModel.Seen seen, int layers, int states) {
    int channels = seen.radiance().length;
    DMatrixRMaj jacobian = new DMatrixRMaj(channels, states);
    for (int c = 0; c < channels; c++) {
      int column = layers;
      for (double[] layer : seen.perKelvin()) {
        jacobian.unsafe_set(c, column++, layer[c]);
      }
      for (int g = 0; g < seen.perLogAmount().length; g++) {
        double sum = 0;
        for (int l = 0; l < layers; l++) {
          double one = seen.perLogAmount()[g][l][c];
          if (g == gas) {
            jacobian.unsafe_set(c, l, one);
          }
          sum += one;
        }
        if (g != gas) {
          jacobian.unsafe_set(c, column++, sum);
        }
      }
      jacobian.unsafe_set(c, column, seen.perSurfaceKelvin()[c]);
    }
    return jacobian;
  }
}
