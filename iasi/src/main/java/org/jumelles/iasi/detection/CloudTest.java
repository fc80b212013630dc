package org.jumelles.iasi.detection;

import java.util.Locale;

/// One way to see cloud in a pixel. Each answers for itself; none is mixed with another.
public enum CloudTest {
  /// The imager's cloud fraction, per cent, is at most 25, as FORLI-CO wants it.
  IMAGER_FRACTION(25),

  /// The spread of the imager's 11 um temperature over the classes in the pixel is at most 1 K.
  IMAGER_HOMOGENEITY(1),

  /// The window at 900 cm-1 is at most 5 K colder than the surface that the caller knows.
  WINDOW(5),

  /// The outlier score of band 1 is at most 1.2.
  RESIDUAL(1.2);

  private final double threshold;

  CloudTest(double threshold) {
    this.threshold = threshold;
  }

  /// The greatest value of a clear pixel.
  public double threshold() {
    return threshold;
  }

  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What one test says of one pixel.
  public enum Answer {
    CLEAR,
    CLOUDY,
    /// What the test wants is not known for this pixel.
    NOT_RUN
  }

  /// @param value of this test's quantity; NaN where not known
  public Answer answer(double value) {
    if (Double.isNaN(value)) {
      return Answer.NOT_RUN;
    }
    return value <= threshold ? Answer.CLEAR : Answer.CLOUDY;
  }
}
