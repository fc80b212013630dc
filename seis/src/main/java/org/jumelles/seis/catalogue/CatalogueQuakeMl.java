package org.jumelles.seis.catalogue;

import java.util.List;
import org.jumelles.formats.quakeml.Event;
import org.jumelles.formats.quakeml.EventDescription;
import org.jumelles.formats.quakeml.EventParameters;
import org.jumelles.formats.quakeml.Magnitude;
import org.jumelles.formats.quakeml.MarsEventType;
import org.jumelles.formats.quakeml.MarsLocationQuality;
import org.jumelles.formats.quakeml.Origin;
import org.jumelles.formats.quakeml.Pick;
import org.jumelles.formats.quakeml.Quantity;
import org.jumelles.formats.quakeml.QuakeMlDocument;
import org.jumelles.formats.quakeml.WaveformStreamID;
import org.jumelles.kernel.time.Moment;

/// Rows as QuakeML: what a row holds, and no density, which it has none of.
public final class CatalogueQuakeMl {
  private static final String AUTHORITY = "smi:org.jumelles/catalogue/";

  private CatalogueQuakeMl() {}

  /// @param network of the station that picked, as `station`
  /// @param stationLatitudeDeg the place of events without an epicentre, as `stationLongitudeDeg`
  public static QuakeMlDocument of(
      List<CatalogueRow> rows,
      String network,
      String station,
      double stationLatitudeDeg,
      double stationLongitudeDeg) {
    WaveformStreamID waveform = WaveformStreamID.of(network, station, "", "");
    return QuakeMlDocument.of(
        EventParameters.of(
            AUTHORITY + "eventParameters",
            rows.stream()
                .map(row -> event(row, waveform, stationLatitudeDeg, stationLongitudeDeg))
                .toList()));
  }

  private static Event event(
      CatalogueRow row, WaveformStreamID waveform, double latitudeDeg, double longitudeDeg) {
    String tail = row.id().replaceAll("[^A-Za-z0-9_.-]", "-");
    Origin.Builder origin =
        Origin.of(
            AUTHORITY + "origin/" + tail,
            Quantity.of(row.originTime()),
            Quantity.of(row.latitudeDeg().orElse(latitudeDeg)),
            Quantity.of(row.longitudeDeg().orElse(longitudeDeg)));
    row.depthKm().ifPresent(km -> origin.depth(Quantity.of(1000 * km)));
    row.quality().ifPresent(q -> origin.marsLocationQuality(MarsLocationQuality.valueOf(q.name())));
    Event.Builder event =
        Event.of(row.id().startsWith("smi:") ? row.id() : AUTHORITY + "event/" + tail)
            .add(EventDescription.of(row.name(), EventDescription.EARTHQUAKE_NAME))
            .preferred(origin.build());
    row.type().ifPresent(type -> event.marsType(MarsEventType.valueOf(type.name()), "suspected"));
    row.magnitude()
        .ifPresent(
            value ->
                event.preferred(
                    Magnitude.of(
                        AUTHORITY + "magnitude/" + tail,
                        Quantity.of(value),
                        row.magnitudeType().orElse("M"))));
    row.picks()
        .forEach(
            (phase, pick) -> {
              Quantity<Moment> time = Quantity.of(pick.time());
              Quantity<Moment> told =
                  pick.sigmaSeconds().isPresent()
                      ? time.withUncertainties(
                          pick.sigmaSeconds().getAsDouble(), pick.sigmaSeconds().getAsDouble())
                      : time;
              event.add(pick(tail, phase, told, waveform));
            });
    row.span()
        .filter(_ -> !row.picks().containsKey("start"))
        .ifPresent(
            span -> {
              event.add(pick(tail, "start", Quantity.of(span.start()), waveform));
              event.add(pick(tail, "end", Quantity.of(span.end()), waveform));
            });
    return event.build();
  }

  private static Pick pick(
      String tail, String phase, Quantity<Moment> time, WaveformStreamID waveform) {
    String safe = phase.replaceAll("[^A-Za-z0-9_.-]", "-");
    return Pick.of(AUTHORITY + "pick/" + tail + "/" + safe, time, waveform)
        .with("phaseHint", phase);
  }
}
