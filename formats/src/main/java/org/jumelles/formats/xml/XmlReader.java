package org.jumelles.formats.xml;

import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLReporter;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// A cursor over the elements of one document; it stands on a start tag until that element is
/// captured.
///
/// `reader.captureAround(name -> name.getLocalPart().equals("event"), event ->
/// use(event.capture()))`
/// reads a document of any length with one event in memory, and returns the rest of the root. A
/// document type, an entity other than the five of XML itself, and anything beyond [XmlLimits] is
/// refused; nothing outside of the document is ever opened. Not for use by two threads.
public final class XmlReader {
  private static final XMLReporter SILENT = (_, _, _, _) -> {};
  private static final XMLInputFactory FACTORY = factory();

  private final String source;
  private final XmlLimits limits;
  private final XMLStreamReader events;
  private final List<String> open = new ArrayList<>();
  private long eventCount;

  private XmlReader(InputStream input, String source, XmlLimits limits) {
    this.source = source;
    this.limits = limits;
    try {
      this.events = FACTORY.createXMLStreamReader(input);
    } catch (XMLStreamException e) {
      throw refusal(source, e, "/");
    }
    while (advance() != XMLStreamConstants.START_ELEMENT) {
      // The prologue holds nothing to keep.
    }
  }

  /// Opens a document and stands on its root; the caller closes the stream.
  ///
  /// @throws MalformedDataException where the document does not start as XML
  public static XmlReader open(InputStream input, String source) throws IOException {
    return open(input, source, XmlLimits.DEFAULT);
  }

  public static XmlReader open(InputStream input, String source, XmlLimits limits)
      throws IOException {
    try {
      return new XmlReader(input, source, limits);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  public static XmlReader open(Bytes bytes) {
    if (bytes.size() > Integer.MAX_VALUE - 8) {
      throw bytes.malformed(0, "document", "a limit of this reader", "2 GiB or more in memory");
    }
    byte[] array = bytes.array(0, bytes.size(), "document");
    return new XmlReader(new ByteArrayInputStream(array), bytes.source(), XmlLimits.DEFAULT);
  }

  public String source() {
    return source;
  }

  public QName name() {
    return events.getName();
  }

  /// The path of the element, such as `/FDSNStationXML/Network[2]`.
  public String path() {
    return "/" + String.join("/", open);
  }

  /// Reads to the end of this element and returns it whole.
  ///
  /// @throws UncheckedIOException where the stream under it fails
  public XmlElement capture() {
    return captureAround(name -> false, child -> {});
  }

  /// As [#capture], with a view for taking its parts.
  public XmlFields captureFields() {
    String path = path();
    return new XmlFields(capture(), source, path);
  }

  /// Reads to the end of this element; each child whose name is `streamed` is handed to `each`,
  /// which must capture it, and is left out of what is returned.
  public XmlElement captureAround(Predicate<QName> streamed, Consumer<XmlReader> each) {
    QName name = events.getName();
    Place.LineColumn place = place();
    List<XmlAttribute> attributes = attributes();
    Map<String, String> namespaces = namespaces();
    List<XmlNode> content = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Map<String, Integer> counts = new HashMap<>();
    int event;
    while ((event = advance()) != XMLStreamConstants.END_ELEMENT) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        flush(text, content);
        QName child = events.getName();
        if (streamed.test(child)) {
          String local = child.getLocalPart();
          int index = counts.merge(local, 1, Integer::sum);
          open.set(open.size() - 1, local + "[" + index + "]");
          handOver(each);
        } else {
          content.add(capture());
        }
      } else if (event != XMLStreamConstants.COMMENT
          && event != XMLStreamConstants.PROCESSING_INSTRUCTION) {
        append(text);
      }
    }
    flush(text, content);
    List<XmlNode> kept = withoutIndentation(content);
    if (open.isEmpty()) {
      readEpilogue();
    }
    return new XmlElement(name, attributes, kept, namespaces, place);
  }

  /// The complaint that the element under the cursor is wrong; the caller throws it.
  public MalformedDataException malformed(String clause, String found) {
    return new MalformedDataException(source, place(), path(), clause, found);
  }

  private Place.LineColumn place() {
    return new Place.LineColumn(
        events.getLocation().getLineNumber(), events.getLocation().getColumnNumber());
  }

