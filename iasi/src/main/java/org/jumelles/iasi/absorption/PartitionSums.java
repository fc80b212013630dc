package org.jumelles.iasi.absorption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.hitran.Isotopologue;

/// Total internal partition sums Q(T), computed: rotation times harmonic vibration, from published
/// ground-state constants and fundamentals [Herzberg1945] [Herzberg1966].
///
/// Linear molecules: the sum over J with centrifugal distortion. H2O: [WaterRotor]. Others: the
/// classical rotor with its first quantum correction [Herzberg1945]. Minor isotopologues take the
/// main one's temperature law. Of a strength only Q(296 K) / Q(T) matters; it is within 0.3 % of
/// the published sums from 180 to 320 K (a test tells for which). Valid from 70 to 400 K.
public final class PartitionSums {
  private static final double LEAST_K = 70;
  private static final double GREATEST_K = 400;
  private static final Map<Integer, Rotor> ROTORS = rotors();

  private PartitionSums() {}

  /// A vibration: its fundamental, cm-1, and how many have it.
  record Mode(double fundamentalPerCm, double degeneracy) {}

  /// A molecule's constants, cm-1.
  sealed interface Rotor {
    /// @param weight of nuclear spin and electrons over the symmetry number
    record Linear(double weight, double b, double d, List<Mode> modes) implements Rotor {}

    record Asymmetric(double weight, double a, double b, double c, List<Mode> modes)
        implements Rotor {}

    record Water(List<Mode> modes) implements Rotor {}
  }

  /// True where Q is known here.
  public static boolean knows(int molecule, int isotopologue) {
    return ROTORS.containsKey(molecule) && Isotopologue.of(molecule, isotopologue).isPresent();
  }

  /// Q of the main isotopologue; empty for a molecule that is not known here.
  ///
  /// @throws IllegalArgumentException outside of 70 to 400 K
  public static Optional<Double> sum(int molecule, double temperatureK) {
    if (!(temperatureK >= LEAST_K && temperatureK <= GREATEST_K)) {
      throw new IllegalArgumentException(
          temperatureK + " K: partition sums are computed from 70 to 400 K");
    }
    return Optional.ofNullable(ROTORS.get(molecule)).map(rotor -> sum(rotor, temperatureK));
  }

  /// Q(296 K) / Q(T).
  static double ratio(int molecule, double temperatureK) {
    double reference = sum(molecule, Physics.REFERENCE_K).orElseThrow();
    return reference / sum(molecule, temperatureK).orElseThrow();
  }

  private static double sum(Rotor rotor, double t) {
    return switch (rotor) {
      case Rotor.Linear(double weight, double b, double d, List<Mode> modes) ->
          weight * linear(b, d, t) * vibration(modes, t);
      case Rotor.Asymmetric(double weight, double a, double b, double c, List<Mode> modes) ->
          weight * classical(a, b, c, t) * vibration(modes, t);
      case Rotor.Water(List<Mode> modes) -> WaterRotor.sum(t) * vibration(modes, t);
    };
  }

  private static double linear(double b, double d, double t) {
    double sum = 0;
    for (int j = 0; j < 400; j++) {
      double jj = j * (j + 1.0);
      double term = (2 * j + 1) * Math.exp(-Physics.C2_CM_K * (b * jj - d * jj * jj) / t);
      sum += term;
      if (j > 10 && term < 1e-12 * sum) {
        break;
      }
    }
    return sum;
  }

  private static double classical(double a, double b, double c, double t) {
    double kt = t / Physics.C2_CM_K;
    double correction = (2 * (a + b + c) - a * b / c - b * c / a - a * c / b) / (12 * kt);
    return Math.sqrt(Math.PI * kt * kt * kt / (a * b * c)) * (1 + correction);
  }

  private static double vibration(List<Mode> modes, double t) {
    double product = 1;
    for (Mode mode : modes) {
      double boltzmann = Math.exp(-Physics.C2_CM_K * mode.fundamentalPerCm() / t);
      product *= Math.pow(1 - boltzmann, -mode.degeneracy());
    }
    return product;
  }

  /// Fundamentals and degeneracies by turns.
  private static List<Mode> modes(double... pairs) {
    List<Mode> modes = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      modes.add(new Mode(pairs[i], pairs[i + 1]));
    }
    return List.copyOf(modes);
  }

  private static Map<Integer, Rotor> rotors() {
    Map<Integer, Rotor> all = new HashMap<>();
    all.put(1, new Rotor.Water(modes(3657.05, 1, 1594.75, 1, 3755.93, 1)));
    all.put(2, new Rotor.Linear(0.5, 0.390219, 1.3337e-7, modes(667.38, 2, 1333, 1, 2349.14, 1)));
    all.put(
        3,
        new Rotor.Asymmetric(
            0.5, 3.553666, 0.445283, 0.394752, modes(1103.14, 1, 700.93, 1, 1042.08, 1)));
    all.put(4, new Rotor.Linear(9, 0.419011, 1.7609e-7, modes(588.77, 2, 1284.90, 1, 2223.76, 1)));
    all.put(5, new Rotor.Linear(1, 1.92252902, 6.12147e-6, modes(2143.271, 1)));
    all.put(
        6,
        new Rotor.Asymmetric(
            16.0 / 12,
            5.24104,
            5.24104,
            5.24104,
            modes(2916.48, 1, 1533.33, 2, 3019.49, 3, 1310.76, 3)));
    all.put(7, new Rotor.Linear(1.5, 1.43767, 4.84e-6, modes(1556.38, 1)));
    all.put(
        9,
        new Rotor.Asymmetric(
            0.5, 2.02735, 0.344174, 0.293526, modes(1151.71, 1, 517.87, 1, 1362.06, 1)));
    all.put(
        10,
        new Rotor.Asymmetric(
            3, 8.00236, 0.433706, 0.410442, modes(1319.79, 1, 749.65, 1, 1616.85, 1)));
    all.put(
        11,
        new Rotor.Asymmetric(
            8.0, 9.94427, 9.94427, 6.22804, modes(3336.2, 1, 950.4, 1, 3443.8, 2, 1626.7, 2)));
    all.put(
        12,
        new Rotor.Asymmetric(
            6,
            0.433999,
            0.403609,
            0.208833,
            modes(
                3550, 1, 1709.57, 1, 1325.74, 1, 1303.52, 1, 879.11, 1, 646.83, 1, 580.30, 1,
                763.15, 1, 458.23, 1)));
    all.put(19, new Rotor.Linear(1, 0.202857, 4.34e-8, modes(858.97, 1, 520.42, 2, 2062.20, 1)));
    all.put(
        20,
        new Rotor.Asymmetric(
            2,
            9.40552,
            1.295431,
            1.134191,
            modes(2782.46, 1, 1746.01, 1, 1500.17, 1, 1167.26, 1, 2843.33, 1, 1249.10, 1)));
    all.put(22, new Rotor.Linear(4.5, 1.98957, 5.76e-6, modes(2329.91, 1)));
    all.put(23, new Rotor.Linear(6, 1.478222, 2.91e-6, modes(2096.85, 1, 711.98, 2, 3311.48, 1)));
    all.put(
        26,
        new Rotor.Linear(
            2, 1.176646, 1.627e-6, modes(3374, 1, 1974.32, 1, 3294.84, 1, 612.87, 2, 730.33, 2)));
    return Map.copyOf(all);
  }
}
