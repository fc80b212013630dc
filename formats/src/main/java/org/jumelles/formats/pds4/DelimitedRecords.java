package org.jumelles.formats.pds4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Records of `PDS DSV 1`: fields parted by one character, in double quotes where they hold it.
final class DelimitedRecords {
  private static final int MOST_BYTES = 1 << 30;

  private DelimitedRecords() {}

  static List<String[]> read(Pds4Table table, Bytes file) {
    long size = file.size() - table.offset();
    if (size < 0 || size > MOST_BYTES) {
      throw malformed(table, file, 0, "an offset in a file of up to 1 GiB", file.size() + " bytes");
    }
    String text =
        new String(file.array(table.offset(), size, table.path()), StandardCharsets.UTF_8);
    List<String[]> records = new ArrayList<>();
    int at = 0;
    while (at < text.length() && records.size() < table.records()) {
      List<String> fields = new ArrayList<>();
      at = record(text, at, table.delimiter(), fields);
      if (fields.size() != table.fields().size()) {
        throw malformed(
            table,
            file,
            records.size() + 1,
            table.fields().size() + " fields",
            fields.size() + " fields");
      }
      records.add(fields.toArray(String[]::new));
    }
    if (records.size() < table.records()) {
      throw malformed(
          table, file, records.size(), table.records() + " records", records.size() + " records");
    }
    return records;
  }

  /// Reads one record and returns where the next one begins.
  private static int record(String text, int from, char delimiter, List<String> fields) {
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    int at = from;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else if (c == '\n' && !quoted) {
        at++;
        break;
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return at;
  }

  private static MalformedDataException malformed(
      Pds4Table table, Bytes file, int record, String clause, String found) {
    return new MalformedDataException(
        file.source(), new Place.Path("record " + record), table.path(), clause, found);
  }
}
