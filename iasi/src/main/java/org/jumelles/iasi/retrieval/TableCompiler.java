package org.jumelles.iasi.retrieval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.mtckd.WaterContinuum;
import org.jumelles.iasi.absorption.Continuum;
import org.jumelles.iasi.absorption.LayerAbsorption;
import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.absorption.SpectralGrid;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.transfer.LineByLine;
import org.jumelles.iasi.transfer.LineShape;

/// Makes a table of a window out of lines, once.
///
/// Radiances of [TrainingScenes], line by line, choose the nodes; then each gas's cross-section is
/// computed at every pressure and temperature of the table and kept at the nodes. At the end the
/// table is held against line by line on scenes that had no part in it, and the error stays in it.
public final class TableCompiler {
  /// Part of every table's identity; another method needs another name.
  static final String METHOD = "optimal spectral sampling 2";

  private static final int BLACK_SCENES = 6;
  private static final long SEED = 20_061_019;
  private static final double TOLERANCE_K = 0.002;
  private static final double PRESSURE_RATIO = 1.25;
  private static final double GREATEST_HPA = 1100;
  private static final double LEAST_HPA = 0.02;
  private static final double LEAST_K = 160;
  private static final double STEP_K = 10;
  private static final int TEMPERATURES = 19;
  private static final double WATER_SHARE = 0.02;

  /// On how many scenes nodes are chosen, and on how many the table is judged.
  public enum Effort {
    /// For tables that are kept: half a minute and more.
    FULL(96, 16),
    /// For one gas without lines of others: a sixth of the time.
    QUICK(16, 4);

    private final int training;
    private final int judging;

    Effort(int training, int judging) {
      this.training = training;
      this.judging = judging;
    }
  }

  private final Transitions lines;
  private final Effort effort;
  private final @Nullable WaterContinuum continuum;
  private final double fromPerCm;
  private final double toPerCm;
  private final SpectralGrid grid;

  public TableCompiler(
      Transitions lines, @Nullable WaterContinuum continuum, double fromPerCm, double toPerCm) {
    this(lines, continuum, fromPerCm, toPerCm, Effort.FULL);
  }

  public TableCompiler(
      Transitions lines,
      @Nullable WaterContinuum continuum,
      double fromPerCm,
      double toPerCm,
      Effort effort) {
    this.lines = lines;
    this.effort = effort;
    this.continuum = continuum;
    this.fromPerCm = fromPerCm;
    this.toPerCm = toPerCm;
    this.grid = LineByLine.grid(fromPerCm, toPerCm);
  }

  /// How many steps of about the same length [#compile(List, Runnable)] has.
  public int steps() {
    return effort.training + BLACK_SCENES + channels().length;
  }

  /// @param inputs what the table is made from, one input a line with its SHA-256
  public AbsorptionTable compile(List<String> inputs) {
    return compile(inputs, () -> {});
  }

  /// @param stepDone run after each step
  public AbsorptionTable compile(List<String> inputs, Runnable stepDone) {
    LineByLine exact =
        new LineByLine(lines, continuum, fromPerCm, toPerCm, LineByLine.Widths.EXACT);
    List<TrainingScenes.Scene> scenes = TrainingScenes.draw(effort.training, SEED);
    int all = effort.training + BLACK_SCENES;
    float[][] monochromatic = new float[all][];
    double[][] seen = new double[all][];
    for (int s = 0; s < all; s++) {
      double[] fine =
          s < effort.training
              ? exact.monochromatic(scenes.get(s).atmosphere(), scenes.get(s).surface())
              : black(200 + 24.0 * (s - effort.training));
      seen[s] = exact.inChannels(fine).radiance();
      monochromatic[s] = new float[fine.length];
      for (int i = 0; i < fine.length; i++) {
        monochromatic[s][i] = (float) fine[i];
      }
      stepDone.run();
    }
    double[] channels = channels();
    NodeSelection selection = new NodeSelection(monochromatic, grid.firstPerCm(), grid.stepPerCm());
    List<NodeSelection.Chosen> chosen = new ArrayList<>();
    for (int c = 0; c < channels.length; c++) {
      chosen.add(choose(selection, channels[c], c, seen));
      stepDone.run();
    }
    int[] nodes =
        chosen.stream()
            .flatMapToInt(one -> Arrays.stream(one.index()))
            .distinct()
            .sorted()
            .toArray();
    List<String> made = new ArrayList<>(inputs);
    made.add("window " + fromPerCm + ":" + toPerCm + " cm-1");
    made.add(METHOD + (effort == Effort.FULL ? "" : ", " + effort.training + " scenes"));
    AbsorptionTable table = table(made, channels, chosen, nodes);
    return judged(table, exact);
  }

  private static NodeSelection.Chosen choose(
      NodeSelection selection, double nu, int channel, double[][] seen) {
    double[] radiance = new double[seen.length];
    double[] perKelvin = new double[seen.length];
    for (int s = 0; s < seen.length; s++) {
      radiance[s] = seen[s][channel];
      perKelvin[s] = Physics.planckPerK(nu, Physics.brightnessTemperatureK(nu, seen[s][channel]));
    }
    return selection.choose(nu, radiance, perKelvin, TOLERANCE_K);
  }