  private void handOver(Consumer<XmlReader> each) {
    int depth = open.size();
    each.accept(this);
    if (open.size() != depth - 1) {
      throw new AssertionError("an element handed over at " + path() + " was not captured");
    }
  }

  private List<XmlAttribute> attributes() {
    List<XmlAttribute> attributes = new ArrayList<>(events.getAttributeCount());
    for (int i = 0; i < events.getAttributeCount(); i++) {
      String value = events.getAttributeValue(i);
      if (value.length() > limits.textLength()) {
        throw malformed("a limit of this reader", "an attribute of " + value.length() + " chars");
      }
      attributes.add(new XmlAttribute(events.getAttributeName(i), value));
    }
    return attributes;
  }

  private Map<String, String> namespaces() {
    Map<String, String> namespaces = new HashMap<>();
    for (int i = 0; i < events.getNamespaceCount(); i++) {
      @org.jspecify.annotations.Nullable String prefix = events.getNamespacePrefix(i);
      @org.jspecify.annotations.Nullable String uri = events.getNamespaceURI(i);
      namespaces.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
    }
    return namespaces;
  }

  private void append(StringBuilder text) {
    text.append(events.getTextCharacters(), events.getTextStart(), events.getTextLength());
    if (text.length() > limits.textLength()) {
      throw malformed("a limit of this reader", "more than " + limits.textLength() + " characters");
    }
  }

  private static void flush(StringBuilder text, List<XmlNode> content) {
    if (!text.isEmpty()) {
      content.add(new XmlText(text.toString()));
      text.setLength(0);
    }
  }

  private static List<XmlNode> withoutIndentation(List<XmlNode> content) {
    boolean hasChildren = false;
    for (XmlNode node : content) {
      if (node instanceof XmlText(String text)) {
        if (!text.isBlank()) {
          return content;
        }
      } else {
        hasChildren = true;
      }
    }
    return hasChildren
        ? content.stream().filter(node -> node instanceof XmlElement).toList()
        : content;
  }

  private void readEpilogue() {
    while (advance() != XMLStreamConstants.END_DOCUMENT) {
      // Comments and white space.
    }
  }

  private int advance() {
    int event = next();
    if (++eventCount > limits.events()) {
      throw malformed("a limit of this reader", "more than " + limits.events() + " events");
    }
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        open.add(events.getLocalName());
        if (open.size() > limits.depth()) {
          throw malformed("a limit of this reader", "more than " + limits.depth() + " levels");
        }
      }
      case XMLStreamConstants.END_ELEMENT -> open.removeLast();
      case XMLStreamConstants.DTD ->
          throw malformed("no document type is read", "a document type declaration");
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw malformed(
              "no entity is resolved", "a reference to an entity of the document's own");
      default -> {}
    }
    return event;
  }

  private int next() {
    try {
      return events.next();
    } catch (XMLStreamException e) {
      throw refusal(source, e, path());
    } catch (RuntimeException e) {
      // The parser of the JDK ends on some cut documents with an exception of its own bounds.
      throw new MalformedDataException(source, place(), path(), "XML 1.0", "unreadable: " + e);
    }
  }

  private static RuntimeException refusal(String source, XMLStreamException e, String path) {
    if (e.getNestedException() instanceof IOException io
        && !(io instanceof CharConversionException)) {
      return new UncheckedIOException(io);
    }
    Place place =
        e.getLocation() == null
            ? new Place.Whole()
            : new Place.LineColumn(
                e.getLocation().getLineNumber(), e.getLocation().getColumnNumber());
    return new MalformedDataException(source, place, path, "XML 1.0", sentence(e));
  }

  /// The parser's own words without the lines that repeat the place.
  private static String sentence(XMLStreamException e) {
    @org.jspecify.annotations.Nullable String message = e.getMessage();
    if (message == null) {
      return "not well-formed";
    }
    int from = message.indexOf("Message: ");
    return from < 0 ? message : message.substring(from + "Message: ".length());
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // Without one the JDK writes to standard error what is thrown anyway.
    factory.setProperty(XMLInputFactory.REPORTER, SILENT);
    factory.setProperty(javax.xml.XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("an entity outside of the document: " + systemId);
        });
    return factory;
  }
}
