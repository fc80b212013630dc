package org.jumelles.seis.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.trace.Trace;

/// Back azimuth from the polarisation of P in up, north and east.
///
/// At each time and frequency near P the three components' Morlet coefficients give a spectral
/// matrix, smoothed over time; its degree of polarisation [Samson1980], and the direction, the
/// rectilinearity and the incidence of its first vector. P moves the ground up and away from the
/// source or down and towards it: the vector that points up tells which of the two opposite
/// directions it is. Each cell adds a bell to the density over azimuth, weighted by what it is
/// worth.
public final class Polarisation {
  private static final int GRID = 361;

  private Polarisation() {}

  /// What is looked at, and how sharply.
  ///
  /// @param beforeSeconds of P where the window begins
  /// @param afterSeconds of P where it ends
  /// @param bellDeg sigma of the bell that each cell adds
  /// @param leastPolarisation below which a cell counts nothing
  public record Settings(
      double lowHz,
      double highHz,
      double beforeSeconds,
      double afterSeconds,
      double bellDeg,
      double leastPolarisation) {
    /// Chosen on S0173a and S1133c, and frozen: see `docs/location.md`.
    public static final Settings DEFAULT = new Settings(0.3, 1, 1, 4, 8, 0.5);

    public Settings {
      if (!(lowHz > 0 && highHz > lowHz && afterSeconds > -beforeSeconds && bellDeg > 0)) {
        throw new IllegalArgumentException(lowHz + " to " + highHz + " Hz, bell " + bellDeg);
      }
    }
  }

  /// The back azimuth; `Refused` where the components do not cover the window or nothing in it is
  /// polarised, `Doubtful` where the direction is not told from its opposite or hardly at all.
  ///
  /// @param z up, `n` north and `e` east: ground motion of one unit, one rate, in step
  public static Outcome<BackAzimuth> backAzimuth(
      Trace z, Trace n, Trace e, Moment p, Settings settings) {
    double rateHz = z.samplingRateHz();
    for (Trace other : List.of(n, e)) {
      long apart = Math.abs(z.start().nanosUntil(other.start()));
      if (other.samplingRateHz() != rateHz || apart > 0.5e9 / rateHz) {
        return refused("components", z.id().nslc() + " and " + other.id().nslc() + " not in step");
      }
    }
    if (settings.highHz() > 0.4 * rateHz) {
      return refused("sampling rate", rateHz + " Hz for a band up to " + settings.highHz() + " Hz");
    }
    int onset = Math.clamp(z.sampling().nearest(p), Integer.MIN_VALUE, Integer.MAX_VALUE);
    int from = onset - (int) (settings.beforeSeconds() * rateHz);
    int to = onset + (int) (settings.afterSeconds() * rateHz);
    int count = Math.min(z.count(), Math.min(n.count(), e.count()));
    int margin = (int) (Cells.reachSeconds(settings.lowHz()) * rateHz);
    if (onset < 0 || from - margin < 0 || to + margin > count) {
      return refused(
          "window", "P at " + p + "; " + margin / rateHz + " s around its window are wanted");
    }
    double[][] samples = {z.samples(), n.samples(), e.samples()};
    for (double[] component : samples) {
      for (int i = from - margin; i < to + margin; i++) {
        if (!Double.isFinite(component[i])) {
          return refused("samples", component[i] + " near P");
        }
      }
    }
    return density(Cells.of(samples, from, to, rateHz, settings), settings);
  }

  private static Outcome<BackAzimuth> density(List<Cells.Cell> cells, Settings settings) {
    double[] grid = new double[GRID];
    double[] weights = new double[GRID];
    double[] means = new double[4];
    for (int i = 0; i < GRID; i++) {
      grid[i] = i;
    }
    for (Cells.Cell cell : cells) {
      double weight =
          cell.degreeOfPolarisation() < settings.leastPolarisation() ? 0 : cell.weight();
      means[0] += weight;
      means[1] += weight * cell.rectilinearity();
      means[2] += weight * cell.incidenceDeg();
      means[3] += weight * cell.degreeOfPolarisation();
      for (int i = 0; i < GRID && weight > 0; i++) {
        double apart = Math.IEEEremainder(i - cell.backAzimuthDeg(), 360) / settings.bellDeg();
        weights[i] += weight * Math.exp(-0.5 * apart * apart);
      }
    }
    if (!(means[0] > 0)) {
      return refused("polarisation", "nothing polarised in the window");
    }
    Density pdf = Density.of(grid, weights);
    Density centred = centred(pdf);
    double median = centred.median();
    double opposite = centred.shareBelow(median - 90) + 1 - centred.shareBelow(median + 90);
    BackAzimuth found =
        new BackAzimuth(
            pdf,
            (median + 360) % 360,
            centred.sigma(),
            means[1] / means[0],
            means[2] / means[0],
            means[3] / means[0],
            opposite);
    return Outcome.of(found, doubts(found));
  }

  /// The same density from 180 degrees before its maximum to 180 after.
  private static Density centred(Density pdf) {
    int middle = (int) pdf.maximum();
    double[] grid = new double[GRID];
    double[] density = new double[GRID];
    for (int i = 0; i < GRID; i++) {
      grid[i] = middle - 180 + i;
      density[i] = pdf.density()[Math.floorMod(middle - 180 + i, 360)];
    }
    return Density.of(grid, density);
  }

  private static List<Defect> doubts(BackAzimuth found) {
    List<Defect> doubts = new ArrayList<>();
    if (found.oppositeShare() > 0.25) {
      doubts.add(
          defect(
              "ambiguity",
              String.format(
                  Locale.ROOT,
                  "%.0f %% of the density lies on the opposite side",
                  100 * found.oppositeShare())));
    }
    if (found.sigmaDeg() > 50) {
      doubts.add(
          defect(
              "sigma", String.format(Locale.ROOT, "%.0f degrees: no direction", found.sigmaDeg())));
    }
    return doubts;
  }

  private static Outcome<BackAzimuth> refused(String field, String found) {
    return new Outcome.Refused<>(defect(field, found));
  }

  private static Defect defect(String field, String found) {
    return new Defect("motion", new Place.Whole(), field, "Samson 1980, polarisation", found);
  }
}
