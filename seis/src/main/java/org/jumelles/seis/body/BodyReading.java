package org.jumelles.seis.body;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.body.BodyText.Line;
import org.jumelles.seis.detection.DetectionParameters;
import org.jumelles.seis.event.CandidateQuakeMl.Place;
import org.jumelles.seis.location.LocationSettings;
import org.jumelles.seis.magnitude.MagnitudeScale;
import org.jumelles.seis.velocity.VelocityProfile;

/// One reading of a body's file. Defects of its velocity models are passed on.
final class BodyReading {
  private static final double GREATEST_RADIUS_KM = 1e6;
  private static final double GREATEST_DAY_S = 1e9;

  /// A model's radius is the body's within so many parts of it.
  private static final double RADIUS_SHARE = 0.005;

  private final BodyText text;
  private final Function<String, Optional<String>> modelTexts;
  private final List<Defect> doubts = new ArrayList<>();

  private BodyReading(BodyText text, Function<String, Optional<String>> modelTexts) {
    this.text = text;
    this.modelTexts = modelTexts;
  }

  static Outcome<Body> read(
      String text, String source, Function<String, Optional<String>> modelTexts) {
    try {
      BodyText lines = new BodyText(text, source, List.of("station", "model"));
      BodyReading reading = new BodyReading(lines, modelTexts);
      return Outcome.of(reading.body(), reading.doubts);
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
  }

  private Body body() {
    String name = text.word("name", "[a-z][a-z0-9-]{0,31}");
    String title = text.word("title", "[^\\p{Cntrl}]{1,64}");
    String target = text.word("target", "[^\\p{Cntrl}]{1,64}");
    String kind = text.word("kind", "planet|dwarf_planet|satellite|asteroid|comet");
    List<String> networks =
        List.of(text.word("networks", "[A-Z0-9]{1,8}( [A-Z0-9]{1,8})*").split(" "));
    double radiusKm = text.number("radius_km", 1e-3, GREATEST_RADIUS_KM);
    Body body =
        new Body(
            name,
            title,
            target,
            kind,
            networks,
            radiusKm,
            clock(),
            stations(),
            models(radiusKm),
            location(radiusKm),
            text.has("magnitude.") ? Optional.of(magnitudes()) : Optional.empty(),
            thresholds());
    text.nothingLeft();
    return body;
  }

  private Body.Clock clock() {
    String name = text.word("clock.name", "[^\\p{Cntrl}]{1,64}");
    Line zero = text.need("clock.day_zero");
    Line day = text.need("clock.day_s");
    Moment midnight;
    try {
      midnight = Utc.parse(zero.value());
    } catch (IllegalArgumentException e) {
      throw text.wrong(zero, "'" + zero.value() + "' is no time UTC");
    }
    text.number(day, day.value(), 1e-3, GREATEST_DAY_S);
    BigDecimal nanos = text.exact(day, day.value()).movePointRight(9);
    if (nanos.stripTrailingZeros().scale() > 0) {
      throw text.wrong(day, day.value() + " is finer than a nanosecond");
    }
    Optional<Line> longitude = text.maybe("clock.longitude_deg");
    return new Body.Clock(
        new LocalClock(name, midnight, nanos.longValueExact()),
        text.maybe("clock.true_name").map(Line::value).orElse(name + ", at the station"),
        longitude
            .map(line -> OptionalDouble.of(text.number(line, line.value(), -360, 360)))
            .orElse(OptionalDouble.empty()));
  }

  private Map<String, Place> stations() {
    Map<String, Place> stations = new LinkedHashMap<>();
    for (Line line : text.all("station")) {
      String[] parts = line.value().split("\\s+", -1);
      if (parts.length != 3 || !parts[0].matches("[A-Z0-9]{1,8}\\.[A-Z0-9]{1,8}")) {
        throw text.wrong(line, "'" + line.value() + "' is not NET.STA, latitude and longitude");
      }
      Place place =
          new Place(text.number(line, parts[1], -90, 90), text.number(line, parts[2], -180, 360));
      if (stations.put(parts[0], place) != null) {
        throw text.wrong(line, parts[0] + " stands twice");
      }
    }
    return stations;
  }

  private List<Body.Model> models(double radiusKm) {
    List<Body.Model> models = new ArrayList<>();
    for (Line line : text.all("model")) {
      String[] parts = line.value().split("\\s+", -1);
      if (parts.length != 2) {
        throw text.wrong(line, "'" + line.value() + "' is not a file and its weight");
      }
      double weight = text.number(line, parts[1], 1e-9, 1e9);
      String rows =
          modelTexts
              .apply(parts[0])
              .orElseThrow(() -> text.wrong(line, "there is no file " + parts[0]));
      Outcome<VelocityProfile> read = VelocityProfile.read(rows, parts[0]);
      doubts.addAll(read.found().isPresent() ? read.defects() : List.of());
      VelocityProfile profile =
          read.found().orElseThrow(() -> new MalformedDataException(read.defects().getFirst()));
      if (Math.abs(profile.radiusKm() - radiusKm) > RADIUS_SHARE * radiusKm) {
        throw text.wrong(
            line, parts[0] + " ends at " + profile.radiusKm() + " km, the body at " + radiusKm);
      }
      models.add(new Body.Model(profile, weight));
    }
    return models;
  }

  private LocationSettings location(double radiusKm) {
    Line line = text.need("location.depths_km");
    List<LocationSettings.Depth> depths = new ArrayList<>();
    for (String part : line.value().split("\\s+", -1)) {
      String[] pair = part.split(":", -1);
      if (pair.length != 2) {
        throw text.wrong(line, "'" + part + "' is not a depth, a colon and a weight");
      }
      depths.add(
          new LocationSettings.Depth(
              text.number(line, pair[0], 0, Math.nextDown(radiusKm)),
              text.number(line, pair[1], 1e-9, 1e9)));
    }
    double modelSigma = text.number("location.model_sigma", 0, 1);
    String method = text.word("location.method", "smi:[^\\s]{1,200}");
    Optional<LocationSettings.Guided> guided =
        text.has("location.guided") ? Optional.of(guided()) : Optional.empty();
    return new LocationSettings(depths, modelSigma, method, guided);
  }

  private LocationSettings.Guided guided() {
    Line line = text.need("location.guided_km_per_s");
    double[] speeds = text.numbers(line, 2, 0.1, 20);
    double sigma = text.number("location.guided_sigma", 0, 1);
    if (!(speeds[0] > speeds[1])) {
      throw text.wrong(line, "P at " + speeds[0] + " km/s is no faster than S at " + speeds[1]);
    }
    return new LocationSettings.Guided(speeds[0], speeds[1], sigma);
  }

  private MagnitudeScale magnitudes() {
    return new MagnitudeScale(
        term("mb_p"),
        term("mb_s"),
        term("mfb"),
        term("mfb_hf"),
        term("m24"),
        text.number("magnitude.distance_log_sigma", 0, 10),
        new MagnitudeScale.Bands(
            band("body_hz"), band("lf_hz"), band("bb_hz"), band("hf_hz"), band("resonance_hz")));
  }

  private MagnitudeScale.Term term(String name) {
    Line line = text.need("magnitude." + name);
    double[] five = text.numbers(line, 5, -1000, 1000);
    try {
      return new MagnitudeScale.Term(five[0], five[1], five[2], five[3], five[4]);
    } catch (IllegalArgumentException e) {
      throw text.wrong(line, String.valueOf(e.getMessage()));
    }
  }

  private MagnitudeScale.Range band(String name) {
    Line line = text.need("magnitude." + name);
    double[] two = text.numbers(line, 2, 1e-6, 1e6);
    if (!(two[0] < two[1])) {
      throw text.wrong(line, two[0] + " Hz is not below " + two[1] + " Hz");
    }
    return new MagnitudeScale.Range(two[0], two[1]);
  }

  private DetectionParameters thresholds() {
    Line first = text.need("detection.on");
    double on = text.number(first, first.value(), 1, 1e6);
    try {
      return new DetectionParameters(
          on,
          text.number("detection.off", 1, 1e6),
          text.whole("detection.smoothing_s", 1, 100_000),
          text.whole("detection.floor_s", 1, 1_000_000),
          text.number("detection.floor_quantile", 0, 1),
          text.number("detection.least_floor_quantile", 0, 1),
          text.whole("detection.lead_s", 1, 1_000_000),
          text.whole("detection.least_s", 0, 1_000_000),
          text.whole("detection.hold_s", 0, 1_000_000),
          text.number("detection.raised", 0, 1e6),
          text.number("detection.wind_like", 0, Double.POSITIVE_INFINITY));
    } catch (IllegalArgumentException e) {
      throw text.wrong(first, String.valueOf(e.getMessage()));
    }
  }
}
