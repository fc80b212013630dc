package org.jumelles.iasi.simulation;

import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;

/// Spectra of the parametric atmosphere.
record ParametricClear(Atmosphere atmosphere) implements Clear {
  @Override
  public void radiance(
      int line, int pixel, Column column, float[] absorbed, int plumeLevel, float[] out) {
    int angle = Atmosphere.angle(pixel / ScanLine.PIXELS_PER_VIEW);
    if (plumeLevel == NO_PLUME) {
      atmosphere.add(column, angle, 0, Atmosphere.GROUND, out);
      return;
    }
    // A plume under the cloud is lifted to its top, where it can be seen.
    int level = column.cloudFraction() > 0 ? Math.min(plumeLevel, column.cloudLevel()) : plumeLevel;
    float[] below = new float[Channels.COUNT];
    atmosphere.add(column, angle, level, Atmosphere.GROUND, below);
    for (int c = 0; c < out.length; c++) {
      out[c] += (1 - absorbed[c]) * below[c];
    }
    Column above = new Column(column.surfaceK(), column.water(), 0, Atmosphere.GROUND, 1);
    atmosphere.add(above, angle, 0, level, out);
    atmosphere.addPlume(column, angle, level, absorbed, out);
  }
}
