package org.jumelles.formats.quakeml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;

/// Where and when an event was, in one solution.
///
/// @param latitude degrees, north positive
/// @param longitude degrees, east positive
/// @param depth metres below the surface, as the standard has it
/// @param rest all else, the plain text fields among it
public record Origin(
    String publicID,
    Quantity<Moment> time,
    Quantity<Double> latitude,
    Quantity<Double> longitude,
    Optional<Quantity<Double>> depth,
    Optional<OriginQuality> quality,
    Optional<OriginUncertainty> originUncertainty,
    List<Arrival> arrivals,
    List<Comment> comments,
    Optional<CreationInfo> creationInfo,
    Rest rest) {
  public Origin {
    arrivals = List.copyOf(arrivals);
    comments = List.copyOf(comments);
  }

  /// A new one; on Mars an origin without a place bears the lander's.
  public static Builder of(
      String publicID,
      Quantity<Moment> time,
      Quantity<Double> latitude,
      Quantity<Double> longitude) {
    return new Builder(publicID, time, latitude, longitude);
  }

  /// The quality by the Mars extension; empty too where the word is unknown.
  public Optional<MarsLocationQuality> marsLocationQuality() {
    return rest.text(QuakeMl.MARS, "locationQuality").flatMap(MarsLocationQuality::of);
  }

  public Optional<String> depthType() {
    return rest.text("depthType");
  }

  public Optional<String> methodID() {
    return rest.text("methodID");
  }

  public Optional<String> earthModelID() {
    return rest.text("earthModelID");
  }

  public Optional<String> referenceSystemID() {
    return rest.text("referenceSystemID");
  }

  public Optional<String> type() {
    return rest.text("type");
  }

  public Optional<String> region() {
    return rest.text("region");
  }

  public Optional<String> evaluationMode() {
    return rest.text("evaluationMode");
  }

  public Optional<String> evaluationStatus() {
    return rest.text("evaluationStatus");
  }

  /// Gathers the parts of a new origin.
  public static final class Builder {
    private final String publicID;
    private final Quantity<Moment> time;
    private final Quantity<Double> latitude;
    private final Quantity<Double> longitude;
    private Optional<Quantity<Double>> depth = Optional.empty();
    private Optional<OriginQuality> quality = Optional.empty();
    private Optional<OriginUncertainty> originUncertainty = Optional.empty();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private Optional<CreationInfo> creationInfo = Optional.empty();
    private Rest rest = Rest.NONE;

    private Builder(
        String publicID,
        Quantity<Moment> time,
        Quantity<Double> latitude,
        Quantity<Double> longitude) {
      this.publicID = publicID;
      this.time = time;
      this.latitude = latitude;
      this.longitude = longitude;
    }

    public Builder depth(Quantity<Double> value) {
      depth = Optional.of(value);
      return this;
    }

    public Builder quality(OriginQuality value) {
      quality = Optional.of(value);
      return this;
    }

    public Builder originUncertainty(OriginUncertainty value) {
      originUncertainty = Optional.of(value);
      return this;
    }

    public Builder add(Arrival value) {
      arrivals.add(value);
      return this;
    }

    public Builder add(Comment value) {
      comments.add(value);
      return this;
    }

    public Builder creationInfo(CreationInfo value) {
      creationInfo = Optional.of(value);
      return this;
    }

    /// Sets a plain text field by its name in the standard: `methodID`, `earthModelID`,
    /// `evaluationMode`, `evaluationStatus`, `depthType`, `type`, `region`.
    public Builder with(String field, String text) {
      rest = rest.with(field, text);
      return this;
    }

    public Builder marsLocationQuality(MarsLocationQuality value) {
      rest = rest.with(QuakeMl.MARS, "locationQuality", value.uri());
      return this;
    }

    public Origin build() {
      return new Origin(
          publicID,
          time,
          latitude,
          longitude,
          depth,
          quality,
          originUncertainty,
          arrivals,
          comments,
          creationInfo,
          rest);
    }
  }
}
