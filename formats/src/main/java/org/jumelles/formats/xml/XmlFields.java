package org.jumelles.formats.xml;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.time.Moment;

/// The parts of one element, taken one by one; what was not taken is unknown and stays in
/// [#untaken] and [#untakenAttributes].
///
/// Children are looked for in the namespace of the element itself, attributes in none. Every
/// complaint names the path of the part, and the clause `required`, `at most one` or the type that
/// XML Schema gives it. Not for use by two threads.
public final class XmlFields {
  private static final Pattern DOUBLE =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private final XmlElement element;
  private final List<XmlElement> children;
  private final String source;
  private final Supplier<String> path;
  private final BitSet takenChildren = new BitSet();
  private final BitSet takenAttributes = new BitSet();

  public XmlFields(XmlElement element, String source, String path) {
    this(element, source, () -> path);
  }

  /// A path is made when somebody asks for it, as few do.
  private XmlFields(XmlElement element, String source, Supplier<String> path) {
    this.element = element;
    this.children = element.children();
    this.source = source;
    this.path = path;
  }

  public XmlElement element() {
    return element;
  }

  public String path() {
    return path.get();
  }

  /// The one child of that name.
  public XmlFields required(String name) {
    return optional(name).orElseThrow(() -> missing(name));
  }

  public Optional<XmlFields> optional(String name) {
    List<XmlFields> found = all(name);
    if (found.size() > 1) {
      throw found.get(1).malformed("at most one", "a second one");
    }
    return found.stream().findFirst();
  }

  /// The children of that name, in their order.
  public List<XmlFields> all(String name) {
    List<XmlFields> found = new ArrayList<>();
    for (int i = 0; i < children.size(); i++) {
      XmlElement child = children.get(i);
      if (child.name().getLocalPart().equals(name)
          && child.name().getNamespaceURI().equals(element.name().getNamespaceURI())) {
        takenChildren.set(i);
        int index = found.size() + 1;
        found.add(new XmlFields(child, source, () -> path() + "/" + name + "[" + index + "]"));
      }
    }
    return found;
  }

  public Optional<String> attribute(String name) {
    List<XmlAttribute> attributes = element.attributes();
    for (int i = 0; i < attributes.size(); i++) {
      XmlAttribute attribute = attributes.get(i);
      if (attribute.name().getLocalPart().equals(name)
          && attribute.name().getNamespaceURI().isEmpty()) {
        takenAttributes.set(i);
        return Optional.of(attribute.value());
      }
    }
    return Optional.empty();
  }

  public String requiredAttribute(String name) {
    return attribute(name).orElseThrow(() -> missing("@" + name));
  }

  public OptionalDouble attributeNumber(String name) {
    Optional<String> text = attribute(name);
    return text.isPresent()
        ? OptionalDouble.of(number(text.get(), "@" + name))
        : OptionalDouble.empty();
  }

  public OptionalLong attributeInteger(String name) {
    Optional<String> text = attribute(name);
    return text.isPresent()
        ? OptionalLong.of(integer(text.get(), "@" + name))
        : OptionalLong.empty();
  }

  public Optional<Moment> attributeTime(String name) {
    return attribute(name).map(text -> time(text, "@" + name));
  }

  /// This element's text, white space as it stood.
  ///
  /// @throws MalformedDataException where it has children
  public String text() {
    if (!children.isEmpty()) {
      throw malformed("text only", "an element " + children.getFirst().name().getLocalPart());
    }
    return element.text();
  }

  /// This element's text as a finite `xs:double`.
  public double number() {
    return number(text(), "");
  }

  /// This element's text as an `xs:integer` of 64 bits.
  public long integer() {
    return integer(text(), "");
  }

  /// This element's text as an `xs:dateTime`; see [#attributeTime].
  public Moment time() {
    return time(text(), "");
  }

  /// What was not taken, in its order.
  public List<XmlElement> untaken() {
    List<XmlElement> rest = new ArrayList<>();
    for (int i = 0; i < children.size(); i++) {
      if (!takenChildren.get(i)) {
        rest.add(children.get(i));
      }
    }
    return List.copyOf(rest);
  }

  public List<XmlAttribute> untakenAttributes() {
    List<XmlAttribute> rest = new ArrayList<>();
    for (int i = 0; i < element.attributes().size(); i++) {
      if (!takenAttributes.get(i)) {
        rest.add(element.attributes().get(i));
      }
    }
    return List.copyOf(rest);
  }

  /// The complaint that this element is wrong; the caller throws it.
  public MalformedDataException malformed(String clause, String found) {
    return new MalformedDataException(source, element.place(), path(), clause, found);
  }

  private MalformedDataException missing(String name) {
    return new MalformedDataException(
        source, element.place(), path() + "/" + name, "required", "not there");
  }

  private MalformedDataException wrong(String part, String clause, String text) {
    String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
    String where = part.isEmpty() ? path() : path() + "/" + part;
    return new MalformedDataException(source, element.place(), where, clause, "'" + shown + "'");
  }

  private double number(String text, String part) {
    String stripped = text.strip();
    if (stripped.length() > 1000 || !DOUBLE.matcher(stripped).matches()) {
      throw wrong(part, "xs:double, finite", text);
    }
    double value = Double.parseDouble(stripped);
    if (Double.isInfinite(value)) {
      throw wrong(part, "xs:double, finite", text);
    }
    return value;
  }

  private long integer(String text, String part) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException _) {
      throw wrong(part, "xs:integer of 64 bits", text);
    }
  }

  private Moment time(String text, String part) {
    try {
      return XmlTime.parse(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw wrong(part, "xs:dateTime, 1678 to 9999: " + e.getMessage(), text);
    }
  }
}
