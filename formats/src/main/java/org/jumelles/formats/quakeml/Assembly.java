package org.jumelles.formats.quakeml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlNode;
import org.jumelles.formats.xml.XmlText;

/// One element being put together: components take the places that its [Rest] has for them, and
/// those it has none for follow, in the order in which they were given.
final class Assembly {
  private final QName name;
  private final Rest rest;
  private final List<XmlAttribute> attributes = new ArrayList<>();
  private final Map<QName, Deque<XmlElement>> components = new LinkedHashMap<>();

  Assembly(QName name, Rest rest) {
    this.name = name;
    this.rest = rest;
  }

  Assembly attribute(String attribute, String value) {
    attributes.add(new XmlAttribute(attribute, value));
    return this;
  }

  Assembly attribute(String attribute, Optional<String> value) {
    value.ifPresent(v -> attribute(attribute, v));
    return this;
  }

  Assembly text(String field, String text) {
    return put(new XmlElement(own(field), text));
  }

  Assembly text(String field, Optional<String> text) {
    text.ifPresent(t -> text(field, t));
    return this;
  }

  Assembly written(String field, Written<?> value) {
    return text(field, value.text());
  }

  <T> Assembly written(String field, Optional<Written<T>> value) {
    return text(field, value.map(Written::text));
  }

  <T> Assembly one(String field, T value, BiFunction<QName, T, XmlElement> write) {
    return put(write.apply(own(field), value));
  }

  <T> Assembly optional(String field, Optional<T> value, BiFunction<QName, T, XmlElement> write) {
    value.ifPresent(v -> one(field, v, write));
    return this;
  }

  <T> Assembly each(String field, List<T> values, BiFunction<QName, T, XmlElement> write) {
    values.forEach(value -> one(field, value, write));
    return this;
  }

  Assembly put(XmlElement component) {
    components.computeIfAbsent(component.name(), _ -> new ArrayDeque<>()).add(component);
    return this;
  }

  XmlElement element() {
    return element("");
  }

  /// @param ownText text that stands in the element itself
  XmlElement element(String ownText) {
    List<XmlNode> content = new ArrayList<>();
    if (!ownText.isEmpty()) {
      content.add(new XmlText(ownText));
    }
    for (Rest.Slot slot : rest.content()) {
      switch (slot) {
        case Rest.Slot.Kept(XmlNode node) -> content.add(node);
        case Rest.Slot.Field(String field, List<XmlAttribute> of, String text) ->
            content.add(dressed(new XmlElement(own(field), text), of));
        case Rest.Slot.Component(QName field, List<XmlAttribute> of) -> {
          Deque<XmlElement> waiting = components.getOrDefault(field, new ArrayDeque<>());
          if (!waiting.isEmpty()) {
            content.add(dressed(waiting.remove(), of));
          }
        }
      }
    }
    components.values().forEach(content::addAll);
    attributes.addAll(rest.attributes());
    return new XmlElement(name, attributes, content);
  }

  private static XmlElement dressed(XmlElement element, List<XmlAttribute> more) {
    if (more.isEmpty()) {
      return element;
    }
    List<XmlAttribute> all = new ArrayList<>(element.attributes());
    all.addAll(more);
    return new XmlElement(element.name(), all, element.content());
  }

  private QName own(String field) {
    return new QName(name.getNamespaceURI(), field);
  }
}
