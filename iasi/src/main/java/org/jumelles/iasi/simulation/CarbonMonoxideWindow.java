package org.jumelles.iasi.simulation;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jumelles.formats.hitran.Line;
import org.jumelles.formats.hitran.LineFile;
import org.jumelles.iasi.absorption.CarbonMonoxideFundamental;
import org.jumelles.iasi.absorption.LayerAbsorption;
import org.jumelles.iasi.absorption.SpectralGrid;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.atmosphere.Layer;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.LineShape;
import org.jumelles.iasi.transfer.Sensitivity;
import org.jumelles.iasi.transfer.Transfer;

/// The channels from 2143 to 2181.25 cm-1 line by line: carbon monoxide's fundamental from
/// molecular constants over black ground and black cloud, and no other gas. The channels on either
/// side are the parametric atmosphere's, so that a spectrum has a step at both ends of the window.
///
/// Cross-sections are settled once for each air; any number of threads may use one window.
final class CarbonMonoxideWindow {
  static final double FROM_PER_CM = 2143;
  static final double TO_PER_CM = 2181.25;
  private static final int GREATEST_J = 40;
  private static final int FIRST = Channels.nearest(FROM_PER_CM);
  private static final int COUNT = Channels.nearest(TO_PER_CM) - FIRST + 1;

  private final SpectralGrid grid = LineByLine.grid(FROM_PER_CM, TO_PER_CM);
  private final Transitions lines;
  private final LineNodes nodes;
  private final ConcurrentHashMap<Integer, Air> airs = new ConcurrentHashMap<>();

  /// One air: what its layers radiate and their vertical optical depths, both at the nodes.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Air(Sensitivity.Sources sources, double[][] depth) {}

  CarbonMonoxideWindow() {
    LineFile file = CarbonMonoxideFundamental.lines(GREATEST_J);
    double margin = LineShape.MARGIN_PER_CM;
    lines =
        Transitions.of(List.of(file), FROM_PER_CM - margin, TO_PER_CM + margin, false)
            .found()
            .orElseThrow();
    double[] places =
        file.lines().stream()
            .mapToDouble(Line::wavenumberPerCm)
            .filter(nu -> nu > grid.firstPerCm() && nu < grid.lastPerCm())
            .toArray();
    nodes = LineNodes.of(grid, places, COUNT);
  }

  private Air air(int groundK) {
    var atmosphere = SimulatedAir.seen(groundK, 0);
    LayerAbsorption absorption = new LayerAbsorption(lines, grid);
    double[] fine = new double[grid.count()];
    double[] nu = new double[nodes.index().length];
    double[][] depth = new double[atmosphere.layers().size()][nu.length];
    for (int i = 0; i < nu.length; i++) {
      nu[i] = grid.wavenumberPerCm(nodes.index()[i]);
    }
    for (int l = 0; l < depth.length; l++) {
      Layer layer = atmosphere.layers().get(l);
      absorption.opticalDepth(
          layer.pressureHPa(), layer.temperatureK(), layer.amountsPerCm2(), 0, fine);
      for (int i = 0; i < nu.length; i++) {
        depth[l][i] = fine[nodes.index()[i]];
      }
    }
    return new Air(Sensitivity.sources(nu, atmosphere), depth);
  }

  /// Puts the window's channels into a spectrum.
  ///
  /// @param absorbed by a plume, by channel; looked at where there is one
  /// @param plumeLevel its level, or [Clear#NO_PLUME]
  void see(
      SimulatedState state,
      int cloudLevel,
      double zenithDeg,
      float[] absorbed,
      int plumeLevel,
      float[] radiance) {
    double[] seen = radiance(state, Atmosphere.heightKm(cloudLevel), zenithDeg);
    for (int c = 0; c < COUNT; c++) {
      int at = FIRST - 1 + c;
      radiance[at] = (float) seen[c];
      if (plumeLevel != Clear.NO_PLUME) {
        double kelvin = Atmosphere.temperatureK(state.surfaceK(), Atmosphere.heightKm(plumeLevel));
        double perM = 100 * Channels.wavenumberPerCm(at + 1);
        radiance[at] =
            (float) ((1 - absorbed[at]) * seen[c] + absorbed[at] * Planck.radiance(perM, kelvin));
      }
    }
  }

  /// Radiance of the window's channels, W m-2 sr-1 (m-1)-1.
  double[] radiance(SimulatedState state, double cloudKm, double zenithDeg) {
    Air air = airs.computeIfAbsent(state.groundK(), this::air);
    var atmosphere = air.sources().atmosphere();
    double[] partial = atmosphere.partialColumnsPerCm2(SimulatedAir.CARBON_MONOXIDE);
    double[] slant =
        atmosphere.seenAt(zenithDeg).layers().stream()
            .mapToDouble(layer -> layer.amount(SimulatedAir.CARBON_MONOXIDE))
            .toArray();
    double[][] depth = new double[slant.length][nodes.index().length];
    int cloudLayer = 0;
    for (int l = 0; l < depth.length; l++) {
      double factor = state.scale() * slant[l] / partial[l];
      for (int i = 0; i < depth[l].length; i++) {
        depth[l][i] = factor * air.depth()[l][i];
      }
      cloudLayer += atmosphere.layers().get(l).upper().altitudeKm() <= cloudKm ? 1 : 0;
    }
    double[] clear = Transfer.overBlack(air.sources(), 0, state.surfaceK(), depth);
    if (state.cloudFraction() > 0) {
      double kelvin = Atmosphere.temperatureK(state.surfaceK(), cloudKm);
      double[] cloudy = Transfer.overBlack(air.sources(), cloudLayer, kelvin, depth);
      for (int i = 0; i < clear.length; i++) {
        clear[i] += state.cloudFraction() * (cloudy[i] - clear[i]);
      }
    }
    double[] channels = new double[COUNT];
    for (int c = 0; c < COUNT; c++) {
      channels[c] = nodes.channel(c, clear);
    }
    return channels;
  }
}
