package org.jumelles.figure.chart;

/// Perceptually uniform colour tables of 256 steps, dark for low and bright for high, that stay
/// readable in grey and for colour-blind eyes.
///
/// The ten control points of each are those published with viridisLite (S. Garnier et al.,
/// doi 10.5281/zenodo.4678327) for `viridis` (S. van der Walt and N. Smith, 2015) and `cividis`
/// (Nunez, Anderton and Renslow 2018, doi 10.1371/journal.pone.0199239); between them the table is
/// a cubic through the sRGB values.
public enum ColourMap {
  VIRIDIS(
      0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
      0xFDE725),
  CIVIDIS(
      0x00204D, 0x00336F, 0x39486B, 0x575C6D, 0x707173, 0x8A8779, 0xA69D75, 0xC4B56C, 0xE4CF5B,
      0xFFEA46);

  static final int STEPS = 256;

  // Written at birth, never handed out.
  @SuppressWarnings("ImmutableEnumChecker")
  private final int[] table = new int[STEPS];

  ColourMap(int... control) {
    for (int i = 0; i < STEPS; i++) {
      double at = i * (control.length - 1.0) / (STEPS - 1);
      int k = Math.min((int) at, control.length - 2);
      int rgb = 0;
      for (int shift = 16; shift >= 0; shift -= 8) {
        double before = channel(control[Math.max(0, k - 1)], shift);
        double from = channel(control[k], shift);
        double to = channel(control[k + 1], shift);
        double after = channel(control[Math.min(control.length - 1, k + 2)], shift);
        double value = catmullRom(before, from, to, after, at - k);
        rgb |= Math.clamp(Math.round(value), 0, 255) << shift;
      }
      table[i] = rgb;
    }
  }

  /// The colour as 0xRRGGBB; values outside 0 to 1 get the end colours.
  ///
  /// @param fraction 0 for the lowest, 1 for the highest value
  public int rgb(double fraction) {
    return table[(int) Math.clamp(fraction * STEPS, 0, STEPS - 1)];
  }

  private static int channel(int rgb, int shift) {
    return rgb >> shift & 0xFF;
  }

  private static double catmullRom(double p0, double p1, double p2, double p3, double t) {
    double linear = p2 - p0;
    double square = 2 * p0 - 5 * p1 + 4 * p2 - p3;
    double cube = 3 * (p1 - p2) + p3 - p0;
    return p1 + 0.5 * t * (linear + t * (square + t * cube));
  }
}
