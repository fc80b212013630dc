package org.jumelles.iasi.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jumelles.iasi.detection.PlumeKind;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.Header;
import org.jumelles.iasi.spectrum.Quality;
import org.jumelles.iasi.spectrum.ScaleFactors;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// A granule that is made line by line as it is read; any number of threads may read.
public final class SimulatedGranule implements Granule {
  private static final String PLATFORM = "simulated";
  private static final List<PlumeKind> KINDS = List.of(PlumeKind.values());

  private final Plan plan;
  private final MetopOrbit orbit;
  private final Scene scene;
  private final Clear clear;
  private final Optional<CarbonMonoxideWindow> window;
  private final InstrumentNoise noise = new InstrumentNoise();
  private final List<Plume> plumes;
  private final List<double[]> plumeDepths;

  public SimulatedGranule(Plan plan) {
    this.plan = plan;
    RandomGenerator random = Draw.of(plan.seed(), Draw.ORBIT, 0);
    this.orbit = new MetopOrbit(plan.start(), Draw.between(random, 0, 2 * Math.PI));
    this.scene = new Scene(plan.seed());
    this.clear =
        plan.basis().isPresent()
            ? new BasisClear(plan.seed(), plan.basis().get())
            : new ParametricClear(new Atmosphere());
    this.window =
        plan.basis().isPresent() ? Optional.empty() : Optional.of(new CarbonMonoxideWindow());
    this.plumes = place();
    this.plumeDepths = plumes.stream().map(plume -> plume.kind().opticalDepth()).toList();
  }

  @Override
  public Header header() {
    Moment end = plan.start().plusNanos(plan.lines() * Scan.LINE_NANOS);
    return new Header(
        "simulation", "1", PLATFORM, new Span(plan.start(), end), OptionalInt.empty());
  }

  @Override
  public int lineCount() {
    return plan.lines();
  }

  /// The plumes as they truly are.
  public List<Plume> plumes() {
    return plumes;
  }

  private List<Plume> place() {
    RandomGenerator random = Draw.of(plan.seed(), Draw.PLUMES, 0);
    List<Plume> made = new ArrayList<>();
    for (int i = 0; i < plan.plumes(); i++) {
      int line = (int) ((i + random.nextDouble()) * plan.lines() / plan.plumes());
      int view = 2 + random.nextInt(ScanLine.VIEWS - 4);
      Geometry geometry = geometry(line);
      int pixel = view * ScanLine.PIXELS_PER_VIEW;
      PlumeKind kind = KINDS.get(i % KINDS.size());
      double share = random.nextDouble();
      made.add(
          new Plume(
              kind,
              line,
              view,
              geometry.latitudeDeg()[pixel],
              geometry.longitudeDeg()[pixel],
              Draw.between(random, 40, 150),
              kind == PlumeKind.DUST ? Draw.between(random, 2, 5) : Draw.between(random, 7, 16),
              kind == PlumeKind.SO2 ? 5 * Math.pow(20, share) : 0.3 * Math.pow(6, share)));
    }
    return List.copyOf(made);
  }

  /// Where the pixels of a line lie.
  public Geometry geometry(int line) {
    return Scan.geometry(orbit, Scan.views(lineStart(line)));
  }

  /// What is truly below the 120 pixels of a line, where the window of carbon monoxide shows it;
  /// none where spectra come from a basis.
  public List<SimulatedState> states(Geometry geometry) {
    if (window.isEmpty()) {
      return List.of();
    }
    List<SimulatedState> states = new ArrayList<>();
    for (int i = 0; i < ScanLine.PIXELS; i++) {
      states.add(state(scene.at(geometry.latitudeDeg()[i], geometry.longitudeDeg()[i])));
    }
    return states;
  }

  private static SimulatedState state(Column column) {
    return new SimulatedState(
        SimulatedAir.groundK(column.surfaceK()),
        column.surfaceK(),
        column.cloudFraction(),
        column.carbonMonoxide());
  }

