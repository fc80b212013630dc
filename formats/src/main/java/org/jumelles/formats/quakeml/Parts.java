package org.jumelles.formats.quakeml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlNode;
import org.jumelles.formats.xml.XmlText;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;

/// One element being taken apart: what is taken becomes a component, what is wrong or unknown stays
/// in [#rest] and, where wrong, is told as a defect.
final class Parts {
  private static final String CLAUSE = "QuakeML 1.2";

  private final XmlElement element;
  private final String path;
  private final Findings findings;
  private final List<XmlAttribute> attributes;
  private final List<Rest.Slot> slots = new ArrayList<>();

  /// Where a document comes from, and what was found wrong with it so far.
  record Findings(String source, List<Defect> defects) {}

  Parts(XmlElement element, String path, Findings findings) {
    this.element = element;
    this.path = path;
    this.findings = findings;
    this.attributes = new ArrayList<>(element.attributes());
    for (XmlNode node : element.content()) {
      slots.add(untaken(node));
    }
  }

  Optional<String> attribute(String name) {
    for (XmlAttribute attribute : attributes) {
      if (attribute.name().equals(new QName(name))) {
        attributes.remove(attribute);
        return Optional.of(attribute.value());
      }
    }
    return Optional.empty();
  }

  String requiredAttribute(String name) {
    return attribute(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> malformed(element, path + "/@" + name, "required, and not there"));
  }

  /// The element's own text; only for elements that hold no others.
  String ownText() {
    slots.removeIf(slot -> slot instanceof Rest.Slot.Kept(XmlText _));
    return element.text();
  }

  <T> Optional<T> leaf(String name, Function<String, T> read) {
    try {
      return take(own(name), true, (child, where) -> readLeaf(child, where, read));
    } catch (MalformedDataException e) {
      findings.defects().add(e.defect());
      return Optional.empty();
    }
  }

  <T> T requiredLeaf(String name, Function<String, T> read) {
    return take(own(name), true, (child, where) -> readLeaf(child, where, read))
        .orElseThrow(() -> missing(name));
  }

  Optional<Written<Double>> real(String name) {
    return leaf(name, Written::readReal);
  }

  Optional<Written<Integer>> whole(String name) {
    return leaf(name, Written::readWhole);
  }

  String requiredText(String name) {
    return requiredLeaf(name, text -> text);
  }

  <T> Optional<T> one(String name, Function<Parts, T> read) {
    return one(own(name), read);
  }

  <T> Optional<T> one(QName name, Function<Parts, T> read) {
    try {
      return take(name, false, (child, where) -> read.apply(new Parts(child, where, findings)));
    } catch (MalformedDataException e) {
      findings.defects().add(e.defect());
      return Optional.empty();
    }
  }

  <T> T requiredOne(String name, Function<Parts, T> read) {
    return requiredOne(own(name), read);
  }

  <T> T requiredOne(QName name, Function<Parts, T> read) {
    return take(name, false, (child, where) -> read.apply(new Parts(child, where, findings)))
        .orElseThrow(() -> missing(name.getLocalPart()));
  }

  /// All of a name; one that cannot be read stays behind as a tree.
  <T> List<T> each(String name, Function<Parts, T> read) {
    List<T> found = new ArrayList<>();
    int index = 0;
    for (int i = 0; i < slots.size(); i++) {
      if (element.content().get(i) instanceof XmlElement child && child.name().equals(own(name))) {
        String where = path + "/" + name + "[" + ++index + "]";
        try {
          found.add(read.apply(new Parts(child, where, findings)));
          slots.set(i, new Rest.Slot.Component(child.name(), List.of()));
        } catch (MalformedDataException e) {
          findings.defects().add(e.defect());
        }
      }
    }
    return found;
  }

  /// What was not taken. To be asked for last.
  Rest rest() {
    for (Rest.Slot slot : slots) {
      if (slot instanceof Rest.Slot.Kept(XmlText(String text)) && !text.isBlank()) {
        findings
            .defects()
            .add(defect(element, path, "text between elements: '" + shown(text) + "'"));
      }
    }
    return new Rest(attributes, slots);
  }

  MalformedDataException malformed(String found) {
    return malformed(element, path, found);
  }

  private interface Reading<T> {
    T read(XmlElement child, String path);
  }

  private <T> Optional<T> take(QName name, boolean leaf, Reading<T> reading) {
    int at = -1;
    for (int i = 0; i < slots.size(); i++) {
      if (element.content().get(i) instanceof XmlElement child && child.name().equals(name)) {
        if (at >= 0) {
          String where = path + "/" + name.getLocalPart();
          findings.defects().add(defect(child, where, "a second one, where one may be"));
          break;
        }
        at = i;
      }
    }
    if (at < 0 || !(element.content().get(at) instanceof XmlElement child)) {
      return Optional.empty();
    }
    T value = reading.read(child, path + "/" + name.getLocalPart());
    slots.set(at, new Rest.Slot.Component(name, leaf ? child.attributes() : List.of()));
    return Optional.of(value);
  }

  private <T> T readLeaf(XmlElement child, String where, Function<String, T> read) {
    if (!child.children().isEmpty()) {
      throw malformed(child, where, "elements where text should be");
    }
    try {
      return read.apply(child.text());
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw malformed(child, where, String.valueOf(e.getMessage()));
    }
  }

  private Rest.Slot untaken(XmlNode node) {
    return node instanceof XmlElement child
            && child.children().isEmpty()
            && child.name().getNamespaceURI().equals(element.name().getNamespaceURI())
        ? new Rest.Slot.Field(child.name().getLocalPart(), child.attributes(), child.text())
        : new Rest.Slot.Kept(node);
  }

  private QName own(String name) {
    return new QName(element.name().getNamespaceURI(), name);
  }

  private MalformedDataException missing(String name) {
    return malformed(element, path + "/" + name, "required, and not there");
  }

  private MalformedDataException malformed(XmlElement at, String where, String found) {
    return new MalformedDataException(defect(at, where, found));
  }

  private Defect defect(XmlElement at, String where, String found) {
    return new Defect(findings.source(), at.place(), where, CLAUSE, found);
  }

  private static String shown(String text) {
    String bare = text.strip();
    return bare.length() > 40 ? bare.substring(0, 40) + "..." : bare;
  }
}
