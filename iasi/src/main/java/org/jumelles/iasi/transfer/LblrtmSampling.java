package org.jumelles.iasi.transfer;

import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;

/// The steps at which LBLRTM 12 samples its layers, below which it does not let a line's half width
/// fall [Clough2005].
///
/// A quarter of the half width of a typical line: 0.04 cm-1/atm with five times that in water, mass
/// 36 g/mol, at the middle of the run. From the ground up a layer takes the step of the one below
/// while its own is within a fifth of it, else a simple fraction of it. Lines of water that air
/// hardly broadens (0.006 to 0.01 cm-1/atm) are narrower than that near the ground; LBLRTM widens
/// them, which makes single channels up to 0.2 K colder.
final class LblrtmSampling {
  private static final double TYPICAL_PER_CM_ATM = 0.04;
  private static final double IN_WATER = 5;
  private static final double DOPPLER = 3.58115e-7;
  private static final double MASS_G_PER_MOL = 36;
  private static final double SAMPLES = 4;
  private static final double KEEP_BELOW = 1.2;
  private static final int WATER = 1;

  private LblrtmSampling() {}

  static double[] stepsPerCm(Atmosphere atmosphere, double middlePerCm) {
    double[] steps = new double[atmosphere.layers().size()];
    double below = 0;
    for (int l = 0; l < steps.length; l++) {
      double own = ownPerCm(atmosphere.layers().get(l), middlePerCm);
      if (l == 0) {
        below = own;
      } else if (below / own >= KEEP_BELOW) {
        long parts = Math.round(1 / (below / own - 1));
        below *= (double) parts / (parts + 1);
      }
      steps[l] = below;
    }
    return steps;
  }

  private static double ownPerCm(Layer layer, double middlePerCm) {
    double density =
        layer.pressureHPa()
            / Physics.ATMOSPHERE_HPA
            * Math.sqrt(Physics.REFERENCE_K / layer.temperatureK());
    double lorentz = TYPICAL_PER_CM_ATM * density * (1 + (IN_WATER - 1) * layer.share(WATER));
    double doppler = DOPPLER * middlePerCm * Math.sqrt(layer.temperatureK() / MASS_G_PER_MOL);
    return (lorentz + Math.sqrt(lorentz * lorentz + 4 * doppler * doppler)) / 2 / SAMPLES;
  }
}
