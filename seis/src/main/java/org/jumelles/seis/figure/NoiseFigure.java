package org.jumelles.seis.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.figure.chart.Axis;
import org.jumelles.figure.chart.ColourBar;
import org.jumelles.figure.chart.ColourMap;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.chart.Grid;
import org.jumelles.figure.chart.Layer;
import org.jumelles.figure.chart.Panel;
import org.jumelles.figure.chart.Series;
import org.jumelles.figure.chart.Tick;
import org.jumelles.figure.chart.Ticker;
import org.jumelles.seis.noise.LevelCounts;

/// Draws noise statistics: how often each level occurred, or the median by local hour.
public final class NoiseFigure {
  private static final Color MEDIAN = new Color(0x111111);
  private static final Color QUANTILE = new Color(0x8A1C1C);

  private NoiseFigure() {}

  /// Levels over frequency, in the colour of how often they occurred, with the 5th, 50th and 95th
  /// percentile; all groups together.
  public static Figure probability(LevelCounts groups, Subject subject) {
    LevelCounts noise = groups.pooled();
    double[] low = noise.percentile(0, 1);
    double[] high = noise.percentile(0, 99);
    double from = Math.floor(least(low) / 10) * 10 - 5;
    int steps =
        (int) Math.round((Math.ceil(most(high) / 10) * 10 + 5 - from) / LevelCounts.STEP_DB);
    double[] centres = noise.centresHz();
    float[] shares = new float[centres.length * steps];
    for (int band = 0; band < centres.length; band++) {
      double[] column = noise.shares(0, band, from, steps);
      for (int i = 0; i < steps; i++) {
        shares[band * steps + i] = column[i] > 0 ? (float) (100 * column[i]) : Float.NaN;
      }
    }
    Grid grid =
        new Grid(
            shares,
            decades(centres),
            new Grid.Steps(steps, from + LevelCounts.STEP_DB / 2, LevelCounts.STEP_DB));
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Heatmap(grid, Layer.Level.VALUE));
    for (double percent : new double[] {5, 50, 95}) {
      layers.add(
          Layer.Line.of(
              series(noise.percentile(0, percent), centres), percent == 50 ? MEDIAN : QUANTILE));
    }
    Axis levels = Axis.linear(label(subject), from, from + steps * LevelCounts.STEP_DB);
    return figure(
        subject,
        noise,
        frequencies(centres),
        new Panel(
            1,
            levels,
            Optional.empty(),
            Optional.of(new ColourBar("% of segments", 0, highest(shares), ColourMap.VIRIDIS)),
            layers),
        "5th, 50th and 95th percentile");
  }

  /// The median over frequency by local hour, one group an hour.
  public static Figure byHour(LevelCounts noise, Subject subject, String clock) {
    double[] centres = noise.centresHz();
    float[] medians = new float[noise.groups() * centres.length];
    for (int hour = 0; hour < noise.groups(); hour++) {
      double[] column = noise.percentile(hour, 50);
      for (int band = 0; band < centres.length; band++) {
        medians[hour * centres.length + band] = (float) column[band];
      }
    }
    Grid grid = new Grid(medians, new Grid.Steps(noise.groups(), 0.5, 1), decades(centres));
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float median : medians) {
      if (!Float.isNaN(median)) {
        low = Math.min(low, median);
        high = Math.max(high, median);
      }
    }
    boolean any = low <= high;
    ColourBar bar =
        new ColourBar(
            "median, " + label(subject),
            any ? low : 0,
            any ? Math.max(high, low + 1) : 1,
            ColourMap.VIRIDIS);
    return figure(
        subject,
        noise,
        Axis.linear(clock + " (h)", 0, noise.groups()),
        new Panel(
            1,
            frequencies(centres),
            Optional.empty(),
            Optional.of(bar),
            List.of(new Layer.Heatmap(grid, Layer.Level.VALUE))),
        "hours without data are blank");
  }

  private static Figure figure(
      Subject subject, LevelCounts noise, Axis horizontal, Panel panel, String what) {
    String subtitle =
        subject.quantity() + ", " + noise.allSegments() + " segments, one-octave means; " + what;
    return new Figure(
        new Figure.Caption(subject.title() + ", noise", subtitle, subject.provenance()),
        Figure.Size.SCREEN,
        horizontal,
        Optional.empty(),
        List.of(panel),
        List.of());
  }

  private static String label(Subject subject) {
    return "dB of (" + subject.unit() + ")\u00b2/Hz";
  }

  private static Grid.Steps decades(double[] centres) {
    double first = Math.log10(centres[0]);
    double step = centres.length < 2 ? 0.1 : Math.log10(centres[1]) - first;
    return new Grid.Steps(centres.length, first, step);
  }

  private static Series series(double[] levels, double[] centres) {
    Grid.Steps steps = decades(centres);
    return Series.of(levels, steps.first(), steps.step());
  }

  private static Axis frequencies(double[] centres) {
    Grid.Steps steps = decades(centres);
    double low = steps.first() - steps.step() / 2;
    double high = steps.first() + (steps.count() - 0.5) * steps.step();
    List<Tick> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(low); decade <= high; decade++) {
      for (int digit : new int[] {1, 2, 5}) {
        double place = decade + Math.log10(digit);
        if (place >= low && place <= high) {
          ticks.add(new Tick(place, String.format(Locale.ROOT, "%.3g", Math.pow(10, place))));
        }
      }
    }
    return Axis.linear("Hz", low, high).withTicker(Ticker.fixed(ticks));
  }

  private static double least(double[] values) {
    return java.util.Arrays.stream(values).filter(Double::isFinite).min().orElse(0);
  }

  private static double most(double[] values) {
    return java.util.Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
  }

  private static double highest(float[] values) {
    double highest = 1;
    for (float value : values) {
      highest = Float.isNaN(value) ? highest : Math.max(highest, value);
    }
    return highest;
  }
}
