package org.jumelles.service.holding;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;

/// One event as the catalogue tells it.
///
/// @param publicId as QuakeML has it
/// @param time of the origin, or the onset where there is no origin
/// @param channel on which the machine found it
/// @param payload the file of `product` that describes it whole
public record EventHolding(
    Identity product,
    String payload,
    String publicId,
    Span span,
    Moment time,
    Optional<String> name,
    Optional<String> type,
    Optional<String> quality,
    OptionalDouble magnitude,
    OptionalDouble latitudeDeg,
    OptionalDouble longitudeDeg,
    Optional<String> channel) {

  static EventHolding of(Found found) {
    var attributes = found.entry().attributes();
    return new EventHolding(
        found.product(),
        found.entry().payload(),
        found.entry().key(),
        found.entry().span(),
        time(Optional.ofNullable(attributes.get("time")), found.entry().span().start()),
        Optional.ofNullable(attributes.get("name")).filter(name -> !name.isBlank()),
        Optional.ofNullable(attributes.get("type")),
        Optional.ofNullable(attributes.get("quality")),
        number(Optional.ofNullable(attributes.get("magnitude"))),
        number(Optional.ofNullable(attributes.get("latitude"))),
        number(Optional.ofNullable(attributes.get("longitude"))),
        Optional.ofNullable(attributes.get("channel")));
  }

  /// The name people use, or the last part of the identifier.
  public String shownName() {
    return name.orElse(publicId.substring(publicId.lastIndexOf('/') + 1));
  }

  private static Moment time(Optional<String> text, Moment otherwise) {
    try {
      return text.map(Utc::parse).orElse(otherwise);
    } catch (IllegalArgumentException _) {
      return otherwise;
    }
  }

  private static OptionalDouble number(Optional<String> text) {
    try {
      return text.map(Double::parseDouble).filter(Double::isFinite).stream()
          .mapToDouble(Double::doubleValue)
          .findFirst();
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }
}
