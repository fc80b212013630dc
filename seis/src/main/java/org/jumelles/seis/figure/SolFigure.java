package org.jumelles.seis.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.figure.chart.Axis;
import org.jumelles.figure.chart.Figure;
import org.jumelles.figure.chart.Layer;
import org.jumelles.figure.chart.Panel;
import org.jumelles.figure.chart.Scale;
import org.jumelles.figure.chart.Series;
import org.jumelles.figure.chart.Tick;
import org.jumelles.figure.chart.Ticker;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.trace.Trace;

/// One sol as 24 rows of one local hour each, UTC at the right; events in colour.
public record SolFigure(LocalClock clock, Figure.Size size) {
  private static final Color[] ROWS = {new Color(0x26, 0x4A, 0x73), new Color(0x4E, 0x5D, 0x6C)};
  private static final int HOURS = 24;
  private static final double HOUR_S = 3600;
  private static final double CLIP_ROWS = 1.5;

  public static SolFigure standard(LocalClock clock) {
    return new SolFigure(clock, Figure.Size.SCREEN);
  }

  /// Draws what of the stretches lies in a sol, each hour about its own mean; the rows share one
  /// gain, and what exceeds one and a half rows is cut there.
  public Figure of(long sol, List<Trace> stretches, Subject subject, List<EventMark> events) {
    List<Piece> pieces = new ArrayList<>();
    for (Trace stretch : stretches) {
      for (int hour = 0; hour < HOURS; hour++) {
        piece(sol, stretch, hour).ifPresent(pieces::add);
      }
    }
    double full = rowSize(pieces);
    List<Layer> layers = new ArrayList<>();
    for (Piece piece : pieces) {
      layers.add(piece.line(full, ROWS[piece.hour % 2]));
    }
    for (EventMark event : events) {
      mark(sol, event, pieces, full, layers);
    }
    String scale =
        String.format(
            Locale.ROOT, "%s; one row = %.3g %s", subject.quantity(), full, subject.unit());
    Axis left = new Axis(clock.name() + " (h)", HOURS, 0, Scale.LINEAR, rows(sol, true));
    Axis right = new Axis("UTC at the row's start", HOURS, 0, Scale.LINEAR, rows(sol, false));
    String foot = subject.provenance() + "  Mean of each hour removed; cut at 1.5 rows.";
    return new Figure(
        new Figure.Caption(subject.title() + ", sol " + sol, scale, foot),
        size,
        Axis.linear("local minutes", 0, 60),
        Optional.empty(),
        List.of(new Panel(1, left, Optional.of(right), Optional.empty(), layers)),
        List.of());
  }

  /// The samples of one hour, less their mean; `startS` and `stepS` are local seconds in the hour.
  @SuppressWarnings("ArrayRecordComponent") // Lives within one call.
  private record Piece(int hour, double startS, double stepS, double[] values) {
    Layer line(double full, Color colour) {
      return line(0, values.length, full, colour);
    }

    Layer line(int from, int to, double full, Color colour) {
      double[] cut = new double[to - from];
      for (int i = from; i < to; i++) {
        cut[i - from] = Math.clamp(values[i] / full, -CLIP_ROWS, CLIP_ROWS);
      }
      Series series = Series.of(cut, (startS + from * stepS) / 60, stepS / 60);
      return new Layer.Line(series, hour + 0.5, -1, colour, 1f);
    }

    int index(double localS) {
      return (int) Math.clamp(Math.ceil((localS - startS) / stepS), 0, values.length);
    }
  }

  private double localSeconds(long sol, Moment moment) {
    return TimeAxes.seconds(clock.midnight(sol), moment)
        * TimeAxes.LOCAL_DAY_S
        / (clock.solNanos() / 1e9);
  }

  private Optional<Piece> piece(long sol, Trace stretch, int hour) {
    double step = TimeAxes.LOCAL_DAY_S / (clock.solNanos() / 1e9) / stretch.samplingRateHz();
    double start = localSeconds(sol, stretch.start()) - hour * HOUR_S;
    int length = stretch.samples().length;
    int from = (int) Math.clamp(Math.ceil(-start / step), 0, length);
    int to = (int) Math.clamp(Math.ceil((HOUR_S - start) / step), 0, length);
    if (from >= to) {
      return Optional.empty();
    }
    double[] values = new double[to - from];
    double sum = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      double value = stretch.samples()[i];
      values[i - from] = Math.abs(value) <= Double.MAX_VALUE ? value : Double.NaN;
      if (!Double.isNaN(values[i - from])) {
        sum += (value - sum) / ++count;
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] -= sum;
    }
    return Optional.of(new Piece(hour, start + from * step, step, values));
  }

  /// Three times the size that one sample in a hundred exceeds; 1 where all are zero.
  private static double rowSize(List<Piece> pieces) {
    int total = pieces.stream().mapToInt(p -> p.values.length).sum();
    float[] sizes = new float[total / 16 + pieces.size()];
    double most = 0;
    for (Piece piece : pieces) {
      for (double value : piece.values) {
        most = Math.max(most, Double.isNaN(value) ? 0 : Math.abs(value));
      }
    }
    int count = 0;
    for (Piece piece : pieces) {
      for (int i = 0; i < piece.values.length && most > 0; i += 16) {
        sizes[count++] = (float) Math.abs(piece.values[i] / most);
      }
    }
    double typical = Amplitude.quantile(java.util.Arrays.copyOf(sizes, count), 0.99) * most;
    return typical > 0 && Double.isFinite(3 * typical) ? 3 * typical : most > 0 ? most : 1;
  }

  private void mark(
      long sol, EventMark event, List<Piece> pieces, double full, List<Layer> layers) {
    double from = localSeconds(sol, event.span().start());
    double to = localSeconds(sol, event.span().end());
    for (Piece piece : pieces) {
      int first = piece.index(from - piece.hour * HOUR_S);
      int last = piece.index(to - piece.hour * HOUR_S);
      if (first < last) {
        layers.add(piece.line(first, last, full, event.colour()));
      }
    }
    int hour = (int) Math.floor(from / HOUR_S);
    if (hour >= 0 && hour < HOURS) {
      double minute = (from - hour * HOUR_S) / 60;
      layers.add(new Layer.Note(minute, hour + 0.3, event.label(), event.colour()));
    }
  }

  private Ticker rows(long sol, boolean local) {
    List<Tick> ticks = new ArrayList<>();
    for (int hour = 0; hour < HOURS; hour++) {
      Moment start = clock.midnight(sol).plusNanos(clock.solNanos() / HOURS * hour);
      String label =
          local ? String.format(Locale.ROOT, "%02d", hour) : Utc.text(start).substring(11, 16);
      ticks.add(new Tick(hour + 0.5, label));
    }
    return Ticker.fixed(ticks);
  }
}
