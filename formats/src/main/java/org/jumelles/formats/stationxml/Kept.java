package org.jumelles.formats.stationxml;

import java.util.List;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.formats.xml.XmlElement;

/// What stood in an element beside the parts that are modelled: other parts of the standard, parts
/// of other namespaces, and parts that a later version may know.
public record Kept(List<XmlAttribute> attributes, List<XmlElement> elements) {
  public static final Kept NONE = new Kept(List.of(), List.of());

  public Kept {
    attributes = List.copyOf(attributes);
    elements = List.copyOf(elements);
  }
}
