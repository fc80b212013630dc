package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.pipeline.run.Blocks;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.cube.Scale;
import org.jumelles.ryugu.simulation.GrainSimulation;
import org.jumelles.ryugu.simulation.Instrument;
import org.jumelles.ryugu.simulation.Phase;

/// The files of a simulated grain: frames as ENVI cubes, the reference, the endmembers, the truth.
///
/// Every byte follows from the settings. Blocks of pixels are made by several threads and are the
/// same whoever makes them; memory is a block a thread.
public final class GrainFiles {
  private static final int BLOCK_PIXELS = 512;

  private final GrainSimulation simulation;
  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  private GrainFiles(GrainSimulation simulation, Path folder) {
    this.simulation = simulation;
    this.folder = folder;
  }

  /// Writes all files into a folder and tells them.
  public static List<Path> write(GrainSimulation simulation, Path folder) throws IOException {
    Files.createDirectories(folder);
    GrainFiles all = new GrainFiles(simulation, folder);
    for (GrainSimulation.Frames frames : GrainSimulation.Frames.values()) {
      all.frames(frames);
    }
    all.reference();
    all.endmembers();
    all.abundances();
    all.text("truth.json", GrainTruth.json(simulation));
    all.text("ledger.csv", GrainTruth.ledger(simulation));
    return List.copyOf(all.files);
  }

  private void frames(GrainSimulation.Frames frames) throws IOException {
    String name = frames.name().toLowerCase(Locale.ROOT);
    NewCube cube =
        new NewCube(
            simulation.settings().lines(),
            simulation.settings().samples(),
            axis(),
            ElementType.U16,
            Interleave.BSQ,
            ByteOrder.LITTLE_ENDIAN,
            Scale.NONE,
            OptionalDouble.empty(),
            List.of(),
            "simulated grain, seed " + simulation.settings().seed() + ", " + name + ", counts");
    cube(
        name + ".hdr",
        cube,
        (first, count, into) -> {
          simulation.read(frames, first, count, into);
          for (int i = 0; i < count * simulation.bands(); i++) {
            into[i] = Math.clamp((float) Math.rint(into[i]), 0, Instrument.SATURATION_DN);
          }
        });
  }

  private Axis axis() {
    boolean[] good = new boolean[simulation.bands()];
    Arrays.fill(good, true);
    return new Axis(simulation.micrometres(), Axis.Unit.MICROMETRE, Optional.empty(), good);
  }

  private void endmembers() throws IOException {
    Phase[] phases = Phase.values();
    double[] micrometres = simulation.micrometres();
    NewCube cube =
        NewCube.of(1, phases.length, axis(), "reflectance factor of each phase alone: " + names());
    cube(
        "endmembers.hdr",
        cube,
        (first, count, into) -> {
          for (int i = 0; i < count; i++) {
            for (int b = 0; b < micrometres.length; b++) {
              into[i * micrometres.length + b] =
                  (float)
                      phases[(int) first + i].reflectance(
                          micrometres[b], simulation.composition().ohCentreUm());
            }
          }
        });
  }

  private void abundances() throws IOException {
    Phase[] phases = Phase.values();
    NewCube cube =
        NewCube.maps(
            simulation.settings().lines(),
            simulation.settings().samples(),
            Arrays.stream(phases).map(GrainTruth::word).toList(),
            "true share of each phase; 0 off the grain");
    cube(
        "truth-abundances.hdr",
        cube,
        (first, count, into) -> {
          double[] shares = new double[phases.length];
          for (int i = 0; i < count; i++) {
            simulation.shares(first + i, shares);
            for (int p = 0; p < shares.length; p++) {
              into[i * shares.length + p] = (float) shares[p];
            }
          }
        });
  }

  private static String names() {
    return String.join(", ", Arrays.stream(Phase.values()).map(GrainTruth::word).toList());
  }

  private void reference() throws IOException {
    StringBuilder text = new StringBuilder("# wavelength in um, reflectance factor, its sigma\n");
    double[] micrometres = simulation.micrometres();
    double[] beyond = new double[micrometres.length + 2];
    System.arraycopy(micrometres, 0, beyond, 1, micrometres.length);
    beyond[0] = micrometres[0] - 0.01;
    beyond[beyond.length - 1] = micrometres[micrometres.length - 1] + 0.01;
    for (double um : beyond) {
      double reflectance = Instrument.reference(um);
      text.append(
          String.format(
              Locale.ROOT,
              "%.9f,%.9f,%.9f\n",
              um,
              reflectance,
              reflectance * Instrument.REFERENCE_SIGMA));
    }
    text("reference.csv", text.toString());
  }

  private void text(String name, String text) throws IOException {
    files.add(Files.writeString(folder.resolve(name), text));
  }

  /// Fills a block of pixels.
  private interface Filling {
    void fill(long firstPixel, int count, float[] into);
  }

  private void cube(String name, NewCube cube, Filling filling) throws IOException {
    long pixels = (long) cube.lines() * cube.samples();
    try (CubeWriter writer = Cubes.create(folder.resolve(name), cube)) {
      Blocks.inOrder(
          (pixels + BLOCK_PIXELS - 1) / BLOCK_PIXELS,
          Runtime.getRuntime().availableProcessors(),
          block -> {
            long first = block * BLOCK_PIXELS;
            int count = (int) Math.min(BLOCK_PIXELS, pixels - first);
            float[] values = new float[count * cube.bands()];
            filling.fill(first, count, values);
            writer.write(first, count, values);
            return count;
          },
          (_, _) -> {});
      writer.finish();
      files.addAll(writer.files());
    }
  }
}
