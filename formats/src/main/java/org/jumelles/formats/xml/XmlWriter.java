package org.jumelles.formats.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.namespace.QName;

/// Writes one document in UTF-8, two spaces a level, text exactly as given.
///
/// A namespace is declared where it is first used, by the prefix of the name where that is free.
/// The order is [#start], [#element] any number of times, [#end]; the caller closes the stream
/// after [#finish].
public final class XmlWriter {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private record Open(String tag, Map<String, String> prefixes) {}

  private final Writer out;
  private final Deque<Open> open = new ArrayDeque<>();

  public XmlWriter(OutputStream stream) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /// Opens an element that will hold elements.
  ///
  /// @param namespaces declarations to make here, by prefix
  public void start(QName name, List<XmlAttribute> attributes, Map<String, String> namespaces)
      throws IOException {
    indent();
    startTag(name, attributes, namespaces);
    out.write(">\n");
  }

  public void end() throws IOException {
    Open ended = open.pop();
    indent();
    out.write("</" + ended.tag + ">\n");
  }

  /// Writes an element with all that it holds.
  public void element(XmlElement element) throws IOException {
    indent();
    write(element, true);
    out.write('\n');
  }

  public void finish() throws IOException {
    if (!open.isEmpty()) {
      throw new IllegalStateException("<" + open.element().tag + "> is still open");
    }
    out.flush();
  }

  private void write(XmlElement element, boolean indented) throws IOException {
    startTag(element.name(), element.attributes(), element.namespaces());
    if (element.content().isEmpty()) {
      out.write("/>");
      open.pop();
      return;
    }
    out.write('>');
    boolean spaced =
        indented && element.content().stream().allMatch(node -> node instanceof XmlElement);
    for (XmlNode node : element.content()) {
      if (spaced) {
        out.write('\n');
        indent();
      }
      switch (node) {
        case XmlElement child -> write(child, spaced);
        case XmlText(String text) -> escape(text, false);
      }
    }
    Open ended = open.pop();
    if (spaced) {
      out.write('\n');
      indent();
    }
    out.write("</" + ended.tag + ">");
  }

  private void startTag(QName name, List<XmlAttribute> attributes, Map<String, String> namespaces)
      throws IOException {
    Map<String, String> scope = new HashMap<>(open.isEmpty() ? Map.of() : open.element().prefixes);
    Map<String, String> declared = new TreeMap<>(namespaces);
    declared.entrySet().removeIf(entry -> entry.getValue().equals(scope.get(entry.getKey())));
    scope.putAll(declared);
    String tag = tag(name, false, scope, declared);
    StringBuilder text = new StringBuilder();
    out.write("<" + tag);
    for (XmlAttribute attribute : attributes) {
      String attributeName = tag(attribute.name(), true, scope, declared);
      text.append(' ').append(attributeName).append("=\"");
      escapeInto(text, attribute.value(), true);
      text.append('"');
    }
    for (Map.Entry<String, String> entry : declared.entrySet()) {
      out.write(entry.getKey().isEmpty() ? " xmlns=\"" : " xmlns:" + entry.getKey() + "=\"");
      escape(entry.getValue(), true);
      out.write('"');
    }
    out.append(text);
    open.push(new Open(tag, scope));
  }

  /// The name with a prefix that is bound to its namespace, bound here if need be.
  private static String tag(
      QName name, boolean attribute, Map<String, String> scope, Map<String, String> declared) {
    String uri = name.getNamespaceURI();
    String local = name.getLocalPart();
    if (uri.equals(XML)) {
      return "xml:" + local;
    }
    if (uri.isEmpty()) {
      if (!attribute && !scope.getOrDefault("", "").isEmpty()) {
        bind("", "", scope, declared);
      }
      return local;
    }
    String prefix = name.getPrefix();
    if (uri.equals(scope.get(prefix)) && !(attribute && prefix.isEmpty())) {
      return prefix.isEmpty() ? local : prefix + ":" + local;
    }
    for (Map.Entry<String, String> entry : scope.entrySet()) {
      if (entry.getValue().equals(uri) && !(attribute && entry.getKey().isEmpty())) {
        return entry.getKey().isEmpty() ? local : entry.getKey() + ":" + local;
      }
    }
    String chosen = prefix;
    for (int i = 1; declared.containsKey(chosen) || (attribute && chosen.isEmpty()); i++) {
      chosen = "ns" + i;
    }
    bind(chosen, uri, scope, declared);
    return chosen.isEmpty() ? local : chosen + ":" + local;
  }

  private static void bind(
      String prefix, String uri, Map<String, String> scope, Map<String, String> declared) {
    scope.put(prefix, uri);
    declared.put(prefix, uri);
  }

  private void indent() throws IOException {
    out.write("  ".repeat(open.size()));
  }

  private void escape(String text, boolean attribute) throws IOException {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    escapeInto(escaped, text, attribute);
    out.append(escaped);
  }

  private static void escapeInto(StringBuilder into, String text, boolean attribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> into.append("&amp;");
        case '<' -> into.append("&lt;");
        case '>' -> into.append("&gt;");
        case '"' -> into.append(attribute ? "&quot;" : "\"");
        case '\r' -> into.append("&#13;");
        case '\n', '\t' -> into.append(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
        default -> {
          if (c < ' ' || c == '\uFFFE' || c == '\uFFFF') {
            throw new IllegalArgumentException(
                "character " + (int) c + " cannot stand in an XML document");
          }
          into.append(c);
        }
      }
    }
  }
}