  private double[] black(double kelvin) {
    double[] radiance = new double[grid.count()];
    for (int i = 0; i < radiance.length; i++) {
      radiance[i] = Physics.planck(grid.wavenumberPerCm(i), kelvin);
    }
    return radiance;
  }

  private double[] channels() {
    int count = (int) Math.round((toPerCm - fromPerCm) / LineShape.CHANNEL_PER_CM) + 1;
    double[] channels = new double[count];
    for (int c = 0; c < count; c++) {
      channels[c] = fromPerCm + LineShape.CHANNEL_PER_CM * c;
    }
    return channels;
  }

  private AbsorptionTable table(
      List<String> made, double[] channels, List<NodeSelection.Chosen> chosen, int[] nodes) {
    int[][] node = new int[channels.length][];
    double[][] weight = new double[channels.length][];
    for (int c = 0; c < channels.length; c++) {
      node[c] =
          Arrays.stream(chosen.get(c).index()).map(i -> Arrays.binarySearch(nodes, i)).toArray();
      weight[c] = chosen.get(c).weight();
    }
    int[] gases = gases();
    double[] pressures = pressures();
    double[] temperatures = new double[TEMPERATURES];
    Arrays.setAll(temperatures, i -> LEAST_K + STEP_K * i);
    float[][][][] sections = new float[gases.length][][][];
    float[][][] perShare = new float[0][][];
    for (int g = 0; g < gases.length; g++) {
      sections[g] = sections(gases[g], 0, pressures, temperatures, nodes);
      if (gases[g] == AbsorptionTable.WATER) {
        perShare = sections(gases[g], WATER_SHARE, pressures, temperatures, nodes);
        difference(perShare, sections[g]);
      }
    }
    return new AbsorptionTable(
        identity(made),
        made,
        channels,
        Arrays.stream(nodes).mapToDouble(grid::wavenumberPerCm).toArray(),
        node,
        weight,
        gases,
        pressures,
        temperatures,
        sections,
        perShare,
        new AbsorptionTable.TableError(0, Double.NaN, Double.NaN));
  }

  /// The gases with lines, and water where there is a continuum.
  private int[] gases() {
    int[] withLines = lines.molecules();
    boolean water = Arrays.stream(withLines).anyMatch(m -> m == AbsorptionTable.WATER);
    if (continuum == null || water) {
      return withLines;
    }
    int[] gases = new int[withLines.length + 1];
    gases[0] = AbsorptionTable.WATER;
    System.arraycopy(withLines, 0, gases, 1, withLines.length);
    return gases;
  }

  private static double[] pressures() {
    int count = (int) Math.ceil(Math.log(GREATEST_HPA / LEAST_HPA) / Math.log(PRESSURE_RATIO)) + 1;
    double[] pressures = new double[count];
    Arrays.setAll(pressures, i -> GREATEST_HPA * Math.pow(PRESSURE_RATIO, -i));
    return pressures;
  }

  private float[][][] sections(
      int gas, double share, double[] pressures, double[] temperatures, int[] nodes) {
    LayerAbsorption absorption = new LayerAbsorption(lines, grid);
    Continuum water =
        gas == AbsorptionTable.WATER && continuum != null ? new Continuum(continuum, grid) : null;
    double[] section = new double[grid.count()];
    float[][][] sections = new float[pressures.length][temperatures.length][nodes.length];
    for (int p = 0; p < pressures.length; p++) {
      for (int t = 0; t < temperatures.length; t++) {
        absorption.crossSection(gas, share, pressures[p], temperatures[t], section);
        if (water != null) {
          water.add(pressures[p], temperatures[t], share, 1, section);
        }
        for (int i = 0; i < nodes.length; i++) {
          sections[p][t][i] = (float) section[nodes[i]];
        }
      }
    }
    return sections;
  }

  private static void difference(float[][][] withShare, float[][][] without) {
    for (int p = 0; p < withShare.length; p++) {
      for (int t = 0; t < withShare[p].length; t++) {
        for (int i = 0; i < withShare[p][t].length; i++) {
          withShare[p][t][i] = (float) ((withShare[p][t][i] - without[p][t][i]) / WATER_SHARE);
        }
      }
    }
  }

  private AbsorptionTable judged(AbsorptionTable table, LineByLine exact) {
    FastModel fast = new FastModel(table);
    double squares = 0;
    double greatest = 0;
    long count = 0;
    for (TrainingScenes.Scene scene : TrainingScenes.draw(effort.judging, SEED + 1)) {
      double[] truth = exact.spectrum(scene.atmosphere(), scene.surface()).brightnessTemperatureK();
      double[] found =
          fast.brightnessTemperatureK(
              fast.radiance(fast.prepare(scene.atmosphere(), false), scene.surface()));
      for (int c = 0; c < truth.length; c++) {
        double difference = found[c] - truth[c];
        squares += difference * difference;
        greatest = Math.max(greatest, Math.abs(difference));
        count++;
      }
    }
    return new AbsorptionTable(
        table.identity(),
        table.made(),
        table.wavenumberPerCm(),
        table.nodesPerCm(),
        table.nodeOfChannel(),
        table.weightOfChannel(),
        table.gases(),
        table.pressuresHPa(),
        table.temperaturesK(),
        table.crossSections(),
        table.perShare(),
        new AbsorptionTable.TableError(effort.judging, Math.sqrt(squares / count), greatest));
  }

  private static String identity(List<String> made) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(String.join("\n", made).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
