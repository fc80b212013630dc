package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Identity;
import org.jumelles.pipeline.ingest.ProfileContents;

/// Which state the columns of a granule start from: the simulation's own for simulated spectra,
/// else
/// the newest profile that the user gave, else the made-up standard.
record StateChoice(Archive archive) {
  /// What the choice adds to a product's inputs.
  List<Identity> inputs(Swath swath) {
    return profile(swath).map(Found::product).stream().toList();
  }

  ColumnStates of(Swath swath) throws IOException {
    return swath.isSimulated()
        ? ColumnStates.OfSimulation.read(archive, swath.found())
        : ColumnStates.OfProfile.read(archive, profile(swath));
  }

  private Optional<Found> profile(Swath swath) {
    return swath.isSimulated()
        ? Optional.empty()
        : archive.entries(Query.all(ProfileContents.KIND)).stream().reduce((_, last) -> last);
  }
}
