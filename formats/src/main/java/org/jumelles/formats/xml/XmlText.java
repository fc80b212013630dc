package org.jumelles.formats.xml;

/// Character data, with references resolved and white space as it stood.
public record XmlText(String text) implements XmlNode {}