  private Moment lineStart(int line) {
    return plan.start().plusNanos(line * Scan.LINE_NANOS);
  }

  /// How much of a plume lies above each of the 120 pixels of a line, in the unit of its kind.
  public double[] strengths(Plume plume, Geometry geometry) {
    double[] strengths = new double[ScanLine.PIXELS];
    Arrays.setAll(strengths, i -> plume.at(geometry.latitudeDeg()[i], geometry.longitudeDeg()[i]));
    return strengths;
  }

  @Override
  public Outcome<ScanLine> line(int number) {
    if (number < 0 || number >= plan.lines()) {
      throw new IllegalArgumentException("line " + number + " of " + plan.lines());
    }
    Moment[] views = Scan.views(lineStart(number));
    Geometry geometry = Scan.geometry(orbit, views);
    Column[] columns = new Column[ScanLine.PIXELS];
    Arrays.setAll(columns, i -> scene.at(geometry.latitudeDeg()[i], geometry.longitudeDeg()[i]));
    boolean[] present = new boolean[ScanLine.PIXELS];
    Arrays.fill(present, true);
    byte[] flags = new byte[3 * ScanLine.PIXELS];
    int[] detailed = new int[ScanLine.PIXELS];
    return new Outcome.Good<>(
        new ScanLine(
            number,
            views,
            present,
            counts(number, geometry, columns),
            ScaleFactors.USUAL,
            geometry,
            new Quality(flags, detailed, Quality.Word.EPS),
            SimulatedImager.of(columns)));
  }

  private short[] counts(int line, Geometry geometry, Column[] columns) {
    double[][] strengths = new double[plumes.size()][];
    Arrays.setAll(strengths, p -> strengths(plumes.get(p), geometry));
    double[] factors = ScaleFactors.USUAL.factors();
    RandomGenerator random = Draw.of(plan.seed(), Draw.NOISE, line);
    short[] counts = new short[ScanLine.PIXELS * Channels.COUNT];
    float[] radiance = new float[Channels.COUNT];
    float[] absorbed = new float[Channels.COUNT];
    float[] white = new float[InstrumentNoise.room()];
    for (int pixel = 0; pixel < ScanLine.PIXELS; pixel++) {
      Arrays.fill(radiance, 0);
      double zenithDeg = geometry.satelliteZenithDeg()[pixel];
      double secant = 1 / Math.cos(Math.toRadians(zenithDeg));
      int level = absorb(strengths, pixel, secant, absorbed);
      Column column = columns[pixel];
      clear.radiance(line, pixel, column, absorbed, level, radiance);
      window.ifPresent(
          co -> co.see(state(column), column.cloudLevel(), zenithDeg, absorbed, level, radiance));
      noise.add(random, white, radiance);
      int at = ScanLine.at(pixel);
      for (int c = 0; c < radiance.length; c++) {
        long count = Math.round(radiance[c] / factors[c]);
        counts[at + c] = (short) Math.clamp(count, Short.MIN_VALUE, Short.MAX_VALUE);
      }
    }
    return counts;
  }

  /// What all plumes over a pixel absorb, and the level of the strongest.
  private int absorb(double[][] strengths, int pixel, double secant, float[] absorbed) {
    int level = Clear.NO_PLUME;
    double strongest = 0;
    Arrays.fill(absorbed, 0);
    for (int p = 0; p < strengths.length; p++) {
      double strength = strengths[p][pixel];
      if (strength == 0) {
        continue;
      }
      double[] depths = plumeDepths.get(p);
      for (int c = 0; c < absorbed.length; c++) {
        float through = (float) Math.exp(-depths[c] * strength * secant);
        absorbed[c] = 1 - (1 - absorbed[c]) * through;
      }
      if (strength > strongest) {
        strongest = strength;
        level = Atmosphere.level(plumes.get(p).heightKm());
      }
    }
    return level;
  }
}
