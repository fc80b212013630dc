package org.jumelles.formats.quakeml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One event, with all that was measured and concluded of it.
///
/// @param publicID a resource identifier, such as `smi:insight.mqs/mqs2019tfir`
/// @param rest all else, the plain text fields among it
public record Event(
    String publicID,
    List<EventDescription> descriptions,
    List<Origin> origins,
    List<Pick> picks,
    List<Magnitude> magnitudes,
    List<StationMagnitude> stationMagnitudes,
    List<Amplitude> amplitudes,
    List<FocalMechanism> focalMechanisms,
    List<Comment> comments,
    Optional<CreationInfo> creationInfo,
    Rest rest) {
  public Event {
    descriptions = List.copyOf(descriptions);
    origins = List.copyOf(origins);
    picks = List.copyOf(picks);
    magnitudes = List.copyOf(magnitudes);
    stationMagnitudes = List.copyOf(stationMagnitudes);
    amplitudes = List.copyOf(amplitudes);
    focalMechanisms = List.copyOf(focalMechanisms);
    comments = List.copyOf(comments);
  }

  public static Builder of(String publicID) {
    return new Builder(publicID);
  }

  /// A builder that begins with all of this event.
  public Builder edit() {
    Builder builder = new Builder(publicID);
    builder.descriptions.addAll(descriptions);
    builder.origins.addAll(origins);
    builder.picks.addAll(picks);
    builder.magnitudes.addAll(magnitudes);
    builder.stationMagnitudes.addAll(stationMagnitudes);
    builder.amplitudes.addAll(amplitudes);
    builder.focalMechanisms.addAll(focalMechanisms);
    builder.comments.addAll(comments);
    builder.creationInfo = creationInfo;
    builder.rest = rest;
    return builder;
  }

  /// The origin that `preferredOriginID` names, else the first.
  public Optional<Origin> preferredOrigin() {
    return preferredOriginID()
        .flatMap(id -> origins.stream().filter(o -> o.publicID().equals(id)).findFirst())
        .or(() -> origins.stream().findFirst());
  }

  /// The magnitude that `preferredMagnitudeID` names, else the first.
  public Optional<Magnitude> preferredMagnitude() {
    return preferredMagnitudeID()
        .flatMap(id -> magnitudes.stream().filter(m -> m.publicID().equals(id)).findFirst())
        .or(() -> magnitudes.stream().findFirst());
  }

  /// The first description of a type such as `earthquake name`.
  public Optional<String> described(String descriptionType) {
    return descriptions.stream()
        .filter(d -> d.type().filter(descriptionType::equals).isPresent())
        .map(EventDescription::text)
        .findFirst();
  }

  /// The type by the Mars extension; empty too where the word is unknown.
  public Optional<MarsEventType> marsType() {
    return rest.text(QuakeMl.MARS, "type").flatMap(MarsEventType::of);
  }

  public Optional<String> type() {
    return rest.text("type");
  }

  public Optional<String> typeCertainty() {
    return rest.text("typeCertainty");
  }

  public Optional<String> preferredOriginID() {
    return rest.text("preferredOriginID");
  }

  public Optional<String> preferredMagnitudeID() {
    return rest.text("preferredMagnitudeID");
  }

  public Optional<String> preferredFocalMechanismID() {
    return rest.text("preferredFocalMechanismID");
  }

  /// Gathers the parts of an event.
  public static final class Builder {
    private final String publicID;
    private final List<EventDescription> descriptions = new ArrayList<>();
    private final List<Origin> origins = new ArrayList<>();
    private final List<Pick> picks = new ArrayList<>();
    private final List<Magnitude> magnitudes = new ArrayList<>();
    private final List<StationMagnitude> stationMagnitudes = new ArrayList<>();
    private final List<Amplitude> amplitudes = new ArrayList<>();
    private final List<FocalMechanism> focalMechanisms = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private Optional<CreationInfo> creationInfo = Optional.empty();
    private Rest rest = Rest.NONE;

    private Builder(String publicID) {
      this.publicID = publicID;
    }

    public Builder add(EventDescription value) {
      descriptions.add(value);
      return this;
    }

    public Builder add(Origin value) {
      origins.add(value);
      return this;
    }

    public Builder add(Pick value) {
      picks.add(value);
      return this;
    }

    public Builder add(Magnitude value) {
      magnitudes.add(value);
      return this;
    }

    public Builder add(StationMagnitude value) {
      stationMagnitudes.add(value);
      return this;
    }

    public Builder add(Amplitude value) {
      amplitudes.add(value);
      return this;
    }

    public Builder add(FocalMechanism value) {
      focalMechanisms.add(value);
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

    /// Sets a plain text field by its name in the standard: `type`, `typeCertainty`,
    /// `preferredOriginID`, `preferredMagnitudeID`.
    public Builder with(String field, String text) {
      rest = rest.with(field, text);
      return this;
    }

    /// The type by the Mars extension; the standard's own becomes `other event`, as the Marsquake
    /// Service writes it.
    public Builder marsType(MarsEventType value, String typeCertainty) {
      rest =
          rest.with("type", "other event")
              .with("typeCertainty", typeCertainty)
              .with(QuakeMl.MARS, "type", value.uri())
              .with(QuakeMl.MARS, "typeCertainty", typeCertainty);
      return this;
    }

    /// Adds an origin and prefers it.
    public Builder preferred(Origin origin) {
      origins.add(origin);
      return with("preferredOriginID", origin.publicID());
    }

    /// Adds a magnitude and prefers it.
    public Builder preferred(Magnitude magnitude) {
      magnitudes.add(magnitude);
      return with("preferredMagnitudeID", magnitude.publicID());
    }

    public Event build() {
      return new Event(
          publicID,
          descriptions,
          origins,
          picks,
          magnitudes,
          stationMagnitudes,
          amplitudes,
          focalMechanisms,
          comments,
          creationInfo,
          rest);
    }
  }
}
