package org.jumelles.formats.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jumelles.kernel.outcome.Place;

/// An element with all that it holds.
///
/// White space that only parts child elements is not content. Two elements are equal where name,
/// attributes and content are; place, prefixes and declarations do not count.
///
/// @param namespaces those that are declared on this element, by prefix
/// @param place where its start tag ends; line 0 where it was not read
public record XmlElement(
    QName name,
    List<XmlAttribute> attributes,
    List<XmlNode> content,
    Map<String, String> namespaces,
    Place.LineColumn place)
    implements XmlNode {
  private static final Place.LineColumn NOT_READ = new Place.LineColumn(0, 0);

  public XmlElement {
    attributes = List.copyOf(attributes);
    content = List.copyOf(content);
    namespaces = Map.copyOf(namespaces);
  }

  /// An element that was not read from a document.
  public XmlElement(QName name, List<XmlAttribute> attributes, List<? extends XmlNode> content) {
    this(name, attributes, List.copyOf(content), Map.of(), NOT_READ);
  }

  /// An element that holds text only.
  public XmlElement(QName name, String text) {
    this(name, List.of(), text.isEmpty() ? List.of() : List.of(new XmlText(text)));
  }

  public Optional<String> attribute(String localName) {
    for (XmlAttribute attribute : attributes) {
      if (attribute.name().getLocalPart().equals(localName)
          && attribute.name().getNamespaceURI().isEmpty()) {
        return Optional.of(attribute.value());
      }
    }
    return Optional.empty();
  }

  /// The child elements, in their order.
  public List<XmlElement> children() {
    List<XmlElement> children = new ArrayList<>();
    for (XmlNode node : content) {
      if (node instanceof XmlElement child) {
        children.add(child);
      }
    }
    return children;
  }

  /// The text that stands directly in this element, joined, white space as it stood.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (XmlNode node : content) {
      if (node instanceof XmlText(String part)) {
        text.append(part);
      }
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof XmlElement element
        && name.equals(element.name)
        && attributes.equals(element.attributes)
        && content.equals(element.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, attributes, content);
  }
}
