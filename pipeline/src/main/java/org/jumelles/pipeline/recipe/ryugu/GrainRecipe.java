package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.ryugu.simulation.GrainSimulation;
import org.jumelles.ryugu.simulation.Instrument;
import org.jumelles.ryugu.simulation.Phase;
import org.jumelles.ryugu.simulation.Settings;

/// `ryugu/simulation`: the frames of a grain that does not exist, with what is truly in it.
public final class GrainRecipe {
  public static final String NAME = "ryugu/simulation";
  static final String TRUTH = "grain-truth";
  private static final Recipe RECIPE = new Recipe(NAME, "1");
  private static final long MEMORY_BYTES = 64L << 20;

  private final Archive archive;
  private final Provenance provenance;

  GrainRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  Work plan(Settings settings, Moment day) {
    Map<String, String> parameters =
        Map.of(
            "seed", Long.toString(settings.seed()),
            "lines", Integer.toString(settings.lines()),
            "samples", Integer.toString(settings.samples()),
            "snr", Double.toString(settings.snr()),
            "tuning_sigma_per_cm", Double.toString(settings.tuningSigmaPerCm()),
            "day", Long.toString(day.taiNanos()));
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, List.of());
    return new Work(
        identity,
        "simulated grain " + settings.seed(),
        MEMORY_BYTES,
        () -> make(settings, day, parameters));
  }

  /// The work that made a product of this recipe.
  Work again(Product product) {
    Map<String, String> told = product.parameters();
    return plan(settings(told), new Moment(Long.parseLong(told.getOrDefault("day", "0"))));
  }

  /// The settings that a product of this recipe was made with.
  static Settings settings(Map<String, String> told) {
    return new Settings(
        Long.parseLong(told.getOrDefault("seed", "0")),
        Integer.parseInt(told.getOrDefault("lines", "0")),
        Integer.parseInt(told.getOrDefault("samples", "0")),
        Double.parseDouble(told.getOrDefault("snr", "0")),
        Double.parseDouble(told.getOrDefault("tuning_sigma_per_cm", "0")));
  }

  private Outcome<ProductDraft> make(Settings settings, Moment day, Map<String, String> parameters)
      throws IOException {
    Moment started = Provenance.now();
    GrainSimulation simulation = GrainSimulation.of(settings);
    Path folder = archive.workFile("grain");
    List<DraftPayload> payloads = new ArrayList<>();
    for (Path file : GrainFiles.write(simulation, folder)) {
      payloads.add(Products.payload(file));
    }
    String name = GrainTruth.name(simulation);
    Entry truth =
        new Entry(
            TRUTH,
            name,
            new Span(day, day),
            "truth.json",
            0,
            Files.size(folder.resolve("truth.json")),
            truth(simulation));
    return new Outcome.Good<>(
        new ProductDraft(
            RECIPE,
            "Simulated grain " + name,
            parameters,
            List.of(),
            payloads,
            List.of(truth),
            provenance.since(started, "simulation", day),
            Map.of(ProductDraft.SUBJECT, name)));
  }

  private static Map<String, String> truth(GrainSimulation simulation) {
    Map<String, String> truth = new java.util.TreeMap<>();
    truth.put("oh_centre_um", Double.toString(simulation.composition().ohCentreUm()));
    truth.put("exposure_ratio", Double.toString(Instrument.EXPOSURE_RATIO));
    double[] means = new double[Phase.values().length];
    truth.put("grain_pixels", Long.toString(GrainTruth.means(simulation, means)));
    for (Phase phase : Phase.values()) {
      truth.put("share " + GrainTruth.word(phase), Double.toString(means[phase.number()]));
    }
    return truth;
  }

  /// Where the entries of this recipe are found.
  static Query truths() {
    return Query.all(TRUTH);
  }
}
