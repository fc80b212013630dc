package org.jumelles.formats.pds4;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlText;
import org.jumelles.kernel.outcome.Place;

/// Elements that all new labels are put together from.
final class LabelElements {
  static final String PLACEHOLDERS =
      "Identifiers that begin with urn:placeholder: are not registered; they stand for what the "
          + "program that wrote this label could not know.";
  private static final String INSTANCE = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

  private LabelElements() {}

  /// @param schemas name spaces and places of the grammars
  /// @param dictionaries other name spaces by prefix
  static XmlElement product(
      String schemas, Map<String, String> dictionaries, List<XmlElement> areas) {
    Map<String, String> spaces = new TreeMap<>(dictionaries);
    spaces.put("", Pds4.NAMESPACE);
    spaces.put("xsi", INSTANCE);
    return new XmlElement(
        name("Product_Observational"),
        List.of(new XmlAttribute(new QName(INSTANCE, "schemaLocation", "xsi"), schemas)),
        List.copyOf(areas),
        spaces,
        new Place.LineColumn(0, 0));
  }

  static XmlElement identification(String logicalIdentifier, String title, String model) {
    return element(
        "Identification_Area",
        text("logical_identifier", logicalIdentifier),
        text("version_id", "1.0"),
        text("title", title),
        text("information_model_version", model),
        text("product_class", "Product_Observational"));
  }

  static XmlElement file(String name, long sizeBytes, String md5) {
    return element(
        "File", text("file_name", name), bytes("file_size", sizeBytes), text("md5_checksum", md5));
  }

  static XmlElement placeholder(String end, String type) {
    return reference("urn:placeholder:jumelles:" + end, type);
  }

  static XmlElement reference(String identifier, String type) {
    return element(
        "Internal_Reference", text("lid_reference", identifier), text("reference_type", type));
  }

  static XmlElement nil(String name) {
    return nil(name(name));
  }

  static XmlElement nil(QName name) {
    return new XmlElement(
        name,
        List.of(
            new XmlAttribute(new QName(INSTANCE, "nil", "xsi"), "true"),
            new XmlAttribute("nilReason", "unknown")),
        List.of());
  }

  static XmlElement bytes(String name, long value) {
    return new XmlElement(
        name(name),
        List.of(new XmlAttribute("unit", "byte")),
        List.of(new XmlText(String.valueOf(value))));
  }

  static XmlElement text(String name, Object value) {
    return new XmlElement(name(name), String.valueOf(value));
  }

  static XmlElement element(String name, XmlElement... parts) {
    return element(name, List.of(parts));
  }

  static XmlElement element(String name, List<XmlElement> parts) {
    return new XmlElement(name(name), List.of(), parts);
  }

  private static QName name(String local) {
    return new QName(Pds4.NAMESPACE, local);
  }
}
