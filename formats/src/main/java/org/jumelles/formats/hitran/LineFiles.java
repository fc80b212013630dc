package org.jumelles.formats.hitran;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// Reads and writes files of HITRAN's 160-character lines.
public final class LineFiles {
  private static final int DEFECTS_TOLD = 100;
  private static final long GREATEST_BYTES = 1L << 30;

  private LineFiles() {}

  /// The lines of a file, sorted; doubtful where some could not be read or stood out of order, with
  /// line, column and field of the first hundred; refused where none could be read.
  public static Outcome<LineFile> read(Bytes bytes) {
    if (bytes.size() > GREATEST_BYTES) {
      return new Outcome.Refused<>(
          whole(bytes, "size", bytes.size() + " bytes, more than " + GREATEST_BYTES));
    }
    List<Line> lines = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    int refused = 0;
    int disordered = 0;
    int number = 0;
    long at = 0;
    while (at < bytes.size()) {
      long end = endOfLine(bytes, at);
      String text = text(bytes, at, end);
      at = end + 1;
      number++;
      if (text.isBlank()) {
        continue;
      }
      try {
        Line line = LineRecord.read(bytes.source(), number, text);
        if (!lines.isEmpty() && line.wavenumberPerCm() < lines.getLast().wavenumberPerCm()) {
          disordered++;
          tell(defects, disorder(bytes.source(), line, lines.getLast()));
        }
        lines.add(line);
      } catch (MalformedDataException malformed) {
        refused++;
        tell(defects, malformed.defect());
      }
    }
    if (lines.isEmpty()) {
      return new Outcome.Refused<>(
          defects.isEmpty() ? whole(bytes, "lines", "none in the file") : defects.getFirst());
    }
    int wrong = refused + disordered;
    if (wrong > DEFECTS_TOLD) {
      defects.add(whole(bytes, "lines", (wrong - DEFECTS_TOLD) + " more defects, not told"));
    }
    lines.sort(Comparator.comparingDouble(Line::wavenumberPerCm));
    return Outcome.of(new LineFile(bytes.source(), lines, refused, disordered), defects);
  }

  /// The lines as a file, in their order, each ended by LF.
  ///
  /// @throws IllegalArgumentException where a number does not fit into its columns
  public static byte[] write(List<Line> lines) {
    StringBuilder text = new StringBuilder(lines.size() * (LineRecord.LENGTH + 1));
    for (Line line : lines) {
      text.append(LineRecord.write(line)).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void tell(List<Defect> defects, Defect defect) {
    if (defects.size() < DEFECTS_TOLD) {
      defects.add(defect);
    }
  }

  private static Defect disorder(String source, Line line, Line before) {
    return new Defect(
        source,
        new Place.LineColumn(line.number(), 4),
        "wavenumber",
        LineRecord.CLAUSE,
        line.wavenumberPerCm() + " cm-1 after " + before.wavenumberPerCm() + "; sorted");
  }

  private static Defect whole(Bytes bytes, String field, String found) {
    return new Defect(bytes.source(), new Place.Whole(), field, LineRecord.CLAUSE, found);
  }

  private static long endOfLine(Bytes bytes, long from) {
    long size = bytes.size();
    long at = from;
    while (at < size && bytes.segment().get(java.lang.foreign.ValueLayout.JAVA_BYTE, at) != '\n') {
      at++;
    }
    return at;
  }

  private static String text(Bytes bytes, long from, long to) {
    long length = Math.min(to - from, LineRecord.GREATEST_LENGTH + 1L);
    String text = bytes.text(from, length, StandardCharsets.ISO_8859_1, "line");
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
