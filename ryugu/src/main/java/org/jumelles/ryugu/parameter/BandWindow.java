package org.jumelles.ryugu.parameter;

/// Where to look for one band, and what to start from.
///
/// @param lowUm the window, and the bounds of the centre
/// @param centreUm where the band is expected
/// @param sigmaUm the standard deviation of the Gaussian to start from
public record BandWindow(
    String name, double lowUm, double highUm, double centreUm, double sigmaUm) {
  public BandWindow {
    if (!(lowUm > 0 && lowUm < centreUm && centreUm < highUm && highUm < Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          name + ": not 0 < low " + lowUm + " < centre " + centreUm + " < high " + highUm + " um");
    }
    if (!(sigmaUm > 0 && sigmaUm < highUm - lowUm)) {
      throw new IllegalArgumentException(
          name + ": sigma " + sigmaUm + " um is not above zero and less than the window");
    }
  }

  boolean overlaps(BandWindow other) {
    return lowUm < other.highUm && other.lowUm < highUm;
  }
}
