package org.jumelles.formats.stationxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.formats.xml.XmlFields;

/// The small parts that every element of the standard is made of.
final class Parts {
  private Parts() {}

  static Kept kept(XmlFields fields) {
    return fields.untaken().isEmpty() && fields.untakenAttributes().isEmpty()
        ? Kept.NONE
        : new Kept(fields.untakenAttributes(), fields.untaken());
  }

  static String text(XmlFields fields, String name) {
    return text(fields.required(name));
  }

  static Optional<String> optionalText(XmlFields fields, String name) {
    return fields.optional(name).map(Parts::text);
  }

  /// Text of an element that has no attributes by the standard, so that none is lost.
  private static String text(XmlFields part) {
    List<XmlAttribute> attributes = part.untakenAttributes();
    if (!attributes.isEmpty()) {
      throw part.malformed(
          "FDSN StationXML 1.2: no attributes here",
          "attribute " + attributes.getFirst().name().getLocalPart());
    }
    return part.text();
  }

  static double number(XmlFields fields, String name) {
    XmlFields part = fields.required(name);
    text(part);
    return part.number();
  }

  static long integer(XmlFields fields, String name) {
    XmlFields part = fields.required(name);
    text(part);
    return part.integer();
  }

  static Measure measure(XmlFields part) {
    return new Measure(part.number(), part.untakenAttributes());
  }

  static Measure measure(XmlFields fields, String name) {
    return measure(fields.required(name));
  }

  static Measure within(XmlFields part, double least, double most) {
    Measure measure = measure(part);
    if (measure.value() < least || measure.value() > most) {
      throw part.malformed("between " + least + " and " + most, "" + measure.value());
    }
    return measure;
  }

  static List<Measure> measures(XmlFields fields, String name) {
    List<Measure> measures = new ArrayList<>();
    for (XmlFields part : fields.all(name)) {
      measures.add(measure(part));
    }
    return measures;
  }

  static Units units(XmlFields fields) {
    String name = text(fields, "Name");
    Optional<String> description = optionalText(fields, "Description");
    return new Units(name, description, kept(fields));
  }

  static Epoch epoch(XmlFields fields) {
    try {
      return new Epoch(fields.attributeTime("startDate"), fields.attributeTime("endDate"));
    } catch (IllegalArgumentException e) {
      throw fields.malformed("startDate is not after endDate", String.valueOf(e.getMessage()));
    }
  }
}
