package org.jumelles.pipeline.recipe.seis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Runner;
import org.jumelles.pipeline.run.Tally;
import org.jumelles.pipeline.run.Work;

/// The chain of the seismometer, step after step over all granules that the archive holds.
public final class SeisChain {
  private final Archive archive;
  private final Provenance provenance;
  private final Runner runner;

  public SeisChain(Archive archive, Provenance provenance, Runner runner) {
    this.archive = archive;
    this.provenance = provenance;
    this.runner = runner;
  }

  /// What became of the granules.
  ///
  /// @param granules that the archive holds raw waveforms of
  /// @param steps by recipe name, in the order of the data's way
  public record Report(List<Granule> granules, Map<String, Tally> steps) {
    public Tally total() {
      return steps.values().stream().reduce(Tally.NOTHING, Tally::plus);
    }
  }

  /// Makes whatever is not there yet.
  ///
  /// @throws IOException where the archive or the disk failed; what was stored before stays stored
  public Report run() throws IOException {
    List<Granule> granules =
        Granule.of(archive.entries(new Query("waveform", List.of(), Query.ALWAYS, RAW)));
    Map<String, Tally> steps = new LinkedHashMap<>();
    Map<Granule, Product> motion = motion(granules, steps);
    List<Source> sources = new ArrayList<>();
    for (Granule granule : granules) {
      Product calibrated = motion.get(granule);
      sources.add(
          calibrated == null ? Source.ofRaw(granule) : Source.ofMotion(granule, calibrated));
    }
    Map<Source, Product> found = detection(sources, steps);
    pictures(sources, found, steps);
    return new Report(granules, steps);
  }

  private static final Map<String, String> RAW = Map.of("level", "raw");

  private Map<Granule, Product> motion(List<Granule> granules, Map<String, Tally> steps)
      throws IOException {
    MotionRecipe recipe = new MotionRecipe(archive, provenance);
    Map<Granule, Work> plan = new LinkedHashMap<>();
    for (Granule granule : granules) {
      recipe.plan(granule).ifPresent(work -> plan.put(granule, work));
    }
    return run(MotionRecipe.RECIPE.name(), "calibrating", plan, steps);
  }

  private Map<Source, Product> detection(List<Source> sources, Map<String, Tally> steps)
      throws IOException {
    DetectionRecipe recipe = new DetectionRecipe(archive, provenance);
    Map<Source, Work> plan = new LinkedHashMap<>();
    for (Source source : sources) {
      plan.put(source, recipe.plan(source));
    }
    return run(DetectionRecipe.RECIPE.name(), "looking for events", plan, steps);
  }

  private void pictures(
      List<Source> sources, Map<Source, Product> found, Map<String, Tally> steps)
      throws IOException {
    PictureRecipe recipe = new PictureRecipe(archive, provenance);
    List<Work> plan = new ArrayList<>();
    for (Source source : sources) {
      plan.addAll(recipe.plan(source, Optional.ofNullable(found.get(source))));
    }
    steps.put("pictures", runner.run("drawing", plan));
  }

  private <K> Map<K, Product> run(
      String recipe, String what, Map<K, Work> plan, Map<String, Tally> steps)
      throws IOException {
    steps.put(recipe, runner.run(what, List.copyOf(plan.values())));
    Map<K, Product> products = new LinkedHashMap<>();
    plan.forEach(
        (key, work) ->
            archive.find(work.identity()).ifPresent(product -> products.put(key, product)));
    return products;
  }
}
