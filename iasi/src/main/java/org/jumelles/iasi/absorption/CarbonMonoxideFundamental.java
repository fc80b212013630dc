package org.jumelles.iasi.absorption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.formats.hitran.Line;
import org.jumelles.formats.hitran.LineFile;

/// The fundamental of 12C16O computed from published molecular constants, for demonstrations where
/// no line list is at hand. No substitute for one.
///
/// Term values by Dunham's series [Guelachvili1983] [LeFloch1991], within 0.0005 cm-1 up to J = 35;
/// strengths from the transition moment 0.1055 D [Chackerian1983] without Herman and Wallis'
/// factor, 3 to 5 % below today's lists; widths, exponent and shift are round curves, within 15 %.
public final class CarbonMonoxideFundamental {
  /// How products say where these lines come from.
  public static final String SOURCE = "CO fundamental from molecular constants (demonstration)";

  private static final int CARBON_MONOXIDE = 5;
  private static final double MOMENT_DEBYE = 0.1055;

  /// Einstein's A in s-1 from cm-3 and D^2.
  private static final double EINSTEIN = 3.136189e-7;

  private static final double LIGHT_CM_PER_S = 2.99792458e10;

  /// Y_kl in cm-1: k, l, value.
  private static final double[][] DUNHAM = {
    {1, 0, 2169.8126702},
    {2, 0, -13.2878763},
    {3, 0, 0.0104109},
    {4, 0, 5.9e-5},
    {0, 1, 1.931280862},
    {1, 1, -0.01750441},
    {2, 1, 5.487e-7},
    {0, 2, -6.1214e-6},
    {1, 2, 1.0e-9},
    {0, 3, 5.8829e-12}
  };

  private CarbonMonoxideFundamental() {}

  /// P and R branch in order of wavenumber.
  ///
  /// @param greatestJ of the lower level, 1 to 40
  public static LineFile lines(int greatestJ) {
    if (greatestJ < 1 || greatestJ > 40) {
      throw new IllegalArgumentException("J up to " + greatestJ + "; 1 to 40");
    }
    List<Line> lines = new ArrayList<>();
    for (int j = 0; j <= greatestJ; j++) {
      lines.add(line(j, j + 1, 'R'));
      if (j > 0) {
        lines.add(line(j, j - 1, 'P'));
      }
    }
    lines.sort(Comparator.comparingDouble(Line::wavenumberPerCm));
    return new LineFile(SOURCE, lines, 0, 0);
  }

  private static Line line(int lower, int upper, char branch) {
    double nu = term(1, upper) - term(0, lower);
    double energy = term(0, lower) - term(0, 0);
    int m = Math.max(lower, upper);
    int weight = 2 * upper + 1;
    double einstein = EINSTEIN * nu * nu * nu * MOMENT_DEBYE * MOMENT_DEBYE * m / weight;
    double reference = Physics.REFERENCE_K;
    double strength =
        Isotopologue.of(CARBON_MONOXIDE, 1).orElseThrow().abundance()
            * einstein
            * weight
            * Math.exp(-Physics.C2_CM_K * energy / reference)
            * -Math.expm1(-Physics.C2_CM_K * nu / reference)
            / (8 * Math.PI * LIGHT_CM_PER_S * nu * nu)
            / PartitionSums.sum(CARBON_MONOXIDE, reference).orElseThrow();
    double width = 0.043 + 0.037 * Math.exp(-(m - 1) / 8.0);
    String levels =
        String.format(Locale.ROOT, "%15s%15s%15s%5s%c%3d%6s", "1", "0", "", "", branch, lower, "");
    String rest =
        String.format(Locale.ROOT, "%19s%7.1f%7.1f", "", (double) weight, 2.0 * lower + 1);
    return new Line(
        CARBON_MONOXIDE,
        1,
        nu,
        strength,
        einstein,
        width,
        1.08 * width,
        energy,
        0.72,
        -0.0026,
        levels,
        rest,
        0);
  }

  /// E(v, J) = sum Y_kl (v + 1/2)^k (J (J + 1))^l.
  private static double term(int v, int j) {
    double sum = 0;
    for (double[] y : DUNHAM) {
      sum += y[2] * Math.pow(v + 0.5, y[0]) * Math.pow(j * (j + 1.0), y[1]);
    }
    return sum;
  }
}
