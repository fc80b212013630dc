package org.jumelles.formats.xml;

/// What may stand inside an element. Comments and processing instructions are not kept.
public sealed interface XmlNode permits XmlElement, XmlText {}
