package org.jumelles.service.cube;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.figure.chart.Axis;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.chart.Layer;
import org.jumelles.figure.chart.Mark;
import org.jumelles.figure.chart.Panel;

/// A spectrum with its sigma, its continuum and its fitted bands, drawn.
final class SpectrumFigure {
  private static final Color VALUE = new Color(0x1F, 0x4E, 0x79);
  private static final Color SIGMA = new Color(0x9D, 0xB8, 0xD2);
  private static final Color HULL = new Color(0xB8, 0x5C, 0x00);
  private static final Color BAND = new Color(0x7A, 0x1F, 0x5C);

  private SpectrumFigure() {}

  /// @throws CubeRefusal 422 where there is no wavelength, or nothing to draw
  static Figure of(RegionSpectrum spectrum, String title, String subtitle) {
    if (spectrum.um().isEmpty()) {
      throw new CubeRefusal(422, String.join("; ", spectrum.notes()));
    }
    double[] value = spectrum.path(spectrum.mean().mean());
    if (value.length < 4) {
      throw new CubeRefusal(422, "the region has fewer than two numbers to draw");
    }
    double[] upper = spectrum.path(shifted(spectrum, 1));
    double[] lower = spectrum.path(shifted(spectrum, -1));
    double[] hull = spectrum.path(spectrum.continuum());
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Path(upper, SIGMA, 1));
    layers.add(new Layer.Path(lower, SIGMA, 1));
    layers.add(new Layer.Path(hull, HULL, 1.2f));
    layers.add(new Layer.Path(value, VALUE, 1.6f));
    double[] all = ordinates(value, upper, lower, hull);
    double low = all[0];
    double high = all[all.length - 1];
    double room = high > low ? 0.05 * (high - low) : Math.max(1e-6, Math.abs(high) * 0.05);
    Panel panel = Panel.of(1, Axis.linear("value with one sigma", low - room, high + room), layers);
    return new Figure(
        new Figure.Caption(title, subtitle, footnote(spectrum)),
        Figure.Size.SCREEN,
        Axis.linear("wavelength, um", value[0], value[value.length - 2]),
        Optional.empty(),
        List.of(panel),
        marks(spectrum));
  }

  private static String footnote(RegionSpectrum spectrum) {
    return "Blue: mean; pale: one sigma ("
        + spectrum.mean().source()
        + "); brown: upper hull over wavelength.";
  }

  private static double[] shifted(RegionSpectrum spectrum, int sign) {
    double[] mean = spectrum.mean().mean();
    double[] sigma = spectrum.mean().sigma();
    double[] shifted = new double[mean.length];
    Arrays.setAll(shifted, b -> mean[b] + sign * sigma[b]);
    return shifted;
  }

  private static double[] ordinates(double[]... paths) {
    return Arrays.stream(paths)
        .flatMapToDouble(
            path ->
                java.util.stream.IntStream.range(0, path.length / 2)
                    .mapToDouble(i -> path[2 * i + 1]))
        .sorted()
        .toArray();
  }

  private static List<Mark> marks(RegionSpectrum spectrum) {
    return spectrum.bands().stream()
        .filter(RegionSpectrum.Band::isFitted)
        .map(
            band ->
                new Mark(
                    band.centreUm(),
                    band.centreUm(),
                    String.format(
                        Locale.ROOT,
                        "%s %.4f um, %.3f deep",
                        band.window().name(),
                        band.centreUm(),
                        band.depth()),
                    BAND))
        .toList();
  }
}
