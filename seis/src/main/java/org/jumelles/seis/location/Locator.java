package org.jumelles.seis.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.seis.velocity.Arrival;
import org.jumelles.seis.velocity.TravelTimes;

/// Distances from S - P over a set of models, with tables made once. Safe for several threads.
///
/// p(model, depth, distance) = N exp(-1/2 ((tt - obs) / sigma)^2) x depth prior x model weight, N =
/// 1 / sqrt(2 pi sigma^2), tt and obs S - P in seconds, sigma^2 = sigma_P^2 + sigma_S^2 + (model
/// sigma x tt)^2 [Bose2017, Clinton2021].
public final class Locator {
  private static final double POINTS_PER_DEG = 10;
  private static final int COUNT = 1801;

  /// Beyond so many sigmas nothing is a distance.
  private static final double GREATEST_MISFIT = 4;

  private final LocationSettings settings;
  private final List<Column> columns = new ArrayList<>();
  private final double[] distanceDeg = new double[COUNT];

  /// P and S - P by distance at one depth of one model; NaN in shadows.
  @SuppressWarnings("ArrayRecordComponent") // made here, never changed, never a key
  private record Column(double weight, double[] pSeconds, double[] spSeconds) {}

  /// A model and how much it is believed.
  public record Weighted(TravelTimes times, double weight) {}

  private Locator(LocationSettings settings) {
    this.settings = settings;
    for (int i = 0; i < COUNT; i++) {
      distanceDeg[i] = i / POINTS_PER_DEG;
    }
  }

  /// Makes the tables: some tenths of a second a model.
  public static Locator of(List<Weighted> models, LocationSettings settings) {
    if (models.isEmpty()) {
      throw new IllegalArgumentException("no model");
    }
    Locator locator = new Locator(settings);
    for (Weighted model : models) {
      for (LocationSettings.Depth depth : settings.depths()) {
        if (depth.km() < model.times().profile().coreKm()) {
          locator.columns.add(locator.column(model, depth));
        }
      }
    }
    return locator;
  }

  private Column column(Weighted model, LocationSettings.Depth depth) {
    double[] p = new double[COUNT];
    double[] sp = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      Optional<Arrival> first = model.times().direct(false, distanceDeg[i], depth.km());
      Optional<Arrival> second = model.times().direct(true, distanceDeg[i], depth.km());
      p[i] = first.map(Arrival::seconds).orElse(Double.NaN);
      sp[i] = second.map(Arrival::seconds).orElse(Double.NaN) - p[i];
    }
    return new Column(model.weight() * depth.weight(), p, sp);
  }

  /// The distance; `Refused` where S does not follow P or no distance has such an S - P, `Doubtful`
  /// where the density runs into the rim of the tables.
  public Outcome<Distance> locate(Pick p, Pick s) {
    double observed = seconds(p.time(), s.time());
    if (!(observed > 0)) {
      return refused("S - P", "S " + s.time() + " is not after P " + p.time());
    }
    double variance = p.sigmaSeconds() * p.sigmaSeconds() + s.sigmaSeconds() * s.sigmaSeconds();
    double[] weights = new double[COUNT];
    double[] moments = new double[3];
    double least = Double.POSITIVE_INFINITY;
    for (Column column : columns) {
      for (int i = 0; i < COUNT; i++) {
        double expected = column.spSeconds[i];
        if (Double.isNaN(expected)) {
          continue;
        }
        double model = settings.modelSigma() * expected;
        double sigma = Math.sqrt(variance + model * model);
        double misfit = (expected - observed) / sigma;
        double density = column.weight / sigma * Math.exp(-0.5 * misfit * misfit);
        weights[i] += density;
        moments[0] += density;
        moments[1] += density * column.pSeconds[i];
        moments[2] += density * column.pSeconds[i] * column.pSeconds[i];
        least = Math.min(least, Math.abs(misfit));
      }
    }
    if (!(least < GREATEST_MISFIT) || !(moments[0] > 0)) {
      return refused("S - P", observed + " s, which no distance of these models has");
    }
    Distance found = distance(weights, moments, p, settings.methodId());
    return Outcome.of(found, rims(found));
  }

  /// The distance of an event of the high-frequency family, whose waves run through the crust.
  ///
  /// @param radiusKm of the planet
  public static Outcome<Distance> guided(
      Pick pg, Pick sg, double radiusKm, LocationSettings settings) {
    double observed = seconds(pg.time(), sg.time());
    if (!(observed > 0)) {
      return refused("Sg - Pg", "Sg " + sg.time() + " is not after Pg " + pg.time());
    }
    if (settings.guided().isEmpty()) {
      return refused("Sg - Pg", "the speeds of guided waves are not known on the body");
    }
    LocationSettings.Guided speeds = settings.guided().get();
    Locator grid = new Locator(settings);
    double[] p = new double[COUNT];
    double[] sp = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      p[i] = speeds.seconds(false, grid.distanceDeg[i], radiusKm);
      sp[i] = speeds.seconds(true, grid.distanceDeg[i], radiusKm) - p[i];
    }
    Locator crust =
        new Locator(
            new LocationSettings(
                settings.depths(), speeds.sigma(), Distance.GUIDED, settings.guided()));
    crust.columns.add(new Column(1, p, sp));
    return crust.locate(pg, sg);
  }

  private Distance distance(double[] weights, double[] moments, Pick p, String methodId) {
    double mean = moments[1] / moments[0];
    double spread = Math.max(0, moments[2] / moments[0] - mean * mean);
    return new Distance(
        Density.of(distanceDeg, weights),
        p.time().plusNanos(-Math.round(mean * 1e9)),
        Math.sqrt(spread + p.sigmaSeconds() * p.sigmaSeconds()),
        methodId);
  }

  /// The density at the last distance that has both waves should be small beside the greatest.
  private static List<Defect> rims(Distance found) {
    double[] density = found.pdf().density();
    double greatest = 0;
    int last = 0;
    for (int i = 0; i < density.length; i++) {
      greatest = Math.max(greatest, density[i]);
      last = density[i] > 0 ? i : last;
    }
    return density[last] > 0.1 * greatest
        ? List.of(
            defect(
                "distance",
                String.format(
                    java.util.Locale.ROOT,
                    "the density is cut at %.1f degrees, where a direct wave ends",
                    found.pdf().variable()[last])))
        : List.of();
  }

  private static double seconds(Moment from, Moment to) {
    return from.nanosUntil(to) * 1e-9;
  }

  private static Outcome<Distance> refused(String field, String found) {
    return new Outcome.Refused<>(defect(field, found));
  }

  private static Defect defect(String field, String found) {
    return new Defect("picks", new Place.Whole(), field, "Clinton 2021, distance by S - P", found);
  }
}
