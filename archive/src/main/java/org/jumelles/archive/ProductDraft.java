package org.jumelles.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.lineage.Lineage;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;

/// A product before it is stored.
///
/// Products of one recipe that bear the same [#SUBJECT] among their attributes are versions of one
/// another, whatever they were made from: a sol that was made again because a file came late. A
/// draft of the recipe [Recipe#INGEST] has one payload, whose bytes give it its identity.
public record ProductDraft(
    Recipe recipe,
    String title,
    Map<String, String> parameters,
    List<Identity> inputs,
    List<DraftPayload> payloads,
    List<Entry> entries,
    Lineage lineage,
    Map<String, String> attributes) {

  /// The attribute that names what a derived product is of.
  public static final String SUBJECT = "subject";

  /// A file to keep. One that lies at a place given by [Archive#workFile] is moved, any other
  /// copied.
  public record DraftPayload(String name, String mediaType, Path file) {}

  public ProductDraft {
    parameters = Map.copyOf(parameters);
    inputs = List.copyOf(inputs);
    payloads = List.copyOf(payloads);
    entries = List.copyOf(entries);
    attributes = Map.copyOf(attributes);
    long names = payloads.stream().map(DraftPayload::name).distinct().count();
    if (names < payloads.size()) {
      throw new IllegalArgumentException("two payloads of '" + title + "' bear the same name");
    }
    if (recipe.isIngest() && (payloads.size() != 1 || !inputs.isEmpty())) {
      throw new IllegalArgumentException(
          "the raw product '" + title + "' needs one payload and no input");
    }
  }
}
