package org.jumelles.service.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.formats.quakeml.Arrival;
import org.jumelles.formats.quakeml.CreationInfo;
import org.jumelles.formats.quakeml.Estimate;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.Magnitude;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.Pdf;
import org.jumelles.formats.quakeml.Pick;
import org.jumelles.formats.quakeml.Quantity;
import org.jumelles.formats.quakeml.SingleStationOrigin;
import org.jumelles.formats.quakeml.Written;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Request;

/// An event as the page reads it: every origin with its picks, estimates and densities.
final class EventDetail {
  private final Archive archive;
  private final String operator;
  private final LocatedPicks located;

  /// @param operator who is the author of picks unless another is told
  EventDetail(Archive archive, String operator, Gate gate) {
    this.archive = archive;
    this.operator = operator;
    this.located = new LocatedPicks(archive, gate);
  }

  Map<String, Object> of(EventFile file, List<Map<String, Object>> saved, Request request)
      throws IOException {
    Event event = file.event();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", event.publicID());
    document.put("name", file.holding().shownName());
    document.put("type", file.holding().type());
    document.put("quality", file.holding().quality());
    document.put("start", Utc.text(file.holding().span().start()));
    document.put("end", Utc.text(file.holding().span().end()));
    document.put("product", file.holding().product().sha256Hex());
    document.put("operator", operator);
    document.put("station", station());
    document.put("magnitudes", event.magnitudes().stream().map(EventDetail::magnitude).toList());
    List<Map<String, Object>> origins = new ArrayList<>();
    for (Origin origin : event.origins()) {
      origins.add(origin(event, origin, file));
    }
    origins.addAll(located.beside(file, saved, request));
    document.put("origins", origins);
    return document;
  }

  /// Where a station of the archive stands; nothing where none is told.
  private Optional<Map<String, Object>> station() {
    return archive.entries(Query.all("channel")).stream()
        .filter(found -> found.entry().attributes().containsKey("latitude"))
        .findFirst()
        .map(
            found ->
                Map.of(
                    "latitude",
                    Double.parseDouble(found.entry().attributes().getOrDefault("latitude", "0")),
                    "longitude",
                    Double.parseDouble(found.entry().attributes().getOrDefault("longitude", "0"))));
  }

  static Map<String, Object> origin(Event event, Origin origin, EventFile file) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", origin.publicID());
    one.put("preferred", event.preferredOriginID().map(origin.publicID()::equals).orElse(false));
    one.put("mode", origin.evaluationMode());
    creation(one, origin.creationInfo());
    one.put("time", time(origin.time()));
    one.put("latitude", number(origin.latitude()));
    one.put("longitude", number(origin.longitude()));
    one.put("quality", origin.marsLocationQuality().map(Enum::name));
    Optional<SingleStationOrigin> single =
        file.document().singleStation().flatMap(parameters -> parameters.of(origin));
    one.put("distance", single.flatMap(s -> any(s.preferredDistance(), s.distances(), false)));
    one.put("azimuth", single.flatMap(s -> any(s.preferredAzimuth(), s.azimuths(), true)));
    one.put("picks", picks(event, origin));
    return one;
  }

  private static Optional<Map<String, Object>> any(
      Optional<Estimate<Double>> preferred, List<Estimate<Double>> all, boolean isAngle) {
    return preferred
        .or(() -> all.stream().findFirst())
        .map(
            estimate -> {
              Map<String, Object> one = number(estimate.quantity());
              Optional<Pdf<Double>> pdf = estimate.quantity().pdf();
              if (one.get("sigma") instanceof Optional<?> told && told.isEmpty()) {
                one.put("sigma", pdf.flatMap(p -> spread(p, estimate.quantity().value(), isAngle)));
              }
              one.put("x", pdf.map(p -> p.variable().value()).orElse(List.of()));
              one.put("probability", pdf.map(p -> p.probability().value()).orElse(List.of()));
              return one;
            });
  }

  /// The square root of a density's second moment about a value, where no uncertainty is told.
  ///
  /// @param isAngle whether 360 degrees on is the same
  private static Optional<Double> spread(Pdf<Double> pdf, double about, boolean isAngle) {
    List<Double> x = pdf.variable().value();
    List<Double> p = pdf.probability().value();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i + 1 < Math.min(x.size(), p.size()); i++) {
      double share = (x.get(i + 1) - x.get(i)) * (p.get(i) + p.get(i + 1)) / 2;
      double off = (x.get(i) + x.get(i + 1)) / 2 - about;
      double nearest = isAngle ? Math.IEEEremainder(off, 360) : off;
      sum += share;
      squares += share * nearest * nearest;
    }
    return sum > 0 ? Optional.of(Math.sqrt(squares / sum)) : Optional.empty();
  }

  private static List<Map<String, Object>> picks(Event event, Origin origin) {
    List<Map<String, Object>> picks = new ArrayList<>();
    for (Arrival arrival : origin.arrivals()) {
      event.picks().stream()
          .filter(pick -> pick.publicID().equals(arrival.pickID()))
          .findFirst()
          .ifPresent(pick -> picks.add(pick(pick, arrival.phase())));
    }
    if (picks.isEmpty()) {
      event.picks().forEach(pick -> picks.add(pick(pick, pick.phaseHint().orElse("?"))));
    }
    return picks;
  }

  private static Map<String, Object> pick(Pick pick, String phase) {
    Map<String, Object> one = time(pick.time());
    one.put("phase", phase);
    one.put("mode", pick.evaluationMode());
    return one;
  }

  private static Map<String, Object> magnitude(Magnitude magnitude) {
    Map<String, Object> one = number(magnitude.mag());
    one.put("type", magnitude.type().orElse(""));
    return one;
  }

  static void creation(Map<String, Object> into, Optional<CreationInfo> info) {
    into.put(
        "author",
        info.flatMap(CreationInfo::author).or(() -> info.flatMap(CreationInfo::agencyID)));
    into.put(
        "created",
        info.flatMap(CreationInfo::creationTime).map(written -> Utc.text(written.value())));
  }

  private static Map<String, Object> number(Quantity<Double> quantity) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("value", quantity.value());
    sigma(one, quantity);
    return one;
  }

  private static Map<String, Object> time(Quantity<Moment> quantity) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("time", Utc.text(quantity.value()));
    sigma(one, quantity);
    return one;
  }

  /// The wider side stands for both where they differ.
  private static void sigma(Map<String, Object> into, Quantity<?> quantity) {
    Optional<Double> symmetric = quantity.uncertainty().map(Written::value);
    Optional<Double> lower = quantity.lowerUncertainty().map(Written::value);
    Optional<Double> upper = quantity.upperUncertainty().map(Written::value);
    into.put(
        "sigma",
        symmetric.or(
            () ->
                lower
                    .flatMap(l -> upper.map(u -> Math.max(l, u)))
                    .or(() -> lower)
                    .or(() -> upper)));
  }
}
