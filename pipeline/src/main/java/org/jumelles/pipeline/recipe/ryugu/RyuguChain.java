package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Selection;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.pipeline.run.Work;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.simulation.Settings;

/// The chain of the returned samples: frames to reflectance, reflectance to composition.
public final class RyuguChain implements Chain {
  private static final int SIMULATED_PIXELS = 64;
  private static final double SIMULATED_SNR = 100;
  private static final double SIMULATED_TUNING_PER_CM = 0.5;

  private final Archive archive;
  private final Provenance provenance;
  private final Runner runner;

  public RyuguChain(Archive archive, Provenance provenance, Runner runner) {
    this.archive = archive;
    this.provenance = provenance;
    this.runner = runner;
  }

  /// What became of the grains.
  ///
  /// @param grains what was found of each, by subject
  /// @param truths what is truly in the simulated ones
  /// @param cubes what was found in each cube that was taken in
  /// @param libraries what was found in each library of spectra
  /// @param samples how many the ledger holds
  /// @param steps by recipe name, in the order of the data's way
  public record Report(
      List<Found> grains,
      List<Found> truths,
      List<Found> cubes,
      List<Found> libraries,
      int samples,
      Map<String, Tally> steps)
      implements Chain.Report {}

  @Override
  public String name() {
    return "ryugu";
  }

  @Override
  public Work simulation(Day day) {
    Settings settings =
        new Settings(
            day.seed(), SIMULATED_PIXELS, SIMULATED_PIXELS, SIMULATED_SNR, SIMULATED_TUNING_PER_CM);
    return new GrainRecipe(archive, provenance).plan(settings, day.start());
  }

  @Override
  public List<String> recipes() {
    List<String> names = new ArrayList<>();
    names.add(ReflectanceRecipe.RECIPE.name());
    names.add(CompositionRecipe.RECIPE.name());
    cubeSteps().forEach(step -> names.add(step.recipe.recipe().name()));
    names.add(library().recipe().name());
    return names;
  }

  @Override
  public Report run(Selection selection) throws IOException {
    Map<String, Tally> steps = new LinkedHashMap<>();
    Predicate<Work> calibrated =
        selection
            .with(ReflectanceRecipe.RECIPE.name(), List.of(CompositionRecipe.RECIPE.name()))
            .wanted();
    Predicate<Work> wanted = selection.wanted();
    steps.put(
        ReflectanceRecipe.RECIPE.name(),
        runner.run("calibrating cubes", reflectance(), calibrated));
    steps.put(CompositionRecipe.RECIPE.name(), runner.run("mapping grains", composition(), wanted));
    for (CubeStep step : cubeSteps()) {
      steps.put(
          step.recipe.recipe().name(),
          runner.run(step.doing, step.recipe.plan(StoredCube.all(archive), step.applies), wanted));
    }
    CubeRecipe library = library();
    steps.put(
        library.recipe().name(),
        runner.run(
            "measuring libraries", library.plan(StoredCube.libraries(archive), _ -> true), wanted));
    return new Report(
        archive.entries(Query.all(CompositionRecipe.ENTRY)),
        archive.entries(GrainRecipe.truths()),
        archive.entries(Query.all(CubeSurvey.ENTRY)),
        archive.entries(Query.all(LibrarySurvey.ENTRY)),
        SampleKeeping.ledger(archive).samples().size(),
        steps);
  }

  @Override
  public List<Work> plan() {
    List<Work> plan = new ArrayList<>(reflectance());
    plan.addAll(composition());
    List<StoredCube> cubes = StoredCube.all(archive);
    cubeSteps().forEach(step -> plan.addAll(step.recipe.plan(cubes, step.applies)));
    plan.addAll(library().plan(StoredCube.libraries(archive), _ -> true));
    GrainRecipe simulation = new GrainRecipe(archive, provenance);
    frames().forEach(product -> plan.add(simulation.again(product)));
    return plan;
  }

  /// One step over all cubes that it applies to.
  private record CubeStep(String doing, CubeRecipe recipe, Predicate<StoredCube> applies) {}

  private List<CubeStep> cubeSteps() {
    return List.of(
        new CubeStep(
            "surveying cubes",
            recipe(CubeSurvey.RECIPE, CubeSurvey.ENTRY, "survey", CubeSurvey::of),
            _ -> true),
        new CubeStep(
            "finding principal components",
            recipe(
                CubeComponents.RECIPE,
                CubeComponents.ENTRY,
                "principal components",
                CubeComponents::of),
            CubeComponents::applies),
        new CubeStep(
            "fitting bands",
            recipe(CubeBands.RECIPE, CubeBands.ENTRY, "bands", CubeBands::of),
            CubeBands::applies));
  }

  private CubeRecipe library() {
    return recipe(LibrarySurvey.RECIPE, LibrarySurvey.ENTRY, "spectra", LibrarySurvey::of);
  }

  private CubeRecipe recipe(Recipe recipe, String kind, String word, CubeRecipe.Analysis analysis) {
    return new CubeRecipe(archive, provenance, recipe, kind, word, Map.of(), analysis);
  }

  private List<Product> frames() {
    return archive.products(GrainRecipe.NAME);
  }

  private List<Work> reflectance() {
    ReflectanceRecipe recipe = new ReflectanceRecipe(archive, provenance);
    return frames().stream().map(recipe::plan).toList();
  }

  private List<Work> composition() {
    ReflectanceRecipe reflectance = new ReflectanceRecipe(archive, provenance);
    CompositionRecipe recipe = new CompositionRecipe(archive, provenance);
    List<Work> plan = new ArrayList<>();
    for (Product frames : frames()) {
      Optional<Product> made = archive.find(reflectance.plan(frames).identity());
      made.ifPresent(product -> plan.add(recipe.plan(frames, product)));
    }
    return plan;
  }
}
