package org.jumelles.formats.xml;

/// How much a document may ask of its reader.
///
/// @param depth open elements at one time
/// @param textLength characters of one attribute or of the text of one element
/// @param events tags, texts and comments in the whole document
public record XmlLimits(int depth, int textLength, long events) {
  /// 100 levels, 8 Mi characters in one piece, 500 million events.
  public static final XmlLimits DEFAULT = new XmlLimits(100, 8 << 20, 500_000_000L);

  public XmlLimits {
    if (depth < 1 || depth > 1000 || textLength < 1 || events < 1) {
      throw new IllegalArgumentException(
          "limits of depth " + depth + ", text " + textLength + ", events " + events);
    }
  }
}
