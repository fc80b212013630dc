package org.jumelles.iasi.retrieval;

import java.util.List;

/// Absorption of a window's gases at chosen wavenumbers (nodes), by pressure and temperature, and
/// the weights that make channels of nodes [Moncet2008]. Arrays are shared, not copied.
///
/// @param identity SHA-256 of everything it was made from: lines, continuum, window, method
/// @param made of which files and by which method, in words, in their order
/// @param wavenumberPerCm of the channels
/// @param nodesPerCm ascending
/// @param nodeOfChannel for each channel the indices of its nodes
/// @param weightOfChannel for each channel the weights of its nodes
/// @param gases HITRAN's numbers
/// @param pressuresHPa falling by one ratio
/// @param temperaturesK rising by one step
/// @param crossSections cm2 per molecule, by gas, pressure, temperature, node; water's at zero
/// share
/// @param perShare what water's cross-section gains per share of water in the air, with the
///     continuum; by pressure, temperature, node
/// @param error of brightness temperatures against line by line, on scenes that had no part in it
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record AbsorptionTable(
    String identity,
    List<String> made,
    double[] wavenumberPerCm,
    double[] nodesPerCm,
    int[][] nodeOfChannel,
    double[][] weightOfChannel,
    int[] gases,
    double[] pressuresHPa,
    double[] temperaturesK,
    float[][][][] crossSections,
    float[][][] perShare,
    TableError error) {
  static final int WATER = 1;

  public AbsorptionTable {
    made = List.copyOf(made);
  }

  /// How far a table is from line by line.
  ///
  /// @param scenes on which it was measured
  /// @param rmsK of all channels and scenes
  /// @param greatestK of one channel in one scene
  public record TableError(int scenes, double rmsK, double greatestK) {}

  /// The place of a gas in the table, or -1.
  public int indexOf(int molecule) {
    for (int g = 0; g < gases.length; g++) {
      if (gases[g] == molecule) {
        return g;
      }
    }
    return -1;
  }
}
