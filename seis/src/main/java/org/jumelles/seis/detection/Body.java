package org.jumelles.seis.detection;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// What the search of a body's seismograms takes from data: a file of thresholds beside this class,
/// one a body. A further body is a further file and its name in [#NAMES].
///
/// @param title as it is written in a sentence, such as `the Moon`
/// @param target its name for catalogues, such as `Moon`
/// @param kind `planet` or `satellite`
/// @param networks FDSN codes of the stations that stood on it
/// @param hasMagnitudes whether the magnitude scales of the house were made for it
public record Body(
    String name,
    String title,
    String target,
    String kind,
    List<String> networks,
    double radiusKm,
    boolean hasMagnitudes,
    DetectionParameters thresholds) {
  /// The first is the one by default.
  public static final List<String> NAMES = List.of("mars", "moon");

  private static final List<Body> ALL = NAMES.stream().map(Body::read).toList();

  public Body {
    networks = List.copyOf(networks);
  }

  public static Body byDefault() {
    return ALL.getFirst();
  }

  public boolean isDefault() {
    return name.equals(NAMES.getFirst());
  }

  /// Why nothing is sized there; nothing where it can be.
  public Optional<String> noMagnitudeScale() {
    return hasMagnitudes
        ? Optional.empty()
        : Optional.of("no magnitude scale for " + title + ": not known");
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

  private static Body read(String name) {
    Properties file = new Properties();
    try (InputStreamReader reader =
        new InputStreamReader(
            Objects.requireNonNull(Body.class.getResourceAsStream(name + ".properties")),
            StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Body(
        name,
        text(file, "title"),
        text(file, "target"),
        text(file, "kind"),
        List.of(text(file, "networks").split(" *, *")),
        number(file, "radius_km"),
        Boolean.parseBoolean(text(file, "magnitudes")),
        new DetectionParameters(
            number(file, "on"),
            number(file, "off"),
            whole(file, "smoothing_s"),
            whole(file, "floor_s"),
            number(file, "floor_quantile"),
            number(file, "least_floor_quantile"),
            whole(file, "lead_s"),
            whole(file, "least_s"),
            whole(file, "hold_s"),
            number(file, "raised"),
            number(file, "wind_like")));
  }

  private static String text(Properties file, String key) {
    return Optional.ofNullable(file.getProperty(key))
        .orElseThrow(() -> new AssertionError("no " + key));
  }

  private static double number(Properties file, String key) {
    return Double.parseDouble(text(file, key));
  }

  private static int whole(Properties file, String key) {
    return Integer.parseInt(text(file, key));
  }
}
