package org.jumelles.ryugu.scene;

import org.jumelles.ryugu.matrix.Projection;
import org.jumelles.ryugu.matrix.Scatter;

/// The coordinates that vertex component analysis looks for corners in [NascimentoDias2005]: where
/// the signal is strong, spectra seen from the origin on a plane; else principal components with a
/// constant for the last.
public final class VertexCoordinates {
  private final Projection projection;
  private final double[] centre;
  private final double signalToNoiseDb;
  private final boolean strong;
  private final int count;

  private VertexCoordinates(Projection projection, double[] centre, double db, int count) {
    this.projection = projection;
    this.centre = centre;
    this.signalToNoiseDb = db;
    this.count = count;
    strong = centre.length > 0;
  }

  /// @param count how many corners will be looked for, two or more
  public static VertexCoordinates of(String source, Scatter scatter, int count) {
    Components components = Components.principal(source, scatter);
    int bands = components.mean().length;
    double mean = 0;
    for (double m : components.mean()) {
      mean += m * m;
    }
    double part = (scatter.count() - 1.0) / scatter.count();
    double all = components.trace() * part + mean;
    double kept = mean;
    for (int i = 0; i < count; i++) {
      kept += Math.max(0, components.eigenvalues()[i]) * part;
    }
    double noise = Math.max(all - kept, 1e-300);
    double db = 10 * Math.log10(Math.max((kept - all * count / bands) / noise, 1e-30));
    if (db <= 15 + 10 * Math.log10(count)) {
      return new VertexCoordinates(components.projection(count - 1), new double[0], db, count);
    }
    Eigen eigen = Eigen.of(scatter.secondMoment());
    double[][] matrix = new double[bands][count];
    double[] centre = new double[count];
    for (int k = 0; k < bands; k++) {
      for (int c = 0; c < count; c++) {
        matrix[k][c] = eigen.vectors()[c][k];
        centre[c] += matrix[k][c] * components.mean()[k];
      }
    }
    return new VertexCoordinates(new Projection(new double[bands], matrix), centre, db, count);
  }

  /// What was taken for signal over what was taken for noise.
  public double signalToNoiseDb() {
    return signalToNoiseDb;
  }

  /// Coordinates of each spectrum, one after another; the last is zero, to be set by
  /// [#level], where the signal is weak. NaN where a value is none, or the spectrum is dark.
  public double[] of(double[] spectra, int number) {
    double[][] rows = projection.of(spectra, number);
    double[] y = new double[number * count];
    for (int i = 0; i < number; i++) {
      double scale = 1;
      if (strong) {
        double along = 0;
        for (int c = 0; c < count; c++) {
          along += rows[i][c] * centre[c];
        }
        scale = along > 0 ? 1 / along : Double.NaN;
      }
      for (int c = 0; c < rows[i].length; c++) {
        y[i * count + c] = rows[i][c] * scale;
      }
    }
    return y;
  }

  /// Sets the last coordinate of all to the greatest length, where the signal is weak.
  public void level(double[] y) {
    if (strong) {
      return;
    }
    double most = 0;
    for (int i = 0; i < y.length; i += count) {
      double square = 0;
      for (int c = 0; c < count - 1; c++) {
        square += y[i + c] * y[i + c];
      }
      most = square > most ? square : most;
    }
    double length = Math.sqrt(most);
    for (int i = count - 1; i < y.length; i += count) {
      y[i] = length;
    }
  }
}
