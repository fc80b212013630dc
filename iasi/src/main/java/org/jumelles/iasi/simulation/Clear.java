package org.jumelles.iasi.simulation;

/// Makes the spectrum of one pixel before noise.
sealed interface Clear permits ParametricClear, BasisClear {
  /// Radiance of the pixel in W m-2 sr-1 (m-1)-1 as seen through the plumes above it.
  ///
  /// @param out one spectrum of zeros
  void radiance(int line, int pixel, Column column, float[] absorbed, int plumeLevel, float[] out);

  /// The level of a pixel without a plume.
  int NO_PLUME = -1;
}
