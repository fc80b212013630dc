package org.jumelles.formats.stationxml;

import java.util.List;
import java.util.Optional;
import org.jumelles.formats.xml.XmlAttribute;

/// A finite number with the attributes that stood at it (`unit`, `plusError`, `datum`, `number`).
public record Measure(double value, List<XmlAttribute> attributes) {
  public Measure {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a measure of " + value);
    }
    attributes = List.copyOf(attributes);
  }

  public Measure(double value) {
    this(value, List.of());
  }

  /// The unit where it is said; else the standard's own for that part holds.
  public Optional<String> unit() {
    return attributes.stream()
        .filter(attribute -> attribute.name().getLocalPart().equals("unit"))
        .map(XmlAttribute::value)
        .findFirst();
  }
}
