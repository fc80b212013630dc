package org.jumelles.iasi.level3;

/// Cells of equal angle over the whole Earth.
///
/// @param stepDeg 0.05 to 30, and 180 must be a whole multiple of it
public record CellGrid(double stepDeg) {
  private static final double FINEST_DEG = 0.05;
  private static final double COARSEST_DEG = 30;

  public CellGrid {
    double rows = 180 / stepDeg;
    if (!(stepDeg >= FINEST_DEG && stepDeg <= COARSEST_DEG)
        || Math.abs(rows - Math.rint(rows)) > 1e-9) {
      throw new IllegalArgumentException(
          "a step of " + stepDeg + " degrees: wanted 0.05 to 30, and a whole part of 180");
    }
  }

  public int rows() {
    return (int) Math.rint(180 / stepDeg);
  }

  public int columns() {
    return 2 * rows();
  }

  /// The cell of a place, row by row from the south, in each from -180 eastwards.
  ///
  /// @param latitudeDeg -90 to 90
  /// @param longitudeDeg any; 360 degrees are the same place
  public int cell(double latitudeDeg, double longitudeDeg) {
    if (!(latitudeDeg >= -90 && latitudeDeg <= 90) || !Double.isFinite(longitudeDeg)) {
      throw new IllegalArgumentException("latitude " + latitudeDeg + ", longitude " + longitudeDeg);
    }
    int row = Math.min(rows() - 1, (int) ((latitudeDeg + 90) / stepDeg));
    double east = longitudeDeg + 180;
    double turned = east - 360 * Math.floor(east / 360);
    int column = Math.min(columns() - 1, (int) (turned / stepDeg));
    return row * columns() + column;
  }

  public double latitudeDeg(int row) {
    return -90 + (row + 0.5) * stepDeg;
  }

  public double longitudeDeg(int column) {
    return -180 + (column + 0.5) * stepDeg;
  }
}
