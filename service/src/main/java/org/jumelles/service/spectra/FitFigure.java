package org.jumelles.service.spectra;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.figure.chart.Axis;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.chart.Layer;
import org.jumelles.figure.chart.Panel;
import org.jumelles.iasi.calibration.Planck;
import org.jumelles.iasi.column.ColumnFile;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.pipeline.recipe.iasi.PixelFit;

/// A retrieval drawn: what was measured over what was fitted, the residual in units of noise, and
/// the kernel by height.
final class FitFigure {
  private static final Color MEASURED = new Color(0x1F, 0x4E, 0x79);
  private static final Color FITTED = new Color(0xB8, 0x5C, 0x00);
  private static final Color RESIDUAL = new Color(0x33, 0x33, 0x33);
  private static final Color ROW = new Color(0x9D, 0xB8, 0xD2);
  private static final Color LEVEL = new Color(0xBB, 0xBB, 0xBB);
  private static final double TOP_KM = 30;

  private FitFigure() {}

  /// @param found something that was fitted
  static Figure fit(Columns.Retrieved found) {
    PixelFit fit = found.fit();
    GasColumn column = fit.column().outcome().found().orElseThrow();
    double[] nu = fit.wavenumberPerCm();
    double[] measured = kelvins(nu, fit.measured());
    double[] fitted = kelvins(nu, column.estimate().fitted());
    double[] residual = FitDocument.residual(fit, column);
    double[] all =
        IntStream.range(0, 2 * nu.length)
            .mapToDouble(i -> i < nu.length ? measured[i] : fitted[i - nu.length])
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    double room = 0.05 * Math.max(1, all[all.length - 1] - all[0]);
    double most = Math.max(4, Arrays.stream(residual).map(Math::abs).max().orElse(4) + 0.5);
    Panel upper =
        Panel.of(
            3,
            Axis.linear("brightness temperature, K", all[0] - room, all[all.length - 1] + room),
            List.of(
                new Layer.Path(path(nu, fitted), FITTED, 2.4f),
                new Layer.Dots(path(nu, measured), MEASURED, 3)));
    Panel lower =
        Panel.of(
            2,
            Axis.linear("(measured - fitted) / noise", -most, most),
            List.of(
                level(nu, 1), level(nu, -1), new Layer.Path(path(nu, residual), RESIDUAL, 1.4f)));
    return new Figure(
        new Figure.Caption(
            "Carbon monoxide, line "
                + found.place().line()
                + ", view "
                + found.place().view()
                + ", pixel "
                + found.place().pixel(),
            found.granule().name()
                + String.format(
                    Locale.ROOT,
                    "; chi-square %.2f a channel, %d channels",
                    column.estimate().chiSquare(),
                    nu.length),
            "Blue: measured; brown: fitted; grey: one sigma of noise. State: "
                + fit.state()
                + ". "
                + String.join(", ", ColumnFile.LIMITS)
                + "."),
        Figure.Size.SCREEN,
        Axis.linear("wavenumber, cm-1", nu[0], nu[nu.length - 1]),
        Optional.empty(),
        List.of(upper, lower),
        List.of());
  }

  private static Layer level(double[] nu, double value) {
    return new Layer.Path(new double[] {nu[0], value, nu[nu.length - 1], value}, LEVEL, 1);
  }

  /// The column's kernel, and the rows of the matrix, up to 30 km.
  static Figure kernel(Columns.Retrieved found) {
    GasColumn column = found.fit().column().outcome().found().orElseThrow();
    double[] km = FitDocument.altitudesKm(column);
    int shown = (int) Math.max(2, Arrays.stream(km).filter(one -> one <= TOP_KM).count());
    double[] heights = Arrays.copyOf(km, shown);
    List<Layer> rows = new ArrayList<>();
    double most = 1;
    for (int i = 0; i < shown; i++) {
      double[] row = new double[shown];
      int at = i;
      Arrays.setAll(row, j -> column.estimate().kernel().get(at, j));
      most = Math.max(most, Arrays.stream(row).max().orElse(0));
      rows.add(new Layer.Path(path(heights, row), ROW, 1.2f));
    }
    double[] kernel = Arrays.copyOf(column.column().kernel(), shown);
    most = Math.max(most, Arrays.stream(kernel).max().orElse(0)) * 1.05;
    double least = Math.min(0, Arrays.stream(kernel).min().orElse(0)) - 0.1;
    rows.add(level(heights, 1));
    rows.add(new Layer.Path(path(heights, kernel), MEASURED, 2.4f));
    return new Figure(
        new Figure.Caption(
            "Averaging kernel",
            String.format(
                Locale.ROOT, "%.2f degrees of freedom for signal", column.degreesOfFreedom()),
            "Blue: what one molecule more in a layer adds to the column (1 is perfect); pale: rows of"
                + " the matrix, d ln(estimate) / d ln(truth)."),
        Figure.Size.SCREEN,
        Axis.linear("height of the layer, km", heights[0], heights[shown - 1]),
        Optional.empty(),
        List.of(Panel.of(1, Axis.linear("kernel", least, most), rows)),
        List.of());
  }

  private static double[] kelvins(double[] nu, double[] radiance) {
    double[] kelvins = new double[nu.length];
    Arrays.setAll(kelvins, c -> Planck.temperatureK(100 * nu[c], radiance[c]));
    return kelvins;
  }

  private static double[] path(double[] x, double[] y) {
    double[] path = new double[2 * x.length];
    for (int i = 0; i < x.length; i++) {
      path[2 * i] = x[i];
      path[2 * i + 1] = y[i];
    }
    return path;
  }
}
