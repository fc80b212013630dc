package org.jumelles.service.tap;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Any query is read and asked of a table with two rows, or refused.
public final class AdqlFuzz {
  private AdqlFuzz() {}

  public static void read(String text) {
    Table table = new Table("ivoa", "epn_core", "two rows", EpnCore.COLUMNS, AdqlFuzz::rows);
    try {
      TapQuery query = AdqlReader.read(text, TapSchema.with(table));
      Answers.of(query, 10);
    } catch (TapRefusal refused) {
      refused.reason();
    }
  }

  private static Iterator<List<@Nullable Object>> rows() {
    List<@Nullable Object> nothing = new ArrayList<>();
    List<@Nullable Object> something = new ArrayList<>();
    for (Column column : EpnCore.COLUMNS) {
      nothing.add(null);
      something.add(column.name().endsWith("min") ? Double.valueOf(1.5) : null);
    }
    return List.of(nothing, something).iterator();
  }
}
