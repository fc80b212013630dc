package org.jumelles.pipeline.recipe.iasi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.pipeline.ingest.SpectraContents;
import org.jumelles.pipeline.recipe.Chain;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Selection;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.pipeline.run.Work;

/// The chain of the sounder, step after step over all granules that the archive holds.
public final class IasiChain implements Chain {
  private final Archive archive;
  private final Provenance provenance;
  private final Runner runner;
  private final boolean kernels;

  public IasiChain(Archive archive, Provenance provenance, Runner runner) {
    this(archive, provenance, runner, false);
  }

  /// @param kernels whether products of columns hold whole kernel matrices too; an archive where
  ///     they once did keeps to it
  public IasiChain(Archive archive, Provenance provenance, Runner runner, boolean kernels) {
    this.kernels = kernels || ColumnRecipe.keepsKernels(archive);
    this.archive = archive;
    this.provenance = provenance;
    this.runner = runner;
  }

  /// What became of the granules.
  ///
  /// @param leftOut what was not made for want of a file that the user has not given, and where to
  ///     get it
  public record Report(int granules, Map<String, Tally> steps, List<String> leftOut)
      implements Chain.Report {
    public Report {
      leftOut = List.copyOf(leftOut);
    }
  }

  @Override
  public String name() {
    return "iasi";
  }

  @Override
  public Work simulation(Day day) {
    return new SpectraSimulationRecipe(archive, provenance)
        .plan(day.seed(), day.start(), day.seconds());
  }

  @Override
  public List<String> recipes() {
    return Stream.of(
            AlertRecipe.RECIPE,
            BrightnessRecipe.RECIPE,
            DayRecipe.RECIPE,
            CompressionRecipe.RECIPE,
            TableRecipe.RECIPE,
            ColumnRecipe.RECIPE,
            ColumnDayRecipe.RECIPE)
        .map(Recipe::name)
        .toList();
  }

  @Override
  public Report run(Selection selection) throws IOException {
    List<Swath> swaths = swaths();
    Map<String, Tally> steps = new LinkedHashMap<>();
    Predicate<Work> wanted = selection.wanted();
    String column = ColumnRecipe.RECIPE.name();
    String columnDay = ColumnDayRecipe.RECIPE.name();
    Predicate<Work> tables =
        selection.with(TableRecipe.RECIPE.name(), List.of(column, columnDay)).wanted();
    // A day is made of all its columns, also of those outside of the time asked for.
    Predicate<Work> columns =
        selection.names(columnDay)
            ? selection
                .with(column, List.of(columnDay))
                .during(Swath.days(selection.span()))
                .wanted()
            : wanted;
    steps.put(AlertRecipe.RECIPE.name(), runner.run("looking for plumes", alerts(swaths), wanted));
    steps.put(
        BrightnessRecipe.RECIPE.name(),
        runner.run("brightness temperatures", brightness(swaths), wanted));
    steps.put(DayRecipe.RECIPE.name(), runner.run("gridding days", days(swaths), wanted));
    steps.put(
        CompressionRecipe.RECIPE.name(), runner.run("compressing", compression(swaths), wanted));
    steps.put(TableRecipe.RECIPE.name(), runner.run("compiling tables", tables(swaths), tables));
    steps.put(
        ColumnRecipe.RECIPE.name(), runner.run("retrieving columns", columns(swaths), columns));
    steps.put(ColumnDayRecipe.RECIPE.name(), runner.run("gridding columns", columnDays(), wanted));
    return new Report(swaths.size(), steps, leftOut(swaths));
  }

  private List<String> leftOut(List<Swath> swaths) {
    long measured = swaths.stream().filter(swath -> !swath.isSimulated()).count();
    List<String> leftOut = new ArrayList<>();
    if (measured > 0 && compression(swaths).isEmpty()) {
      leftOut.add(
          "compression and outlier scores of "
              + measured
              + " granules: they want EUMETSAT's PCC basis files (IASI_EV1_xx_Mxx to"
              + " IASI_EV3_xx_Mxx, from EUMETSAT for registered users); --pc-basis DIR");
    }
    if (measured > 0 && new TableRecipe(archive, provenance).lines().isEmpty()) {
      leftOut.add(
          "CO columns of "
              + measured
              + " granules: they want spectral lines of 2118 to 2206 cm-1 (HITRAN's 160 characters,"
              + " from hitran.org); --lines FILE[,FILE]");
    }
    return leftOut;
  }

  @Override
  public List<Work> plan() {
    List<Swath> swaths = swaths();
    List<Work> plan = new ArrayList<>(alerts(swaths));
    plan.addAll(brightness(swaths));
    plan.addAll(days(swaths));
    plan.addAll(compression(swaths));
    plan.addAll(tables(swaths));
    ColumnRecipe columns = new ColumnRecipe(archive, provenance);
    plan.addAll(columns.plan(swaths, false));
    plan.addAll(columns.plan(swaths, true));
    ColumnDayRecipe days = new ColumnDayRecipe(archive, provenance);
    for (Product product : archive.products()) {
      if (product.recipe().equals(ColumnRecipe.RECIPE)) {
        columns.again(product).ifPresent(plan::add);
      } else if (product.recipe().equals(ColumnDayRecipe.RECIPE)) {
        plan.add(days.again(product));
      }
    }
    plan.addAll(columnDays());
    SpectraSimulationRecipe simulation = new SpectraSimulationRecipe(archive, provenance);
    archive
        .products(SpectraSimulationRecipe.NAME)
        .forEach(product -> plan.add(simulation.again(product)));
    return plan;
  }

  private List<Swath> swaths() {
    return archive.entries(Query.all(SpectraContents.KIND)).stream().map(Swath::new).toList();
  }

  private List<Work> alerts(List<Swath> swaths) {
    AlertRecipe recipe = new AlertRecipe(archive, provenance);
    return swaths.stream().map(recipe::plan).toList();
  }

  private List<Work> brightness(List<Swath> swaths) {
    BrightnessRecipe recipe = new BrightnessRecipe(archive, provenance);
    return swaths.stream().map(recipe::plan).toList();
  }

  private List<Work> compression(List<Swath> swaths) {
    return new CompressionRecipe(archive, provenance).plan(swaths);
  }

  private List<Work> tables(List<Swath> swaths) {
    return new TableRecipe(archive, provenance).plan(swaths);
  }

  private List<Work> columns(List<Swath> swaths) {
    return new ColumnRecipe(archive, provenance).plan(swaths, kernels);
  }

  private List<Work> columnDays() {
    return new ColumnDayRecipe(archive, provenance).plan();
  }

  private List<Work> days(List<Swath> swaths) {
    return new DayRecipe(archive, provenance).plan(swaths);
  }
}
