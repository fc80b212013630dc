package org.jumelles.formats.stationxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jumelles.formats.xml.XmlReader;
import org.jumelles.kernel.bytes.Bytes;

/// FDSN StationXML 1.0 to 1.2, read and written; reading what was written gives the same
/// [Inventory].
public final class StationXml {
  private StationXml() {}

  /// @throws org.jumelles.kernel.outcome.MalformedDataException where the document is not
  /// StationXML, with line, column and path
  public static Inventory read(Bytes bytes) {
    return NodeReader.inventory(XmlReader.open(bytes));
  }

  /// As [#read(Bytes)]; the caller closes the stream.
  public static Inventory read(InputStream input, String source) throws IOException {
    try {
      return NodeReader.inventory(XmlReader.open(input, source));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Writes down to a level, in UTF-8, children in the order of the schema; the caller closes the
  /// stream.
  public static void write(Inventory inventory, Level level, OutputStream out) throws IOException {
    NodeWriter.write(inventory, level, out);
  }
}
