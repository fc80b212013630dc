package org.jumelles.pipeline.ingest;

import java.util.List;
import java.util.Map;
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
    Map<String, String> attributes) {}
