package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.run.Blocks;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.ryugu.calibration.MeanSpectrum;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.cube.Statistics;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandFitting;
import org.jumelles.ryugu.parameter.BandPlan;
import org.jumelles.ryugu.parameter.BandWindow;
import org.jumelles.ryugu.simulation.Phase;
import org.jumelles.ryugu.unmixing.Abundances;
import org.jumelles.ryugu.unmixing.Endmembers;
import org.jumelles.ryugu.unmixing.Unmixer;
import org.jumelles.ryugu.unmixing.UnmixingMethod;

/// `ryugu/composition`: reflectance to bands of hydroxyl and ammonium, and to the shares of phases,
/// as maps with their pictures, and of the grain as a whole.
///
/// The grain is what is brighter than its holder, by a threshold on the mean reflectance.
final class CompositionRecipe {
  static final Recipe RECIPE = new Recipe("ryugu/composition", "5");
  static final String ENTRY = "grain";
  private static final double GRAIN_REFLECTANCE = 0.010;
  private static final long MEMORY_BYTES = 256L << 20;
  private static final Set<String> MEASURED = Set.of("OH", "NH");
  private static final List<BandWindow> WINDOWS =
      BandPlan.standard().windows().stream()
          .filter(window -> MEASURED.contains(window.name()))
          .toList();

  private final Archive archive;
  private final Provenance provenance;

  CompositionRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  /// @param frames the product that holds the endmembers
  Work plan(Product frames, Product reflectance) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("grain_reflectance", Double.toString(GRAIN_REFLECTANCE));
    parameters.put("method", "fcls");
    for (BandWindow window : WINDOWS) {
      parameters.put("window " + window.name(), window.lowUm() + " to " + window.highUm() + " um");
    }
    List<Identity> inputs = List.of(reflectance.identity(), frames.identity());
    return new Work(
            Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs),
            "composition of " + frames.title(),
            MEMORY_BYTES,
            () -> make(frames, reflectance, parameters, inputs))
        .of(RECIPE, Products.span(reflectance));
  }

  private Outcome<ProductDraft> make(
      Product frames, Product reflectance, Map<String, String> parameters, List<Identity> inputs)
      throws IOException {
    Moment started = Provenance.now();
    Path folder = archive.workFile("composition");
    Files.createDirectories(folder);
    Entry source = reflectance.entries().getFirst();
    String subject = source.key().replace("/reflectance", "");
    Map<String, String> told = new TreeMap<>();
    List<DraftPayload> payloads = new ArrayList<>();
    try (StoredPixels pixels = StoredPixels.open(archive, reflectance);
        Cube ends = StoredCube.open(archive, frames, "endmembers.hdr")) {
      Cube cube = pixels.cube();
      BandFitting fitting =
          BandFitting.of(
              ReflectanceRecipe.CUBE, cube.axis().micrometres(), cube.axis().good(), WINDOWS);
      Unmixer unmixer =
          Unmixer.of(endmembers(ends, cube.axis().good()), new UnmixingMethod.FullyConstrained());
      GrainMaps maps = new GrainMaps(cube.lines(), cube.samples(), names());
      GrainMean mean = new GrainMean(cube.bands());
      map(pixels, fitting, unmixer, maps, mean);
      payloads.addAll(maps.write(folder, subject));
      told.putAll(mean.told(fitting, unmixer.endmembers()));
    }
    Span span = source.span();
    return Products.good(
        new ProductDraft(
            RECIPE,
            "Composition of " + subject,
            parameters,
            inputs,
            payloads,
            List.of(new Entry(ENTRY, subject, span, GrainMaps.CUBE, 0, 0, told)),
            provenance.since(started, "simulation", span.start()),
            Map.of(ProductDraft.SUBJECT, subject + "/composition")));
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (BandWindow window : WINDOWS) {
      names.addAll(
          List.of(
              window.name() + " centre um",
              window.name() + " centre sigma um",
              window.name() + " depth",
              window.name() + " depth sigma"));
    }
    Arrays.stream(Phase.values()).map(GrainTruth::word).forEach(names::add);
    return names;
  }

  private static Endmembers endmembers(Cube ends, boolean[] good) throws IOException {
    int count = (int) ends.pixels();
    double[] all = ReflectanceRecipe.read(ends, 0, count);
    double[][] spectra = new double[count][];
    for (int i = 0; i < count; i++) {
      spectra[i] = Arrays.copyOfRange(all, i * ends.bands(), (i + 1) * ends.bands());
    }
    return Endmembers.of(
        "endmembers.hdr",
        Arrays.stream(Phase.values()).map(GrainTruth::word).toList(),
        spectra,
        good);
  }

  /// What comes of one block.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Made(
      MeanSpectrum.Pixels block, boolean[] grain, BandFits fits, Abundances shares) {}

  private static void map(
      StoredPixels layers, BandFitting fitting, Unmixer unmixer, GrainMaps maps, GrainMean mean)
      throws IOException {
    Cube cube = layers.cube();
    int size = Statistics.block(cube);
    Blocks.inOrder(
        (cube.pixels() + size - 1) / size,
        Runtime.getRuntime().availableProcessors(),
        block -> {
          long first = block * size;
          int count = (int) Math.min(size, cube.pixels() - first);
          MeanSpectrum.Pixels read = layers.read(first, count);
          return new Made(
              read,
              grain(read.reflectance(), cube.bands(), count),
              fitting.fit(read.reflectance(), Optional.of(read.noise()), count),
              unmixer.solve(read.reflectance(), count));
        },
        (block, made) -> {
          for (int i = 0; i < made.grain().length; i++) {
            if (made.grain()[i]) {
              maps.put((int) (block * size) + i, made.fits(), made.shares(), i);
              mean.add(made.block(), made.fits(), made.shares(), i);
            }
          }
        });
  }

  private static boolean[] grain(double[] spectra, int bands, int count) {
    boolean[] grain = new boolean[count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      int n = 0;
      for (int b = 0; b < bands; b++) {
        double value = spectra[i * bands + b];
        if (!Double.isNaN(value)) {
          sum += value;
          n++;
        }
      }
      grain[i] = n > 0 && sum / n > GRAIN_REFLECTANCE;
    }
    return grain;
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  static List<BandWindow> windows() {
    return WINDOWS;
  }

  /// For the maps: a cube of one image a name.
  static CubeWriter create(Path file, int lines, int samples, List<String> names)
      throws IOException {
    return Cubes.create(
        file, NewCube.maps(lines, samples, names, "bands and shares; NaN off the grain"));
  }
}
