package org.jumelles.seis.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.formats.quakeml.Classification;
import org.jumelles.formats.quakeml.Comment;
import org.jumelles.formats.quakeml.Computation;
import org.jumelles.formats.quakeml.Estimate;
import org.jumelles.formats.quakeml.MarsLocationQuality;
import org.jumelles.formats.quakeml.Pdf;
import org.jumelles.formats.quakeml.Quantity;
import org.jumelles.formats.quakeml.Rest;
import org.jumelles.formats.quakeml.SingleStationOrigin;
import org.jumelles.formats.quakeml.Written;
import org.jumelles.seis.location.BackAzimuth;
import org.jumelles.seis.location.Density;
import org.jumelles.seis.location.Distance;
import org.jumelles.seis.location.Polarisation;

/// The densities of a solution in QuakeML's single-station extension.
final class SingleStation {
  private static final String AZIMUTH =
      SolutionQuakeMl.AUTHORITY + "algorithms/azimuth/polarisation";

  /// Of the greatest density: less is not written.
  private static final double WORTH_WRITING = 1e-6;

  private SingleStation() {}

  /// None where there is no distance.
  static Optional<SolutionQuakeMl.Densities> of(Solution solution, String tail, String originId) {
    return solution.distance().map(distance -> of(distance, solution, tail, originId));
  }

  private static SolutionQuakeMl.Densities of(
      Distance distance, Solution solution, String tail, String originId) {
    String base = SolutionQuakeMl.AUTHORITY;
    Computation far =
        computation(
            base + "distanceComputation/" + tail,
            distance.methodId(),
            String.format(
                Locale.ROOT,
                "68 %% lie within %.2f to %.2f degrees",
                distance.pdf().quantile(0.16),
                distance.pdf().quantile(0.84)));
    Optional<Computation> from =
        solution
            .backAzimuth()
            .map(a -> computation(base + "azimuthComputation/" + tail, AZIMUTH, said(a)));
    List<Estimate<Double>> azimuths =
        solution.backAzimuth().stream()
            .map(a -> estimate(base + "azimuth/" + tail, a.degrees(), a.pdf(), from))
            .toList();
    Rest preferred =
        Rest.NONE
            .with("preferredDistanceID", base + "distance/" + tail)
            .with("preferredOriginTimeID", base + "originTime/" + tail);
    SingleStationOrigin origin =
        new SingleStationOrigin(
            base + "singleStationOrigin/" + tail,
            originId,
            Optional.of(
                Classification.of(MarsLocationQuality.valueOf(solution.quality().value().name()))),
            List.of(
                estimate(
                    base + "distance/" + tail,
                    distance.degrees(),
                    distance.pdf(),
                    Optional.of(far))),
            azimuths,
            List.of(),
            List.of(
                new Estimate<>(
                    base + "originTime/" + tail,
                    Quantity.of(distance.originTime())
                        .withUncertainty(SolutionQuakeMl.round(distance.originSigmaSeconds())),
                    List.of(),
                    Rest.NONE)),
            azimuths.isEmpty()
                ? preferred
                : preferred.with("preferredAzimuthID", base + "azimuth/" + tail));
    return new SolutionQuakeMl.Densities(origin, Optional.of(far), from);
  }

  private static String said(BackAzimuth found) {
    Polarisation.Settings used = Polarisation.Settings.DEFAULT;
    return String.format(
        Locale.ROOT,
        "fmin=%s fmax=%s rectilinearity=%.2f incidence=%.0f",
        used.lowHz(),
        used.highHz(),
        found.rectilinearity(),
        found.incidenceDeg());
  }

  private static Computation computation(String id, String method, String comment) {
    return new Computation(
        id, List.of(Comment.of(comment)), Optional.empty(), Rest.NONE.with("methodID", method));
  }

  private static Estimate<Double> estimate(
      String id, double value, Density density, Optional<Computation> computation) {
    return new Estimate<>(
        id,
        Quantity.of(SolutionQuakeMl.round(value)).withPdf(pdf(density)),
        computation.stream()
            .map(
                one ->
                    new Estimate.Contribution(
                        one.publicID(), Optional.of(Written.real(1)), Rest.NONE))
            .toList(),
        Rest.NONE);
  }

  /// Where there is density, and one point of none on each side.
  private static Pdf<Double> pdf(Density density) {
    double[] values = density.density();
    double greatest = 0;
    for (double value : values) {
      greatest = Math.max(greatest, value);
    }
    int from = 0;
    int to = values.length - 1;
    while (from < to && values[from] < WORTH_WRITING * greatest) {
      from++;
    }
    while (to > from && values[to] < WORTH_WRITING * greatest) {
      to--;
    }
    List<Double> variable = new ArrayList<>();
    List<Double> probability = new ArrayList<>();
    for (int i = Math.max(0, from - 1); i <= Math.min(values.length - 1, to + 1); i++) {
      variable.add(SolutionQuakeMl.round(density.variable()[i]));
      probability.add(Double.valueOf(String.format(Locale.ROOT, "%.5e", values[i])));
    }
    return Pdf.of(variable, probability);
  }
}
