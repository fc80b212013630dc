package org.jumelles.seis.picking;

import java.util.List;
import java.util.Optional;

/// Noise, a line from the first onset on, another from the second on: the two instants that explain
/// the logarithms of power best, over all series together.
///
/// log L = sum over the series of -k n / 2 log(RSS / n), k the share of independent seconds. The
/// onsets' sigmas are the spread of L over all pairs of instants.
final class TwoOnsets {
  private static final int LEAST_APART = 15;
  private static final int LEAST_TAIL = 25;
  private static final int GREATEST_APART = 720;

  /// Two onsets have five numbers more a series than one.
  private static final double LEAST_GAIN = 5;

  private final List<PowerSeries> series;
  private final int firstFrom;
  private final int firstTo;
  private final int end;

  private TwoOnsets(List<PowerSeries> series, int firstFrom, int firstTo, int end) {
    this.series = series;
    this.firstFrom = firstFrom;
    this.firstTo = firstTo;
    this.end = end;
  }

  /// @param logRise of the power, right of the onset over left of it, by the lines
  /// @param searchedSeconds length of the window that it was looked for in
  /// @param isAtRim of that window, where the best is no maximum
  record Onset(
      double second,
      double sigmaSeconds,
      double gain,
      double logRise,
      double searchedSeconds,
      boolean isAtRim) {}

  record Found(Onset first, Optional<Onset> second) {}

  /// One place in the grid of instants; `second` is the end for a lone onset.
  private record Place(int first, int second, double logLikelihood) {}

  /// None where no onset rises.
  static Optional<Found> of(List<PowerSeries> series, int firstFrom, int firstTo, int end) {
    int last = Math.min(firstTo, end - LEAST_TAIL);
    return last <= firstFrom
        ? Optional.empty()
        : new TwoOnsets(series, firstFrom, last, end).found();
  }

  private Optional<Found> found() {
    double none = flat();
    Place one = best(false);
    Place two = best(true);
    if (one.logLikelihood == Double.NEGATIVE_INFINITY) {
      return Optional.empty();
    }
    boolean isTwo = two.logLikelihood - one.logLikelihood >= LEAST_GAIN;
    if (!isTwo) {
      double[] spread = spread(one, false);
      return Optional.of(
          new Found(
              onset(
                  one.first,
                  spread[0],
                  one.logLikelihood - none,
                  rise(one, true),
                  firstTo - firstFrom,
                  one.first <= firstFrom || one.first >= firstTo - 1),
              Optional.empty()));
    }
    double[] spread = spread(two, true);
    double withoutFirst = bestWithSecond(two.second);
    return Optional.of(
        new Found(
            onset(
                two.first,
                spread[0],
                two.logLikelihood - withoutFirst,
                rise(two, true),
                firstTo - firstFrom,
                isAtRim(two)),
            Optional.of(
                onset(
                    two.second,
                    spread[1],
                    two.logLikelihood - one.logLikelihood,
                    rise(two, false),
                    Math.min(two.first + GREATEST_APART, end - LEAST_TAIL)
                        - two.first
                        - LEAST_APART,
                    isAtRim(two)))));
  }

  /// A pair as near to each other, as far or as early as is searched for: more may lie beyond.
  private boolean isAtRim(Place two) {
    return two.first <= firstFrom
        || two.first >= firstTo - 1
        || two.second <= two.first + LEAST_APART
        || two.second >= Math.min(two.first + GREATEST_APART, end - LEAST_TAIL) - 1;
  }

  private static Onset onset(
      int at, double spread, double gain, double logRise, double searched, boolean isAtRim) {
    return new Onset(at, spread, gain, logRise, searched, isAtRim);
  }

  private double flat() {
    double sum = 0;
    for (PowerSeries one : series) {
      sum += logLikelihood(one, one.log().aboutMean(0, end));
    }
    return sum;
  }

  /// With the onset at the second alone.
  private double bestWithSecond(int second) {
    return logLikelihood(second, end);
  }

  private Place best(boolean isTwo) {
    Place best = new Place(firstFrom, end, Double.NEGATIVE_INFINITY);
    for (int first = firstFrom; first < firstTo; first++) {
      int from = isTwo ? first + LEAST_APART : end;
      int to = isTwo ? Math.min(first + GREATEST_APART, end - LEAST_TAIL) : end + 1;
      for (int second = from; second < to; second++) {
        double value = logLikelihood(first, second);
        if (value > best.logLikelihood && rises(first, second, isTwo)) {
          best = new Place(first, second, value);
        }
      }
    }
    return best;
  }

  private boolean rises(int first, int second, boolean isTwo) {
    Place place = new Place(first, second, 0);
    return rise(place, true) > 0 && (!isTwo || rise(place, false) > 0);
  }

  private double logLikelihood(int first, int second) {
    double sum = 0;
    for (PowerSeries one : series) {
      Segments log = one.log();
      double squares = log.aboutMean(0, first) + log.aboutLine(first, second);
      if (second < end) {
        squares += log.aboutLine(second, end);
      }
      sum += logLikelihood(one, squares);
    }
    return sum;
  }

  private double logLikelihood(PowerSeries one, double squares) {
    double n = one.log().count(0, end);
    return n < 10 ? 0 : -0.5 * one.independence() * n * Math.log(Math.max(squares / n, 1e-12));
  }

  /// Mean over the series that show the phase: the vertical for the first, the horizontals for the
  /// second; the greatest of the bands counts, as an event need not have all.
  private double rise(Place place, boolean isFirst) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (PowerSeries one : series) {
      if (isFirst ? one.isVertical() : one.isHorizontal()) {
        Segments log = one.log();
        double rise =
            isFirst
                ? log.lineAt(place.first, place.second, place.first) - log.mean(0, place.first)
                : log.lineAt(place.second, end, place.second)
                    - log.lineAt(place.first, place.second, place.second);
        greatest = rise > greatest ? rise : greatest;
      }
    }
    return greatest;
  }

  /// Root mean square of both onsets about the best, weighted by the likelihood.
  private double[] spread(Place best, boolean isTwo) {
    double sum = 0;
    double first = 0;
    double second = 0;
    for (int p = firstFrom; p < firstTo; p++) {
      int from = isTwo ? p + LEAST_APART : end;
      int to = isTwo ? Math.min(p + GREATEST_APART, end - LEAST_TAIL) : end + 1;
      for (int s = from; s < to; s++) {
        double gap = logLikelihood(p, s) - best.logLikelihood;
        if (gap > -12 && rises(p, s, isTwo)) {
          double weight = Math.exp(gap);
          sum += weight;
          first += weight * (p - best.first) * (p - best.first);
          second += weight * (s - best.second) * (s - best.second);
        }
      }
    }
    return new double[] {Math.sqrt(first / sum), Math.sqrt(second / sum)};
  }
}
