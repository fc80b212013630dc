package org.jumelles.pipeline.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.pipeline.sample.SampleTable;

/// Records the rows of a table of samples in the archive's ledger; the file itself is kept too.
final class SampleContents {
  static final String KIND = "samples";

  private SampleContents() {}

  static Contents of(Path copy, String payload, Archive archive, String author) throws IOException {
    SampleTable table = SampleTable.read(copy);
    SampleKeeping.Taken taken = SampleKeeping.take(archive, table, author, false);
    // Not how many were new to the ledger: a run killed after it recorded them would tell the
    // product
    // otherwise the next time, under the same identity.
    Map<String, String> told =
        Map.of(
            "rows", Integer.toString(taken.read()),
            "accepted", Integer.toString(taken.good() + taken.doubtful() + taken.known()),
            "refused", Integer.toString(taken.refused()));
    boolean useful = taken.read() > taken.refused();
    return new Contents(
        "text/plain",
        "Entries of the ledger of samples, " + payload,
        useful ? List.of(new Entry(KIND, payload, Query.ALWAYS, payload, 0, 0, told)) : List.of(),
        new FileReport.Units(taken.good() + taken.known(), taken.doubtful(), taken.refused()),
        taken.defects(),
        Map.of("format", "sample ledger"));
  }
}
