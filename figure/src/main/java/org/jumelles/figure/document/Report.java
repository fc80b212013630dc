package org.jumelles.figure.document;

import java.util.List;
import java.util.Map;

/// A title, a line below it, and sections.
public record Report(String title, String subtitle, List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
  }

  /// A heading, a note, and a table whose columns are the names of its first row's cells.
  public record Section(String heading, String note, List<Map<String, String>> rows) {
    public Section {
      rows = List.copyOf(rows);
    }

    List<String> columns() {
      return rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    }
  }
}
