package org.jumelles.formats.quakeml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlNode;

/// What an element holds beside the components of its record, and the order of it all, so that
/// nothing is lost on the way through.
///
/// @param attributes those that are no component, of other namespaces too
/// @param content everything inside the element, in its order
public record Rest(List<XmlAttribute> attributes, List<Slot> content) {
  /// Nothing more, and no order of its own.
  public static final Rest NONE = new Rest(List.of(), List.of());

  /// One place inside an element.
  public sealed interface Slot {

    /// Here stands the next component of that name; its element may bear attributes of others.
    record Component(QName name, List<XmlAttribute> attributes) implements Slot {
      public Component {
        attributes = List.copyOf(attributes);
      }
    }

    /// A field of plain text in the element's own namespace.
    record Field(String name, List<XmlAttribute> attributes, String text) implements Slot {
      public Field {
        attributes = List.copyOf(attributes);
      }
    }

    /// Anything else, as it stood.
    record Kept(XmlNode node) implements Slot {}
  }

  public Rest {
    attributes = List.copyOf(attributes);
    content = List.copyOf(content);
  }

  /// A field of plain text by its name in the standard, without surrounding white space.
  public Optional<String> text(String field) {
    for (Slot slot : content) {
      if (slot instanceof Slot.Field(String name, List<XmlAttribute> _, String text)
          && name.equals(field)) {
        return Optional.of(text.strip());
      }
    }
    return Optional.empty();
  }

  /// The text of an element of another namespace.
  public Optional<String> text(String namespace, String field) {
    return elements(namespace, field).stream().findFirst().map(e -> e.text().strip());
  }

  /// The elements of a name that were kept as trees.
  public List<XmlElement> elements(String namespace, String name) {
    QName wanted = new QName(namespace, name);
    List<XmlElement> found = new ArrayList<>();
    for (Slot slot : content) {
      if (slot instanceof Slot.Kept(XmlElement element) && element.name().equals(wanted)) {
        found.add(element);
      }
    }
    return found;
  }

  /// Sets or replaces a field of plain text.
  public Rest with(String field, String text) {
    return with(
        new Slot.Field(field, List.of(), text),
        slot -> slot instanceof Slot.Field old && old.name().equals(field));
  }

  /// Sets or replaces an element of another namespace.
  public Rest with(String namespace, String field, String text) {
    XmlElement element = new XmlElement(new QName(namespace, field), text);
    return with(
        new Slot.Kept(element),
        slot -> slot instanceof Slot.Kept(XmlElement old) && old.name().equals(element.name()));
  }

  private Rest with(Slot slot, java.util.function.Predicate<Slot> same) {
    List<Slot> changed = new ArrayList<>(content);
    int at = 0;
    while (at < changed.size() && !same.test(changed.get(at))) {
      at++;
    }
    if (at < changed.size()) {
      changed.set(at, slot);
    } else {
      changed.add(slot);
    }
    return new Rest(attributes, changed);
  }
}
