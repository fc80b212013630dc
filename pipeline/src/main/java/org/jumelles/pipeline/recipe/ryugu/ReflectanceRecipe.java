package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.run.Blocks;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.pipeline.run.Work;
import org.jumelles.ryugu.calibration.Calibrated;
import org.jumelles.ryugu.calibration.FilterTuning;
import org.jumelles.ryugu.calibration.FrameNoise;
import org.jumelles.ryugu.calibration.Frames;
import org.jumelles.ryugu.calibration.NoiseModel;
import org.jumelles.ryugu.calibration.Reflectance;
import org.jumelles.ryugu.calibration.Standard;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.cube.Scale;
import org.jumelles.ryugu.cube.Statistics;
import org.jumelles.ryugu.simulation.GrainSimulation;
import org.jumelles.ryugu.simulation.Instrument;
import org.jumelles.ryugu.simulation.Settings;

/// `ryugu/reflectance`: raw, dark and white frames to reflectance with sigma and mask.
final class ReflectanceRecipe {
  static final Recipe RECIPE = new Recipe("ryugu/reflectance", "4");
  static final String CUBE = StoredPixels.CUBE;
  private static final String MASK = "mask.hdr";
  private static final double LEAST_SIGMAS = 5;
  private static final long MEMORY_BYTES = 256L << 20;

  private final Archive archive;
  private final Provenance provenance;

  ReflectanceRecipe(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
  }

