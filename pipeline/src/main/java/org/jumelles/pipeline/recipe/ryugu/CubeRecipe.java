package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.ingest.Programme;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.ryugu.cube.Cube;

/// A recipe whose input is one cube that was taken in, whatever its container.
///
/// @param kind of the one entry of its products
/// @param word what its products are called
record CubeRecipe(
    Archive archive,
    Provenance provenance,
    Recipe recipe,
    String kind,
    String word,
    Map<String, String> parameters,
    Analysis analysis) {
  private static final long MEMORY_BYTES = 256L << 20;

  CubeRecipe {
    parameters = Map.copyOf(parameters);
  }

  /// What is made of a cube.
  ///
  /// @param told for the entry
  record Made(List<Path> files, Map<String, String> told) {}

  /// The making: from a cube to files in a folder.
  @FunctionalInterface
  interface Analysis {
    Made of(String key, Cube cube, Path folder) throws IOException;
  }

  Work plan(StoredCube cube) {
    Map<String, String> all = cube.parameters(parameters);
    Identity identity = Identity.of(recipe.name(), recipe.version(), all, cube.inputs());
    return new Work(identity, word + " of " + cube.key(), MEMORY_BYTES, () -> make(cube, all))
        .of(recipe, cube.entry().span());
  }

  private Outcome<ProductDraft> make(StoredCube from, Map<String, String> all) throws IOException {
    Moment started = Provenance.now();
    Path folder = archive.workFile(word.replace(' ', '-'));
    Files.createDirectories(folder);
    Made made;
    List<Defect> defects;
    try (Cube cube = from.open(archive)) {
      made = analysis.of(from.key(), cube, folder);
      defects = cube.container().defects().stream().map(one -> one.from(from.key())).toList();
    }
    List<DraftPayload> payloads = new ArrayList<>();
    made.files().forEach(file -> payloads.add(Products.payload(file)));
    Map<String, String> told = new TreeMap<>(from.entry().attributes());
    told.putAll(made.told());
    String first = payloads.getFirst().name();
    Entry entry = new Entry(kind, from.key(), from.entry().span(), first, 0, 0, told);
    String programme = Programme.of(List.of(from.entry())).name();
    ProductDraft draft =
        new ProductDraft(
            recipe,
            Character.toUpperCase(word.charAt(0)) + word.substring(1) + " of " + from.key(),
            all,
            from.inputs(),
            payloads,
            List.of(entry),
            provenance.since(started, programme, from.entry().span().start()),
            Map.of());
    return defects.isEmpty() ? new Outcome.Good<>(draft) : new Outcome.Doubtful<>(draft, defects);
  }

  /// The works of those cubes that it applies to.
  List<Work> plan(List<StoredCube> cubes, Predicate<StoredCube> applies) {
    return cubes.stream().filter(applies).map(this::plan).toList();
  }

  /// A number as the tables and entries of these recipes write it: every digit of the double.
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 0x1p53
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
