package org.jumelles.pipeline.sample;

/// Any text is a table with its broken rows counted, or is refused.
public final class RowsFuzz {
  private RowsFuzz() {}

  public static void csv(String text) {
    CsvRows.read("fuzz", text);
  }

  public static void yaml(String text) {
    YamlRows.read("fuzz", text);
  }
}
