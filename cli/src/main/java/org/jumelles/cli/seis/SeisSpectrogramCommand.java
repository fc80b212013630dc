package org.jumelles.cli.seis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;
import org.jumelles.figure.chart.Figure;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.figure.SolFigure;
import org.jumelles.seis.figure.SpectrogramFigure;
import org.jumelles.seis.figure.Subject;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "spectrogram",
    description = "Draws one channel to a PNG: waveform and spectrogram, or a sol in 24 rows.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis spectrogram day.mseed -o day.png",
      "  jumelles seis spectrogram day.mseed --channel XB.ELYSE.03.BHU \\",
      "      --start 2019-05-23T02:00:00 --end 2019-05-23T02:24:00 -o event.png",
      "  jumelles seis spectrogram day.mseed --plot sol -o sol.png",
      "",
      "Without --channel the first one in the alphabet is drawn. The time axes are UTC",
      "and local mean solar time by the clock of the body."
    })
final class SeisSpectrogramCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private BodyOption body = new BodyOption();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "miniSEED 2 or 3.")
  private List<Path> files = List.of();

  @Option(names = "-o", required = true, paramLabel = "PNG", description = "The picture.")
  private Path out = Path.of("");

  @Option(names = "--channel", paramLabel = "ID", description = "NET.STA.LOC.CHA.")
  private @Nullable String channel;

  @Option(names = "--start", paramLabel = "TIME", description = "UTC.")
  private @Nullable String start;

  @Option(names = "--end", paramLabel = "TIME", description = "UTC.")
  private @Nullable String end;

  /// What is drawn.
  enum Plot {
    SPECTROGRAM,
    SOL
  }

  @Option(
      names = "--plot",
      defaultValue = "spectrogram",
      paramLabel = "KIND",
      description = "spectrogram or sol. (spectrogram)")
  private Plot plot = Plot.SPECTROGRAM;

  @Option(
      names = "--sol",
      paramLabel = "N",
      description = "Which sol --plot sol draws; without it the one most samples lie in.")
  private @Nullable Long sol;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "What the samples are in, such as m/s; without it counts where integers.")
  private @Nullable String unit;

  @Override
  public Integer call() throws IOException {
    Waves.Wish wish =
        Waves.Wish.of(
            Optional.ofNullable(channel), Optional.ofNullable(start), Optional.ofNullable(end));
    if (sol != null && plot != Plot.SOL) {
      throw new IllegalArgumentException("--sol goes with --plot sol");
    }
    output.check(out);
    Waves waves = Waves.read(files, wish, answer);
    Map<SourceId, List<Segment>> sources = waves.bySource();
    SourceId id = sources.keySet().iterator().next();
    if (sources.size() > 1) {
      answer.say("jumelles: drawing " + id.nslc() + " of " + names(sources) + "; see --channel");
    }
    List<Trace> traces = traces(sources.getOrDefault(id, List.of()), wish);
    Subject subject = subject(id, waves.counts().contains(id));
    LocalClock clock = body.ofNetwork(id.network(), answer).days();
    Figure figure =
        switch (plot) {
          case SPECTROGRAM -> SpectrogramFigure.standard(clock).of(traces, subject, List.of());
          case SOL -> SolFigure.standard(clock).of(sol(traces, clock), traces, subject, List.of());
        };
    output.write(out, figure::writePng);
    report(id, traces);
    return ExitCode.OK;
  }

  private List<Trace> traces(List<Segment> segments, Waves.Wish wish) {
    List<Trace> traces =
        segments.stream()
            .map(segment -> wish.cut(segment.toTrace()))
            .filter(trace -> trace.count() > 0)
            .toList();
    if (traces.isEmpty()) {
      throw new IllegalArgumentException("no sample from --start to --end");
    }
    double rateHz = traces.getFirst().samplingRateHz();
    List<Trace> same = traces.stream().filter(t -> t.samplingRateHz() == rateHz).toList();
    if (same.size() < traces.size()) {
      answer.say("jumelles: only what is sampled at " + rateHz + " Hz is drawn");
    }
    return same;
  }

  private Subject subject(SourceId id, boolean isCounts) {
    String told = unit != null ? unit : isCounts ? "counts" : "units of the file";
    String quantity = isCounts && unit == null ? "raw" : "samples";
    String name = String.valueOf(files.getFirst().getFileName());
    String source = files.size() == 1 ? name : name + " and " + (files.size() - 1) + " more";
    return new Subject(id.nslc(), quantity, told, source + ".");
  }

  private long sol(List<Trace> traces, LocalClock clock) {
    if (sol != null) {
      return sol;
    }
    Map<Long, Long> samples = new LinkedHashMap<>();
    for (Trace trace : traces) {
      for (long s = clock.sol(trace.start()); s <= clock.sol(trace.end()); s++) {
        samples.merge(s, overlapNanos(clock.span(s), trace), Long::sum);
      }
    }
    return samples.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private static long overlapNanos(Span sol, Trace trace) {
    Moment from = sol.start().isAfter(trace.start()) ? sol.start() : trace.start();
    Moment to = sol.end().isBefore(trace.end()) ? sol.end() : trace.end();
    return Math.max(0, from.nanosUntil(to));
  }

  private void report(SourceId id, List<Trace> traces) {
    Moment from = traces.getFirst().start();
    Moment to = traces.getLast().end();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("channel", id.nslc());
    document.put("start", Utc.text(from));
    document.put("end", Utc.text(to));
    document.put("stretches", traces.size());
    answer.give(
        document,
        () ->
            answer
                .out()
                .println(
                    String.format(
                        Locale.ROOT,
                        "%s: %s, %s to %s, uninterrupted stretches: %d",
                        out,
                        id.nslc(),
                        from,
                        to,
                        traces.size())));
  }

  private static String names(Map<SourceId, List<Segment>> sources) {
    return String.join(", ", sources.keySet().stream().map(SourceId::nslc).toList());
  }
}
