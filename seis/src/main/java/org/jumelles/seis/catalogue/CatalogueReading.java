package org.jumelles.seis.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.EventDescription;
import org.jumelles.formats.quakeml.Magnitude;
import org.jumelles.formats.quakeml.MarsEventType;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.Pick;
import org.jumelles.formats.quakeml.Quantity;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.formats.quakeml.SingleStationOrigin;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.catalogue.CatalogueRow.PickedTime;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Quality;

/// Rows from QuakeML.
public final class CatalogueReading {
  private CatalogueReading() {}

  /// A row for each event that has an origin, in the order of the document.
  public static List<CatalogueRow> ofQuakeMl(QuakeMlDocument document) {
    List<CatalogueRow> rows = new ArrayList<>();
    for (Event event : document.eventParameters().events()) {
      event
          .preferredOrigin()
          .ifPresent(
              origin ->
                  rows.add(
                      row(
                          event,
                          origin,
                          document.singleStation().flatMap(all -> all.of(origin)),
                          type(event, document))));
    }
    return rows;
  }

  private static Optional<EventType> type(Event event, QuakeMlDocument document) {
    return event
        .marsType()
        .or(() -> document.marsquake().flatMap(all -> all.of(event)).flatMap(m -> m.marsType()))
        .map(MarsEventType::name)
        .map(EventType::valueOf);
  }

  private static CatalogueRow row(
      Event event, Origin origin, Optional<SingleStationOrigin> station, Optional<EventType> type) {
    Map<String, PickedTime> picks = picks(event, origin);
    Optional<Quantity<Double>> distance =
        station.flatMap(SingleStationOrigin::preferredDistance).map(one -> one.quantity());
    Optional<Quantity<Double>> azimuth =
        station.flatMap(SingleStationOrigin::preferredAzimuth).map(one -> one.quantity());
    boolean isPlaced = azimuth.isPresent() && distance.isPresent();
    Optional<Magnitude> magnitude = event.preferredMagnitude();
    return new CatalogueRow(
        event.publicID(),
        event.described(EventDescription.EARTHQUAKE_NAME).orElse(event.publicID()),
        type,
        origin.marsLocationQuality().map(quality -> Quality.valueOf(quality.name())),
        origin.time().value(),
        span(picks),
        value(distance),
        sigma(distance),
        value(azimuth),
        sigma(azimuth),
        isPlaced ? OptionalDouble.of(origin.latitude().value()) : OptionalDouble.empty(),
        isPlaced ? OptionalDouble.of(origin.longitude().value()) : OptionalDouble.empty(),
        origin
            .depth()
            .map(depth -> OptionalDouble.of(depth.value() / 1000))
            .orElse(OptionalDouble.empty()),
        value(magnitude.map(Magnitude::mag)),
        magnitude.flatMap(Magnitude::type),
        picks);
  }

  /// Those of the origin where it tells them, else all; the first of each phase.
  private static Map<String, PickedTime> picks(Event event, Origin origin) {
    List<String> own = origin.arrivals().stream().map(arrival -> arrival.pickID()).toList();
    Map<String, PickedTime> picks = new LinkedHashMap<>();
    for (boolean isOwn : new boolean[] {true, false}) {
      for (Pick pick : event.picks()) {
        if (own.contains(pick.publicID()) == isOwn) {
          pick.phaseHint()
              .ifPresent(
                  phase ->
                      picks.putIfAbsent(
                          phase, new PickedTime(pick.time().value(), sigma(pick.time()))));
        }
      }
    }
    return picks;
  }

  static Optional<Span> span(Map<String, PickedTime> picks) {
    Optional<Moment> start = Optional.ofNullable(picks.get("start")).map(PickedTime::time);
    Optional<Moment> end = Optional.ofNullable(picks.get("end")).map(PickedTime::time);
    return start.isPresent() && end.isPresent() && !end.get().isBefore(start.get())
        ? Optional.of(new Span(start.get(), end.get()))
        : Optional.empty();
  }

  private static OptionalDouble value(Optional<Quantity<Double>> quantity) {
    return quantity.map(q -> OptionalDouble.of(q.value())).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble sigma(Optional<Quantity<Double>> quantity) {
    return quantity.map(CatalogueReading::sigma).orElse(OptionalDouble.empty());
  }

  /// The uncertainty, the mean of both sides, or half of what the density has between 16 and 84 %.
  private static OptionalDouble sigma(Quantity<?> quantity) {
    if (quantity.uncertainty().isPresent()) {
      return OptionalDouble.of(quantity.uncertainty().get().value());
    }
    if (quantity.lowerUncertainty().isPresent() && quantity.upperUncertainty().isPresent()) {
      return OptionalDouble.of(
          0.5
              * (quantity.lowerUncertainty().get().value()
                  + quantity.upperUncertainty().get().value()));
    }
    return quantity.pdf().map(CatalogueReading::spread).orElse(OptionalDouble.empty());
  }

  private static OptionalDouble spread(org.jumelles.formats.quakeml.Pdf<?> pdf) {
    List<?> variable = pdf.variable().value();
    List<Double> density = pdf.probability().value();
    double[] share = new double[density.size()];
    for (int i = 1; i < share.length; i++) {
      if (!(variable.get(i) instanceof Double to)
          || !(variable.get(i - 1) instanceof Double from)) {
        return OptionalDouble.empty();
      }
      double part = 0.5 * (density.get(i) + density.get(i - 1)) * (to - from);
      share[i] = share[i - 1] + Math.max(0, part);
    }
    double all = share.length == 0 ? 0 : share[share.length - 1];
    if (!(all > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        0.5 * (place(variable, share, 0.84 * all) - place(variable, share, 0.16 * all)));
  }

  private static double place(List<?> variable, double[] share, double wanted) {
    int i = 1;
    while (i < share.length - 1 && share[i] < wanted) {
      i++;
    }
    double from = variable.get(i - 1) instanceof Double value ? value : Double.NaN;
    double to = variable.get(i) instanceof Double value ? value : Double.NaN;
    double part = share[i] - share[i - 1];
    return part > 0 ? from + (to - from) * (wanted - share[i - 1]) / part : to;
  }
}
