package org.jumelles.iasi.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.mtckd.WaterContinuum;
import org.jumelles.iasi.absorption.Continuum;
import org.jumelles.iasi.absorption.LayerAbsorption;
import org.jumelles.iasi.absorption.Physics;
import org.jumelles.iasi.absorption.SpectralGrid;
import org.jumelles.iasi.absorption.Transitions;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.atmosphere.Layer;

/// The forward model without tables: lines, continuum, layers and ground to IASI's channels.
public final class LineByLine {
  private static final int WATER = 1;
  private static final double FINE_FROM_PER_CM = 1000;
  private static final int PIECE_CHANNELS = 440;

  private final double fromPerCm;
  private final SpectralGrid grid;
  private final LayerAbsorption absorption;
  private final @Nullable Continuum continuum;
  private final LineShape shape;
  private final double[] wavenumbers;
  private final int channels;
  private final Widths widths;

  /// How narrow a line may be.
  public enum Widths {
    /// As the lines' data say.
    EXACT,
    /// No narrower than the step at which LBLRTM samples the layer; see [LblrtmSampling].
    AS_LBLRTM_SAMPLES
  }

  /// A window's spectrum.
  ///
  /// @param wavenumberPerCm of the channels
  /// @param radiance W m-2 sr-1 (m-1)-1
  /// @param brightnessTemperatureK the same as temperature; NaN where the radiance is not positive
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Spectrum(
      double[] wavenumberPerCm, double[] radiance, double[] brightnessTemperatureK) {}

  /// @param fromPerCm the first channel, a multiple of 0.25 cm-1
  /// @param toPerCm the last channel
  /// @param continuum of water; none means none
  public LineByLine(
      Transitions lines,
      @Nullable WaterContinuum continuum,
      double fromPerCm,
      double toPerCm,
      Widths widths) {
    if (!(toPerCm > fromPerCm) || !channel(fromPerCm) || !channel(toPerCm)) {
      throw new IllegalArgumentException(
          "window " + fromPerCm + ":" + toPerCm + ": both ends are multiples of 0.25 cm-1");
    }
    this.fromPerCm = fromPerCm;
    this.widths = widths;
    this.channels = (int) Math.round((toPerCm - fromPerCm) / LineShape.CHANNEL_PER_CM) + 1;
    this.grid = grid(fromPerCm, toPerCm);
    this.absorption = new LayerAbsorption(lines, grid);
    this.continuum = continuum == null ? null : new Continuum(continuum, grid);
    this.shape = new LineShape(grid);
    this.wavenumbers = new double[grid.count()];
    for (int i = 0; i < wavenumbers.length; i++) {
      wavenumbers[i] = grid.wavenumberPerCm(i);
    }
  }

  /// A window cut into pieces of some 100 cm-1 whose channels follow each other: what one piece
  /// needs fits into 100 MB, and pieces can be computed side by side.
  ///
  /// @return first and last channel of each piece
  public static List<double[]> pieces(double fromPerCm, double toPerCm) {
    int channels = (int) Math.round((toPerCm - fromPerCm) / LineShape.CHANNEL_PER_CM) + 1;
    int count = (channels + PIECE_CHANNELS - 1) / PIECE_CHANNELS;
    List<double[]> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int first = (int) ((long) channels * i / count);
      int last = (int) ((long) channels * (i + 1) / count) - 1;
      pieces.add(
          new double[] {
            fromPerCm + LineShape.CHANNEL_PER_CM * first,
            fromPerCm + LineShape.CHANNEL_PER_CM * last
          });
    }
    return pieces;
  }

  /// Spectra of pieces that follow each other, as one.
  public static Spectrum joined(List<Spectrum> pieces) {
    return new Spectrum(
        pieces.stream().flatMapToDouble(one -> Arrays.stream(one.wavenumberPerCm())).toArray(),
        pieces.stream().flatMapToDouble(one -> Arrays.stream(one.radiance())).toArray(),
        pieces.stream()
            .flatMapToDouble(one -> Arrays.stream(one.brightnessTemperatureK()))
            .toArray());
  }

  /// The monochromatic grid of a window, with its margins: 2^-10 cm-1 from 1000 cm-1 on, where it
  /// is a third of water's Doppler width, and half of that below.
  public static SpectralGrid grid(double fromPerCm, double toPerCm) {
    double step = LineShape.CHANNEL_PER_CM / (fromPerCm < FINE_FROM_PER_CM ? 512 : 256);
    double first = fromPerCm - LineShape.MARGIN_PER_CM;
    int count = (int) Math.round((toPerCm + LineShape.MARGIN_PER_CM - first) / step) + 1;
    return new SpectralGrid(first, step, count);
  }

  public Spectrum spectrum(Atmosphere atmosphere, Surface surface) {
    return inChannels(monochromatic(atmosphere, surface));
  }

  /// The same with heavy molecules in the air.
  public Spectrum spectrum(Atmosphere atmosphere, Surface surface, List<HeavyColumn> heavy) {
    double[][] depths = opticalDepths(atmosphere);
    for (HeavyColumn column : heavy) {
      for (int l = 0; l < depths.length; l++) {
        Layer layer = atmosphere.layers().get(l);
        column
            .molecule()
            .add(
                layer.pressureHPa(),
                layer.temperatureK(),
                column.amountsPerCm2()[l],
                grid,
                depths[l]);
      }
    }
    return inChannels(new Transfer(wavenumbers).radiance(atmosphere, surface, depths));
  }

  /// The radiance on the fine grid of [#grid].
  public double[] monochromatic(Atmosphere atmosphere, Surface surface) {
    return new Transfer(wavenumbers).radiance(atmosphere, surface, opticalDepths(atmosphere));
  }

  private double[][] opticalDepths(Atmosphere atmosphere) {
    List<Layer> layers = atmosphere.layers();
    double[][] depths = new double[layers.size()][grid.count()];
    double[] least =
        switch (widths) {
          case EXACT -> new double[layers.size()];
          case AS_LBLRTM_SAMPLES ->
              LblrtmSampling.stepsPerCm(atmosphere, (grid.firstPerCm() + grid.lastPerCm()) / 2);
        };
    for (int l = 0; l < depths.length; l++) {
      Layer layer = layers.get(l);
      absorption.opticalDepth(
          layer.pressureHPa(), layer.temperatureK(), layer.amountsPerCm2(), least[l], depths[l]);
      Continuum water = continuum;
      if (water != null) {
        water.add(
            layer.pressureHPa(),
            layer.temperatureK(),
            layer.share(WATER),
            layer.amount(WATER),
            depths[l]);
      }
    }
    return depths;
  }

  /// A spectrum of the fine grid as the instrument sees it.
  public Spectrum inChannels(double[] monochromatic) {
    double[] seen = shape.apply(monochromatic);
    int skipped = (int) Math.round(LineShape.MARGIN_PER_CM / LineShape.CHANNEL_PER_CM);
    double[] nu = new double[channels];
    double[] radiance = new double[channels];
    double[] temperature = new double[channels];
    for (int i = 0; i < channels; i++) {
      nu[i] = fromPerCm + i * LineShape.CHANNEL_PER_CM;
      radiance[i] = seen[i + skipped];
      temperature[i] = Physics.brightnessTemperatureK(nu[i], radiance[i]);
    }
    return new Spectrum(nu, radiance, temperature);
  }

  private static boolean channel(double wavenumberPerCm) {
    double number = wavenumberPerCm / LineShape.CHANNEL_PER_CM;
    return number == Math.rint(number);
  }
}
