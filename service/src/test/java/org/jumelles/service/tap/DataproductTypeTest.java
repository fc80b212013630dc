package org.jumelles.service.tap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jumelles.accord.Accord;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.mission.Missions;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataproductTypeTest {
  /// Those of the standard, 2.1.2.
  private static final Set<String> WORDS =
      Set.of(
          "im", "ma", "sp", "ds", "sc", "pr", "pf", "vo", "mo", "cu", "ts", "ca", "ci", "sv", "ev");

  @TempDir private Path folder = Path.of("");

  @Test
  void everyRecipeOfEveryChainHasOne() throws IOException {
    try (Archive archive = Archive.open(folder.resolve("archive"))) {
      Provenance provenance = Provenance.ofThisProcess("test", Accord.defaultRecord());
      Runner runner = Runner.onThisMachine(archive, Progress.SILENT, Optional.empty());
      List<String> recipes =
          Missions.chains(archive, provenance, runner, false).stream()
              .map(Chain::recipes)
              .flatMap(List::stream)
              .toList();
      assertThat(recipes).contains("seis/motion", "iasi/column", "ryugu/bands");
      for (String recipe : recipes) {
        assertThat(DataproductType.ofRecipe(recipe)).as(recipe).isPresent();
        for (String word : DataproductType.ofRecipe(recipe).orElse("").split("#", -1)) {
          assertThat(WORDS).as(recipe).contains(word);
        }
      }
    }
  }
}
