package org.jumelles.formats.envi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.kernel.raster.Layout;

/// The door: `Envi.read(bytes)`, `Envi.write(out, fields)`.
public final class Envi {
  private Envi() {}

  /// As [EnviHeader#read].
  public static EnviHeader read(Bytes bytes) {
    return EnviHeader.read(bytes);
  }

  /// The fields that say how dense data stands, at offset 0.
  ///
  /// @throws IllegalArgumentException where ENVI has no code for the type or the order of the axes
  public static List<EnviHeader.Field> fields(Layout layout, Interleave interleave) {
    if (interleave == Interleave.OTHER) {
      throw new IllegalArgumentException("ENVI has bip, bil and bsq, and no other order of axes");
    }
    List<EnviHeader.Field> fields = new ArrayList<>();
    fields.add(EnviHeader.Field.of("samples", layout.samples()));
    fields.add(EnviHeader.Field.of("lines", layout.lines()));
    fields.add(EnviHeader.Field.of("bands", layout.bands()));
    fields.add(EnviHeader.Field.of("header offset", 0));
    fields.add(EnviHeader.Field.of("file type", "ENVI Standard"));
    fields.add(EnviHeader.Field.of("data type", EnviTypes.code(layout.type())));
    fields.add(EnviHeader.Field.of("interleave", interleave.word()));
    fields.add(EnviHeader.Field.of("byte order", layout.order() == ByteOrder.BIG_ENDIAN ? 1 : 0));
    return fields;
  }

  /// Writes a header in UTF-8, its fields in the order given.
  ///
  /// @throws IllegalArgumentException where a value cannot stand in a header
  public static void write(OutputStream out, List<EnviHeader.Field> fields) throws IOException {
    StringBuilder text = new StringBuilder("ENVI\n");
    for (EnviHeader.Field field : fields) {
      check(field);
      text.append(field.name()).append(" = ");
      text.append(field.braced() ? "{" + field.value() + "}" : field.value()).append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void check(EnviHeader.Field field) {
    int depth = 0;
    boolean closes = false;
    for (char c : field.value().toCharArray()) {
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      closes |= depth < 0;
    }
    boolean lines = field.value().indexOf('\n') >= 0 || field.value().indexOf('\r') >= 0;
    boolean comment = field.value().lines().skip(1).anyMatch(line -> line.strip().startsWith(";"));
    if (field.name().isEmpty() || field.name().contains("=") || field.name().startsWith(";")) {
      throw new IllegalArgumentException("'" + field.name() + "' is no name of a field");
    }
    if (depth != 0
        || closes
        || comment
        || (!field.braced() && (lines || field.value().startsWith("{")))) {
      throw new IllegalArgumentException(
          field.name() + ": '" + field.value() + "' cannot stand in an ENVI header");
    }
  }
}
