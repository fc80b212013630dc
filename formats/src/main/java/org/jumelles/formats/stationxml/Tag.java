package org.jumelles.formats.stationxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlText;

/// An element in the making; its children come out in the order of the schema, whatever the order
/// they went in, and kept ones among them.
final class Tag {
  static final String NAMESPACE = "http://www.fdsn.org/xml/station/1";

  private final String name;
  private final Kept kept;
  private final List<XmlAttribute> attributes = new ArrayList<>();
  private final List<XmlElement> children = new ArrayList<>();

  Tag(String name, Kept kept) {
    this.name = name;
    this.kept = kept;
  }

  static QName name(String local) {
    return new QName(NAMESPACE, local);
  }

  Tag attribute(String attribute, String value) {
    attributes.add(new XmlAttribute(attribute, value));
    return this;
  }

  Tag attribute(String attribute, Optional<String> value) {
    value.ifPresent(text -> attribute(attribute, text));
    return this;
  }

  Tag child(XmlElement child) {
    children.add(child);
    return this;
  }

  Tag child(Optional<XmlElement> child) {
    child.ifPresent(children::add);
    return this;
  }

  Tag text(String child, String text) {
    return child(new XmlElement(name(child), text));
  }

  Tag text(String child, Optional<String> text) {
    text.ifPresent(found -> text(child, found));
    return this;
  }

  Tag number(String child, double value) {
    return text(child, Double.toString(value));
  }

  Tag measure(String child, Measure value) {
    return child(
        new XmlElement(
            name(child), value.attributes(), List.of(new XmlText(Double.toString(value.value())))));
  }

  Tag measure(String child, Optional<Measure> value) {
    value.ifPresent(found -> measure(child, found));
    return this;
  }

  Tag measures(String child, List<Measure> values) {
    values.forEach(value -> measure(child, value));
    return this;
  }

  List<XmlAttribute> attributes() {
    List<XmlAttribute> all = new ArrayList<>(attributes);
    all.addAll(kept.attributes());
    return all;
  }

  /// All children so far and the kept ones, in the order of the schema.
  List<XmlElement> children() {
    List<XmlElement> all = new ArrayList<>(children);
    all.addAll(kept.elements());
    List<String> order = SchemaOrder.of(name);
    all.sort(Comparator.comparingInt(child -> SchemaOrder.rank(order, child.name())));
    return all;
  }

  XmlElement build() {
    return new XmlElement(name(name), attributes(), children());
  }
}
