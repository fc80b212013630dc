package org.jumelles.pipeline.ingest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.formats.hitran.Line;
import org.jumelles.formats.hitran.LineFile;
import org.jumelles.formats.hitran.LineFiles;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;

/// The user's spectral lines, in HITRAN's 160 characters.
public final class LineContents {
  /// The kind of the one entry that a file has.
  public static final String KIND = "lines";

  private static final int RECORD = 160;

  private LineContents() {}

  /// Whether the first line of a file is such a record.
  static boolean isLines(byte[] head) {
    int end = 0;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    int length = end > 0 && head[end - 1] == '\r' ? end - 1 : end;
    return length == RECORD
        && LineFiles.read(Bytes.of("head", Arrays.copyOf(head, length))).found().isPresent();
  }

  static Contents of(Bytes bytes, String payload) {
    Outcome<LineFile> read = LineFiles.read(bytes);
    LineFile file =
        read.found().orElseThrow(() -> new MalformedDataException(read.defects().getFirst()));
    String gases =
        file.lines().stream()
            .map(Line::molecule)
            .distinct()
            .sorted()
            .map(Isotopologue::formula)
            .collect(Collectors.joining(" "));
    double first = file.lines().getFirst().wavenumberPerCm();
    double last = file.lines().getLast().wavenumberPerCm();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("gases", gases);
    attributes.put("count", Integer.toString(file.lines().size()));
    attributes.put("from_per_cm", String.format(Locale.ROOT, "%.4f", first));
    attributes.put("to_per_cm", String.format(Locale.ROOT, "%.4f", last));
    String key = String.format(Locale.ROOT, "lines of %s, %.2f to %.2f cm-1", gases, first, last);
    return new Contents(
        "text/plain",
        key,
        List.of(new Entry(KIND, key, Query.ALWAYS, payload, 0, bytes.size(), attributes)),
        new FileReport.Units(file.lines().size(), 0, file.refused()),
        read.defects(),
        Map.of("format", "HITRAN 160"));
  }
}
