package org.jumelles.figure.chart;

/// The inside of one panel on the image: whole pixels and the two axes over them.
record Plot(Box box, Axis horizontal, Axis vertical) {
  /// @param x the leftmost pixel column inside
  /// @param y the uppermost pixel row inside
  record Box(int x, int y, int width, int height) {}

  double x(double value) {
    return box.x + horizontal.fraction(value) * box.width;
  }

  double y(double value) {
    return box.y + (1 - vertical.fraction(value)) * box.height;
  }

  /// The horizontal value at the left edge of a pixel column.
  double horizontalAt(int column) {
    return horizontal.value((column - box.x) / (double) box.width);
  }

  /// The vertical value at the upper edge of a pixel row.
  double verticalAt(int row) {
    return vertical.value(1 - (row - box.y) / (double) box.height);
  }
}