  Work plan(Product frames) {
    NoiseModel noise = noise(frames);
    Settings settings = GrainRecipe.settings(frames.parameters());
    Map<String, String> parameters =
        Map.of(
            "exposure_ratio", Double.toString(Instrument.EXPOSURE_RATIO),
            "gain_e_per_dn", Double.toString(noise.gainElectronsPerDn()),
            "read_noise_dn", Double.toString(noise.readDn()),
            "bias_dn", Double.toString(noise.biasDn()),
            "saturation_dn", Integer.toString(Instrument.SATURATION_DN),
            "least_sigmas", Double.toString(LEAST_SIGMAS),
            "averaged", "raw 1, dark " + Instrument.AVERAGED + ", white " + Instrument.AVERAGED,
            "tuning_sigma_per_cm", Double.toString(settings.tuningSigmaPerCm()),
            "spikes", "repaired");
    List<Identity> inputs = List.of(frames.identity());
    return new Work(
            Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs),
            "reflectance of " + frames.title(),
            MEMORY_BYTES,
            () -> make(frames, noise, parameters, inputs))
        .of(RECIPE, Products.span(frames));
  }

  private static NoiseModel noise(Product frames) {
    Instrument instrument =
        GrainSimulation.of(GrainRecipe.settings(frames.parameters())).instrument();
    return new NoiseModel(instrument.readNoiseDn(), instrument.gainEPerDn(), Instrument.BIAS_DN);
  }

  private Outcome<ProductDraft> make(
      Product frames, NoiseModel noise, Map<String, String> parameters, List<Identity> inputs)
      throws IOException {
    Moment started = Provenance.now();
    Path folder = archive.workFile("reflectance");
    Files.createDirectories(folder);
    Map<String, String> told = new TreeMap<>();
    List<DraftPayload> payloads = new ArrayList<>();
    calibrate(frames, noise, folder, told).forEach(file -> payloads.add(Products.payload(file)));
    Span span = frames.entries().getFirst().span();
    String subject = frames.entries().getFirst().key();
    Entry entry = new Entry("cube", subject + "/reflectance", span, CUBE, 0, 0, told);
    return Products.good(
        new ProductDraft(
            RECIPE,
            "Reflectance of " + subject,
            parameters,
            inputs,
            payloads,
            List.of(entry),
            provenance.since(started, "simulation", span.start()),
            Map.of(ProductDraft.SUBJECT, subject + "/reflectance")));
  }

  private List<Path> calibrate(
      Product from, NoiseModel noise, Path folder, Map<String, String> told) throws IOException {
    try (Cube raw = StoredCube.open(archive, from, "raw.hdr");
        Cube dark = StoredCube.open(archive, from, "dark.hdr");
        Cube white = StoredCube.open(archive, from, "white.hdr");
        Cube whiteDark = StoredCube.open(archive, from, "white_dark.hdr")) {
      Reflectance reflectance = reflectance(from, raw, noise);
      told.put("lines", Integer.toString(raw.lines()));
      told.put("samples", Integer.toString(raw.samples()));
      told.put("bands", Integer.toString(raw.bands()));
      return write(
          raw,
          folder,
          told,
          (first, count) ->
              reflectance.of(
                  new Frames(
                      read(raw, first, count),
                      read(dark, first, count),
                      read(white, first, count),
                      Optional.of(read(whiteDark, first, count)))));
    }
  }

  private Reflectance reflectance(Product from, Cube raw, NoiseModel noise) throws IOException {
    Path reference = archive.path(from.identity(), "reference.csv");
    return new Reflectance(
        Standard.parse("reference.csv", Files.readString(reference), raw.axis().micrometres()),
        Instrument.EXPOSURE_RATIO,
        Optional.of(noise(raw, noise, from)),
        Instrument.SATURATION_DN,
        LEAST_SIGMAS,
        Reflectance.Spikes.REPAIR);
  }

  /// The frames are whole numbers; all but raw are means.
  private static FrameNoise noise(Cube raw, NoiseModel reading, Product from) {
    double[] perCm = Arrays.stream(raw.axis().micrometres()).map(um -> 1e4 / um).toArray();
    return new FrameNoise(
        reading,
        new FrameNoise.Averaged(1, Instrument.AVERAGED, Instrument.AVERAGED),
        true,
        Optional.of(
            new FilterTuning(perCm, GrainRecipe.settings(from.parameters()).tuningSigmaPerCm())));
  }

  /// Reflectance of a stretch of pixels.
  private interface Calibration {
    Calibrated of(long firstPixel, int count) throws IOException;
  }

  private static List<Path> write(
      Cube raw, Path folder, Map<String, String> told, Calibration calibration) throws IOException {
    long[] masked = new long[Calibrated.WORDS.size()];
    NewCube cube = NewCube.of(raw.lines(), raw.samples(), raw.axis(), "reflectance factor");
    List<Path> files = new ArrayList<>();
    try (CubeWriter values = Cubes.create(folder.resolve(CUBE), cube);
        CubeWriter sigmas = layer(folder, StoredPixels.SIGMA, raw, "its sigma");
        CubeWriter noises =
            layer(folder, StoredPixels.NOISE, raw, "its sigma without the reference's");
        CubeWriter rawTunings =
            layer(
                folder, StoredPixels.RAW_TUNING, raw, "what of the noise the sample's filter is");
        CubeWriter whiteTunings =
            layer(
                folder, StoredPixels.WHITE_TUNING, raw, "what of the noise the white's filter is");
        CubeWriter masks = Cubes.create(folder.resolve(MASK), bytes(cube))) {
      int size = Statistics.block(raw);
      Blocks.inOrder(
          (raw.pixels() + size - 1) / size,
          Runtime.getRuntime().availableProcessors(),
          block -> {
            long first = block * size;
            int count = (int) Math.min(size, raw.pixels() - first);
            Calibrated made = calibration.of(first, count);
            values.write(first, count, made.reflectance());
            sigmas.write(first, count, made.sigma());
            noises.write(first, count, made.noise());
            rawTunings.write(first, count, made.rawTuning());
            whiteTunings.write(first, count, made.whiteTuning());
            masks.write(first, count, made.mask());
            return made.mask();
          },
          (_, mask) -> count(mask, masked));
      for (CubeWriter writer : List.of(values, sigmas, noises, rawTunings, whiteTunings, masks)) {
        writer.finish();
        files.addAll(writer.files());
      }
    }
    for (int bit = 0; bit < masked.length; bit++) {
      told.put("masked " + Calibrated.WORDS.get(bit), Long.toString(masked[bit]));
    }
    return files;
  }

  private static CubeWriter layer(Path folder, String name, Cube raw, String of)
      throws IOException {
    return Cubes.create(
        folder.resolve(name), NewCube.of(raw.lines(), raw.samples(), raw.axis(), of));
  }

  static double[] read(Cube cube, long first, int count) throws IOException {
    double[] values = new double[count * cube.bands()];
    cube.read(first, count, values);
    return values;
  }

  private static void count(byte[] mask, long[] counts) {
    for (byte bits : mask) {
      for (int bit = 0; bits != 0 && bit < counts.length; bit++) {
        counts[bit] += bits >> bit & 1;
      }
    }
  }

  private static NewCube bytes(NewCube cube) {
    return new NewCube(
        cube.lines(),
        cube.samples(),
        cube.axis(),
        ElementType.U8,
        Interleave.BIP,
        ByteOrder.LITTLE_ENDIAN,
        Scale.NONE,
        OptionalDouble.empty(),
        List.of(),
        "1 no data, 2 saturated, 4 dead, 8 white is dark, 16 spiked, 32 repaired");
  }
}
