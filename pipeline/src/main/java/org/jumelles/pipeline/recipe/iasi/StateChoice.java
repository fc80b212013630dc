package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.iasi.sounding.SoundingIndex;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.ingest.EmissivityContents;
import org.jumelles.pipeline.ingest.ProfileContents;
import org.jumelles.pipeline.ingest.SoundingContents;

/// Which state the columns of a granule start from: the simulation's own for simulated spectra;
/// else the soundings that are near in time, where one is near in place too, then the newest
/// profile that the user gave, then the made-up standard. Emissivity that no sounding tells is the
/// user's newest table's.
record StateChoice(Archive archive) {
  /// As the commands take them without being told otherwise.
  static final SoundingIndex.Limits LIMITS = new SoundingIndex.Limits(25, 1800);

  private static final Set<String> KINDS =
      Set.of(SoundingContents.KIND, ProfileContents.KIND, EmissivityContents.KIND);

  /// What the choice adds to a product's inputs.
  List<Found> chosen(Swath swath) {
    List<Found> chosen = new ArrayList<>();
    if (swath.isSimulated()) {
      return chosen;
    }
    Span span = swath.found().entry().span();
    long reach = Math.round(1e9 * LIMITS.seconds());
    Span near = new Span(span.start().plusNanos(-reach), span.end().plusNanos(reach));
    chosen.addAll(archive.entries(new Query(SoundingContents.KIND, List.of(), near)));
    newest(archive, ProfileContents.KIND).ifPresent(chosen::add);
    newest(archive, EmissivityContents.KIND).ifPresent(chosen::add);
    return chosen;
  }

  /// Those of a product's inputs that tell its state.
  static List<Found> among(List<Found> inputs) {
    return inputs.stream().filter(found -> KINDS.contains(found.entry().kind())).toList();
  }

  /// The entry of a kind that was taken in last.
  static Optional<Found> newest(Archive archive, String kind) {
    return archive.entries(Query.all(kind)).stream()
        .max(
            Comparator.comparing(
                found ->
                    archive
                        .find(found.product())
                        .map(one -> one.lineage().endedAt())
                        .orElseThrow()));
  }

  /// @param chosen what [#chosen] told, or a product's own inputs
  /// @param wavenumberPerCm of the emissivity
  ColumnStates of(Swath swath, List<Found> chosen, double wavenumberPerCm) throws IOException {
    return swath.isSimulated()
        ? ColumnStates.OfSimulation.read(archive, swath.found())
        : MeasuredStates.read(archive, chosen, wavenumberPerCm);
  }
}
