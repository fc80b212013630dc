package org.jumelles.formats.pds3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// The door: `Pds3.read(bytes)`.
public final class Pds3 {
  private static final int MOST_LABEL = 1 << 22;
  private static final Pattern POINTER =
      Pattern.compile("(\\d{1,18})\\s*(<BYTES>)?", Pattern.CASE_INSENSITIVE);

  private final Bytes bytes;
  private final Map<String, String> keywords = new LinkedHashMap<>();
  private final List<Pds3Object> objects = new ArrayList<>();

  private Pds3(Bytes bytes) {
    this.bytes = bytes;
  }

  public static boolean isPds3(Bytes bytes) {
    return bytes.size() > 64
        && bytes.ascii(0, 64, "label").matches("(?s)\\s*PDS_VERSION_ID\\s*=\\s*\"?PDS3.*");
  }

  /// The objects of lines and samples that lie in the file itself.
  ///
  /// @throws MalformedDataException where the label has no END, or a pointer points nowhere
  public static List<Pds3Object> read(Bytes bytes) {
    if (!isPds3(bytes)) {
      throw bytes.malformed(0, "PDS_VERSION_ID", "PDS3", "another beginning");
    }
    Pds3 reading = new Pds3(bytes);
    reading.readLabel();
    return List.copyOf(reading.objects);
  }

  private void readLabel() {
    String text = bytes.ascii(0, Math.min(bytes.size(), MOST_LABEL), "label");
    String[] lines = text.split("\n", -1);
    for (int at = 0; at < lines.length; at++) {
      String line = lines[at].replaceAll("/\\*.*?\\*/", "").strip();
      if (line.equals("END")) {
        return;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        continue; // blank lines, comments, the rest of a text over several lines
      }
      String key = line.substring(0, equals).strip();
      String value = value(line.substring(equals + 1).strip());
      if (key.equals("OBJECT")) {
        at = object(lines, at, value);
      } else {
        keywords.putIfAbsent(key, value);
      }
    }
    throw new MalformedDataException(
        bytes.source(), new Place.Whole(), "label", "PDS3: it ends with END", "no END");
  }

  /// Reads to the object's end and returns its line.
  private int object(String[] lines, int from, String name) {
    Map<String, String> own = new LinkedHashMap<>();
    int depth = 1;
    for (int at = from + 1; at < lines.length; at++) {
      String line = lines[at].replaceAll("/\\*.*?\\*/", "").strip();
      int equals = line.indexOf('=');
      String key = equals < 1 ? line : line.substring(0, equals).strip();
      if (key.equals("OBJECT")) {
        depth++;
      } else if (key.equals("END_OBJECT") && --depth == 0) {
        if (own.containsKey("LINE_SAMPLES")) {
          objects.add(new Pds3Object(bytes.source(), name, from + 1, offset(name, from + 1), own));
        }
        return at;
      } else if (equals > 0 && depth == 1) {
        own.putIfAbsent(key, value(line.substring(equals + 1).strip()));
      }
    }
    throw new MalformedDataException(
        bytes.source(),
        new Place.LineColumn(from + 1, 1),
        name,
        "PDS3: OBJECT has an END_OBJECT",
        "none");
  }

  /// A pointer counts records, or bytes, from one.
  private long offset(String name, int line) {
    String pointer = keywords.getOrDefault("^" + name, "");
    Matcher place = POINTER.matcher(pointer);
    if (place.matches()) {
      long number = Long.parseLong(place.group(1));
      boolean inBytes = place.group(2) != null;
      String record = keywords.getOrDefault("RECORD_BYTES", "");
      if (number >= 1 && (inBytes || record.matches("\\d{1,9}"))) {
        long unit = inBytes ? 1 : Long.parseLong(record);
        if (number - 1 <= bytes.size() / Math.max(unit, 1)) {
          return (number - 1) * unit;
        }
      }
    }
    throw new MalformedDataException(
        bytes.source(),
        new Place.LineColumn(line, 1),
        "^" + name,
        "PDS3: a place in this file of " + bytes.size() + " bytes",
        "'" + pointer + "'");
  }

  private static String value(String text) {
    String stripped = text.startsWith("\"") ? text.substring(1) : text;
    int end = text.startsWith("\"") ? stripped.indexOf('"') : -1;
    return (end >= 0 ? stripped.substring(0, end) : stripped).strip();
  }
}
