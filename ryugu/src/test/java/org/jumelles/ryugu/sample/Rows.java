package org.jumelles.ryugu.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jumelles.kernel.outcome.Place;

/// Rows as a test writes them: `sample name=A0001 mass_mg=3`, a space within as `~`.
final class Rows {
  private Rows() {}

  static List<Row> of(String... lines) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      String[] words = lines[i].split(" ");
      LinkedHashMap<String, Row.Cell> cells = new LinkedHashMap<>();
      for (int w = 1; w < words.length; w++) {
        String[] parts = words[w].split("=", 2);
        Place place = new Place.LineColumn(i + 1, w + 1);
        cells.put(parts[0], new Row.Cell(parts[1].replace('~', ' '), place));
      }
      rows.add(new Row(i + 1, words[0], "test", new Place.LineColumn(i + 1, 1), cells));
    }
    return rows;
  }

  static SampleLedger ledger(String... lines) {
    return SampleLedger.of(of(lines));
  }

  /// The complaints about the row of a number, joined.
  static String complaints(SampleLedger ledger, int number) {
    StringBuilder text = new StringBuilder();
    ledger
        .entries()
        .get(number - 1)
        .outcome()
        .defects()
        .forEach(defect -> text.append(defect.field()).append(": ").append(defect.found()));
    return text.toString();
  }
}
