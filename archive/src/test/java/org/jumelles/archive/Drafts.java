package org.jumelles.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Drafts that several tests store.
final class Drafts {
  static final Lineage LINEAGE =
      new Lineage(
          "0123abc",
          new Moment(1_000),
          new Moment(2_000),
          List.of(
              new Agent.Software("jumelles", "0.1.0"),
              new Agent.Operator("test"),
              new Agent.Programme("SEIS", new Agent.Accountable.Known("CNES", "role", "source")),
              new Agent.Programme("other", new Agent.Accountable.NotKnown("no record"))));

  private Drafts() {}

  static ProductDraft raw(Path file, Entry... entries) {
    return new ProductDraft(
        Recipe.INGEST,
        file.getFileName().toString(),
        Map.of(),
        List.of(),
        List.of(new ProductDraft.DraftPayload("raw.txt", "text/plain", file)),
        List.of(entries),
        LINEAGE,
        Map.of("format", "text"));
  }

  static ProductDraft derived(String title, List<Identity> inputs) {
    return new ProductDraft(
        new Recipe("test/" + title, "1"),
        title,
        Map.of(),
        inputs,
        List.of(),
        List.of(),
        LINEAGE,
        Map.of());
  }

  static Entry entry(String kind, String key, long start, long end, long offset, long length) {
    Span span = new Span(new Moment(start), new Moment(end));
    String payload = length == 0 ? "" : "raw.txt";
    return new Entry(kind, key, span, payload, offset, length, Map.of("rate", "20"));
  }
}
