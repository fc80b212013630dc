package org.jumelles.formats.quakeml;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Two documents held against one another through the JDK's tree parser, which shares no code with
/// the reader under test.
final class XmlTrees {
  private XmlTrees() {}

  /// Each element with its path by namespace, its sorted attributes and its text, in the order of
  /// the document. White space between elements, comments and prefixes do not count.
  static List<String> lines(byte[] xml) {
    List<String> lines = new ArrayList<>();
    walk(root(xml), "", lines);
    return lines;
  }

  /// How many elements and attributes stand at each path.
  static Map<String, Integer> counts(byte[] xml) {
    Map<String, Integer> counts = new TreeMap<>();
    count(root(xml), "", counts);
    return counts;
  }

  private static Element root(byte[] xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setCoalescing(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void walk(Element element, String path, List<String> lines) {
    String here = path + "/" + name(element);
    Map<String, String> attributes = new TreeMap<>();
    attributes(element).forEach(a -> attributes.put(name(a), a.getValue()));
    boolean hasText = false;
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      hasText |= n.getNodeType() == Node.TEXT_NODE && !n.getTextContent().isBlank();
    }
    lines.add(here + " " + attributes);
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        walk(child, here, lines);
      } else if (n.getNodeType() == Node.TEXT_NODE && hasText) {
        lines.add(here + " = " + n.getTextContent());
      }
    }
  }

  private static void count(Element element, String path, Map<String, Integer> counts) {
    String here = path + "/" + name(element);
    counts.merge(here, 1, Integer::sum);
    attributes(element).forEach(a -> counts.merge(here + "/@" + name(a), 1, Integer::sum));
    for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        count(child, here, counts);
      }
    }
  }

  private static List<Attr> attributes(Element element) {
    List<Attr> attributes = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
        attributes.add(attribute);
      }
    }
    return attributes;
  }

  private static String name(Node node) {
    return node.getNamespaceURI() == null
        ? node.getLocalName()
        : "{" + node.getNamespaceURI() + "}" + node.getLocalName();
  }
}
