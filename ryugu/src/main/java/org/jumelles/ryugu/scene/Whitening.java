package org.jumelles.ryugu.scene;

import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.matrix.InverseFactor;

/// The inverse of a covariance's Cholesky factor.
final class Whitening {
  /// A band of which less than this part of its variance is its own is a mixture of the others.
  private static final double LEAST_OWN = 1e-12;

  private Whitening() {}

  /// M with M C M' = 1; lower triangular, its rows as long as they are needed, or longer.
  ///
  /// @throws MalformedDataException naming the band that varies not at all, or only as others do
  static double[][] inverseFactor(String source, String what, double[][] c) {
    return switch (InverseFactor.of(c, LEAST_OWN)) {
      case InverseFactor.Made.Whole(double[][] rows) -> rows;
      case InverseFactor.Made.Dependent(int band) ->
          throw new MalformedDataException(
              source,
              new Place.Path("good band " + (band + 1)),
              what,
              "bands that vary each on its own",
              c[band][band] > 0 ? "varies only as the bands before it do" : "does not vary at all");
    };
  }
}
