package org.jumelles.formats.hitran;

import java.util.HashMap;
import java.util.Map;

/// Facts of the isotopologues that absorb in the infrared: their atoms, and the abundances that
/// HITRAN puts into its strengths [Gordon2022]. Masses are sums of atomic masses [Wang2021].
final class IsotopologueTable {
  private static final Map<String, Double> ATOMS =
      Map.ofEntries(
          Map.entry("1H", 1.00782503),
          Map.entry("2H", 2.01410178),
          Map.entry("12C", 12.0),
          Map.entry("13C", 13.00335484),
          Map.entry("14N", 14.00307400),
          Map.entry("15N", 15.00010890),
          Map.entry("16O", 15.99491462),
          Map.entry("17O", 16.99913176),
          Map.entry("18O", 17.99915961),
          Map.entry("19F", 18.99840316),
          Map.entry("32S", 31.97207117),
          Map.entry("33S", 32.97145891),
          Map.entry("34S", 33.96786700),
          Map.entry("35Cl", 34.96885268),
          Map.entry("37Cl", 36.96590260));

  /// Molecule, number, code, atoms, abundance.
  private static final String TABLE =
      """
      1 1 161 1H,1H,16O .997317
      1 2 181 1H,1H,18O 1.99983e-3
      1 3 171 1H,1H,17O 3.71884e-4
      1 4 162 1H,2H,16O 3.10693e-4
      1 5 182 1H,2H,18O 6.23003e-7
      1 6 172 1H,2H,17O 1.15853e-7
      1 7 262 2H,2H,16O 2.41970e-8
      2 1 626 12C,16O,16O .984204
      2 2 636 13C,16O,16O 1.10574e-2
      2 3 628 12C,16O,18O 3.94707e-3
      2 4 627 12C,16O,17O 7.33989e-4
      2 5 638 13C,16O,18O 4.43446e-5
      2 6 637 13C,16O,17O 8.24623e-6
      2 7 828 12C,18O,18O 3.95734e-6
      2 8 827 12C,18O,17O 1.47180e-6
      2 9 727 12C,17O,17O 1.36847e-7
      2 10 838 13C,18O,18O 4.44600e-8
      2 11 837 13C,18O,17O 1.65354e-8
      2 12 737 13C,17O,17O 1.53745e-9
      3 1 666 16O,16O,16O .992901
      3 2 668 16O,16O,18O 3.98194e-3
      3 3 686 16O,18O,16O 1.99097e-3
      3 4 667 16O,16O,17O 7.40475e-4
      3 5 676 16O,17O,16O 3.70237e-4
      4 1 446 14N,14N,16O .990333
      4 2 456 14N,15N,16O 3.64093e-3
      4 3 546 15N,14N,16O 3.64093e-3
      4 4 448 14N,14N,18O 1.98582e-3
      4 5 447 14N,14N,17O 3.69280e-4
      5 1 26 12C,16O .986544
      5 2 36 13C,16O 1.10836e-2
      5 3 28 12C,18O 1.97822e-3
      5 4 27 12C,17O 3.67867e-4
      5 5 38 13C,18O 2.22250e-5
      5 6 37 13C,17O 4.13292e-6
      6 1 211 12C,1H,1H,1H,1H .988274
      6 2 311 13C,1H,1H,1H,1H 1.11031e-2
      6 3 212 12C,1H,1H,1H,2H 6.15751e-4
      6 4 312 13C,1H,1H,1H,2H 6.91785e-6
      7 1 66 16O,16O .995262
      7 2 68 16O,18O 3.99141e-3
      7 3 67 16O,17O 7.42235e-4
      8 1 46 14N,16O .993974
      8 2 56 15N,16O 3.65431e-3
      8 3 48 14N,18O 1.99312e-3
      9 1 626 32S,16O,16O .945678
      9 2 646 34S,16O,16O 4.19503e-2
      10 1 646 14N,16O,16O .991616
      11 1 4111 14N,1H,1H,1H .9958716
      11 2 5111 15N,1H,1H,1H 3.66129e-3
      12 1 146 1H,14N,16O,16O,16O .989110
      12 2 156 1H,15N,16O,16O,16O 3.63600e-3
      19 1 622 16O,12C,32S .937395
      19 2 624 16O,12C,34S 4.15828e-2
      19 3 632 16O,13C,32S 1.05315e-2
      19 4 623 16O,12C,33S 7.39908e-3
      19 5 822 18O,12C,32S 1.87967e-3
      20 1 126 1H,1H,12C,16O .986237
      22 1 44 14N,14N .992687
      23 1 124 1H,12C,14N .985114
      23 2 134 1H,13C,14N 1.10676e-2
      26 1 1221 12C,12C,1H,1H .977599
      26 2 1231 12C,13C,1H,1H 2.19663e-2
      32 1 126 1H,12C,16O,16O,1H .983898
      """;

  private IsotopologueTable() {}

  static Map<Integer, Isotopologue> read() {
    Map<Integer, Isotopologue> all = new HashMap<>();
    for (String row : TABLE.strip().split("\n", -1)) {
      String[] cells = row.strip().split(" ", -1);
      int molecule = Integer.parseInt(cells[0]);
      int number = Integer.parseInt(cells[1]);
      double mass = 0;
      for (String atom : cells[3].split(",", -1)) {
        Double one = ATOMS.get(atom);
        if (one == null) {
          throw new AssertionError("no mass of " + atom);
        }
        mass += one;
      }
      all.put(
          Isotopologue.key(molecule, number),
          new Isotopologue(molecule, number, cells[2], mass, Double.parseDouble(cells[4])));
    }
    return Map.copyOf(all);
  }
}
