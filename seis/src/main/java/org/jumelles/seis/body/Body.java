package org.jumelles.seis.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.seis.detection.DetectionParameters;
import org.jumelles.seis.event.CandidateQuakeMl.Place;
import org.jumelles.seis.location.LocationSettings;
import org.jumelles.seis.magnitude.MagnitudeScale;
import org.jumelles.seis.velocity.VelocityProfile;

/// A planet or a moon that stations stand on: all that the chain knows of it.
///
/// @param name for commands and files, such as `moon`
/// @param title as it is written in a sentence, such as `the Moon`
/// @param target its name for catalogues, such as `Moon`
/// @param kind `planet`, `dwarf_planet`, `satellite`, `asteroid` or `comet`, as EPN-TAP has them
/// @param networks FDSN codes of the stations that stood on it
/// @param clock of its days
/// @param stations where they stand, by network and station with a point between
/// @param models of velocity; without one nothing is located unless one is given
/// @param magnitudes none where no scale is known
public record Body(
    String name,
    String title,
    String target,
    String kind,
    List<String> networks,
    double radiusKm,
    Clock clock,
    Map<String, Place> stations,
    List<Model> models,
    LocationSettings location,
    Optional<MagnitudeScale> magnitudes,
    DetectionParameters thresholds) {
  /// The bodies that ship. The first is the one by default.
  public static final List<String> NAMES = List.of("mars", "moon");

  private static final List<Body> ALL = NAMES.stream().map(Body::shipped).toList();

  public Body {
    networks = List.copyOf(networks);
    stations = Collections.unmodifiableMap(new LinkedHashMap<>(stations));
    models = List.copyOf(models);
  }

  /// How its days are counted.
  ///
  /// @param trueName of the clock at a station's own longitude
  /// @param longitudeDeg that `days` keeps, east; none where it keeps none
  public record Clock(LocalClock days, String trueName, OptionalDouble longitudeDeg) {}

  /// A velocity model and how much it is believed.
  public record Model(VelocityProfile profile, double weight) {}

  /// A body of somebody's own.
  ///
  /// @param source the file's name
  /// @param models the text of a velocity model by its name in the file; empty where there is none
  public static Outcome<Body> read(
      String text, String source, Function<String, Optional<String>> models) {
    return BodyReading.read(text, source, models);
  }

  public static Body byDefault() {
    return ALL.getFirst();
  }

  public boolean isDefault() {
    return name.equals(NAMES.getFirst());
  }

  public static Optional<Body> named(String name) {
    return ALL.stream().filter(body -> body.name.equals(name)).findFirst();
  }

  /// The body on which a network stood; the default one for a network that no file names.
  public static Body ofNetwork(String network) {
    return ALL.stream()
        .filter(body -> body.networks.contains(network))
        .findFirst()
        .orElse(byDefault());
  }

  /// The body of a channel or a station, such as `XB.ELYSE.02.BHU`: that of its network.
  public static Body ofCode(String code) {
    return ofNetwork(code.split("\\.", 2)[0]);
  }

  /// The clock of its days.
  public LocalClock days() {
    return clock.days;
  }

  /// Local mean solar time at a place; none where the file does not tell the clock's longitude.
  public Optional<LocalClock> trueDays(Place place) {
    if (clock.longitudeDeg.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal west =
        BigDecimal.valueOf(clock.longitudeDeg.getAsDouble())
            .subtract(BigDecimal.valueOf(place.longitudeDeg()));
    long later =
        west.multiply(BigDecimal.valueOf(clock.days.solNanos()))
            .divide(BigDecimal.valueOf(360), 0, RoundingMode.FLOOR)
            .longValueExact();
    return Optional.of(
        new LocalClock(
            clock.trueName, clock.days.solZeroMidnight().plusNanos(later), clock.days.solNanos()));
  }

  /// Of the station that the file tells first.
  public Optional<Place> firstPlace() {
    return stations.values().stream().findFirst();
  }

  /// Where a station stands, as far as the file tells.
  public Optional<Place> place(String network, String station) {
    return Optional.ofNullable(stations.get(network + "." + station));
  }

  /// Why nothing is sized there; nothing where it can be.
  public Optional<String> noMagnitudeScale() {
    return magnitudes.isPresent()
        ? Optional.empty()
        : Optional.of("no magnitude scale for " + title + ": not known");
  }

  private static Body shipped(String name) {
    String file = name + ".properties";
    return read(resource(file).orElseThrow(() -> new AssertionError(file)), file, Body::resource)
        .found()
        .orElseThrow(() -> new AssertionError(file));
  }

  private static Optional<String> resource(String name) {
    try (InputStream stream = Body.class.getResourceAsStream(name)) {
      return stream == null
          ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
