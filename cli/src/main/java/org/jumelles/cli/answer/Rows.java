package org.jumelles.cli.answer;

import java.util.List;
import java.util.Map;

/// Reads back the parts of an answer's document, so that text and JSON tell the same.
public final class Rows {
  private Rows() {}

  /// The rows below a name; none where there are none.
  @SuppressWarnings("unchecked") // documents are built from maps with text as keys alone
  public static List<Map<String, Object>> of(Map<String, ?> document, String name) {
    Object rows = document.get(name);
    return rows == null ? List.of() : (List<Map<String, Object>>) rows;
  }

  @SuppressWarnings("unchecked") // as above
  public static Map<String, Object> row(Map<String, ?> document, String name) {
    Object row = document.get(name);
    return row == null ? Map.of() : (Map<String, Object>) row;
  }
}
