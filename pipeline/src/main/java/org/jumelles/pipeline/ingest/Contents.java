package org.jumelles.pipeline.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.kernel.outcome.Defect;

/// What one file holds, as the catalogue will know it.
///
/// @param mediaType of the whole file
/// @param entries what can be found in it by time and name
/// @param defects the first of them; all are counted in the units
record Contents(
    String mediaType,
    String title,
    List<Entry> entries,
    FileReport.Units units,
    List<Defect> defects,
    Map<String, String> attributes) {

  /// Bytes that mean nothing without the file that describes them.
  static Contents described(String payload, long size, Path describedBy, Map<String, String> told) {
    return new Contents(
        "application/octet-stream",
        "Data described by " + describedBy.getFileName(),
        List.of(new Entry("described", payload, Query.ALWAYS, payload, 0, size, Map.of())),
        FileReport.Units.NONE,
        List.of(),
        told);
  }
}
