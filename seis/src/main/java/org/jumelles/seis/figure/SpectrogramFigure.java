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
import org.jumelles.figure.chart.Mark;
import org.jumelles.figure.chart.Panel;
import org.jumelles.figure.chart.Scale;
import org.jumelles.figure.chart.Series;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.trace.Trace;

/// A waveform above its power spectral density, UTC below and local time above.
///
/// @param windowS the length of one spectrum's window, in seconds
/// @param frequencyScale how the frequency axis runs
public record SpectrogramFigure(
    double windowS, Scale frequencyScale, LocalClock clock, Figure.Size size) {
  /// More would spend the colours on the edge of the band, where a pre-filter left nothing.
  private static final double GREATEST_RANGE_DB = 90;

  private static final Color TRACE = new Color(0x26, 0x4A, 0x73);

  public SpectrogramFigure {
    if (!(windowS > 0) || Double.isInfinite(windowS)) {
      throw new IllegalArgumentException("a window of " + windowS + " s");
    }
  }

  /// Windows of 51.2 s (1,024 samples at 20 Hz), logarithmic frequency.
  public static SpectrogramFigure standard(LocalClock clock) {
    return new SpectrogramFigure(51.2, Scale.LOGARITHMIC, clock, Figure.Size.SCREEN);
  }

  /// Draws one channel.
  ///
  /// @param stretches of one channel, at least one, all at one sampling rate
  public Figure of(List<Trace> stretches, Subject subject, List<EventMark> events) {
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("a spectrogram of no stretch");
    }
    double rate = stretches.getFirst().samplingRateHz();
    if (stretches.stream().anyMatch(s -> s.samplingRateHz() != rate)) {
      throw new IllegalArgumentException("stretches of several sampling rates");
    }
    Span span = TimeAxes.span(stretches);
    int window = Math.clamp(Math.round(windowS * rate), 4, 1 << 24);
    long total = stretches.stream().mapToLong(s -> s.samples().length).sum();
    Power power = Power.of(window, total);
    return new Figure(
        caption(subject, power, rate),
        size,
        TimeAxes.utc(span),
        Optional.of(TimeAxes.local(span, clock)),
        List.of(waveform(stretches, subject, span), spectra(stretches, subject, span, power)),
        marks(events, span));
  }

  private static Figure.Caption caption(Subject subject, Power power, double rate) {
    String method =
        String.format(
            Locale.ROOT,
            "Windows of %.4g s (Hann, mean removed), %.0f %% overlap%s; gaps are blank.",
            power.windowSamples() / rate,
            100.0 - 100.0 * power.hopSamples() / power.windowSamples(),
            power.windowsPerColumn() > 1 ? ", mean of " + power.windowsPerColumn() : "");
    String subtitle = String.format(Locale.ROOT, "%s, %.4g samples/s", subject.quantity(), rate);
    return new Figure.Caption(subject.title(), subtitle, subject.provenance() + "  " + method);
  }

  private static Panel waveform(List<Trace> stretches, Subject subject, Span span) {
    Amplitude amplitude = Amplitude.of(stretches);
    int exponent = amplitude.exponent();
    double gain = Math.pow(10, -exponent);
    double low = amplitude.low() * gain;
    double high = amplitude.high() * gain;
    double pad = high > low ? 0.08 * (high - low) : Math.max(1, Math.abs(high) * 0.1);
    List<Layer> lines = new ArrayList<>();
    for (Trace stretch : stretches) {
      double startS = TimeAxes.seconds(span.start(), stretch.start());
      Series series = Series.of(stretch.samples(), startS, 1 / stretch.samplingRateHz());
      lines.add(new Layer.Line(series, 0, gain, TRACE, 1.1f));
    }
    String label = Amplitude.unit(exponent, subject.unit());
    return Panel.of(1, Axis.linear(label, low - pad, high + pad), lines);
  }

  private Panel spectra(List<Trace> stretches, Subject subject, Span span, Power power) {
    double rate = stretches.getFirst().samplingRateHz();
    List<Layer> maps = new ArrayList<>();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Trace stretch : stretches) {
      Grid grid = power.grid(stretch, TimeAxes.seconds(span.start(), stretch.start()));
      double least = Layer.Level.DECIBEL.of(Amplitude.quantile(grid.values(), 0.02));
      double most = Layer.Level.DECIBEL.of(Amplitude.quantile(grid.values(), 0.998));
      low = Double.isFinite(least) ? Math.min(low, least) : low;
      high = Double.isFinite(most) ? Math.max(high, most) : high;
      maps.add(new Layer.Heatmap(grid, Layer.Level.DECIBEL));
    }
    boolean known = low <= high;
    double to = known ? 5 * Math.ceil(high / 5) : 10;
    double floor = Math.max(low, to - GREATEST_RANGE_DB);
    double from = known ? Math.min(to - 10, 5 * Math.floor(floor / 5)) : -10;
    ColourBar bar =
        new ColourBar("dB re (" + subject.unit() + ")²/Hz", from, to, ColourMap.VIRIDIS);
    double bin = rate / power.windowSamples();
    Axis axis =
        frequencyScale == Scale.LINEAR
            ? Axis.linear("frequency (Hz)", 0, rate / 2)
            : Axis.logarithmic("frequency (Hz)", bin, rate / 2);
    return new Panel(2.6, axis, Optional.empty(), Optional.of(bar), maps);
  }

  private static List<Mark> marks(List<EventMark> events, Span span) {
    return events.stream()
        .map(
            e ->
                new Mark(
                    TimeAxes.seconds(span.start(), e.span().start()),
                    TimeAxes.seconds(span.start(), e.span().end()),
                    e.label(),
                    e.colour()))
        .toList();
  }
}
