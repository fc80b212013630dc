package org.jumelles.formats.xml;

import javax.xml.namespace.QName;

/// One attribute; namespace declarations are not attributes here.
public record XmlAttribute(QName name, String value) {
  public XmlAttribute(String localName, String value) {
    this(new QName(localName), value);
  }
}
