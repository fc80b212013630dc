package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.glitch.Deglitched;
import org.jumelles.seis.glitch.GlitchParameters;
import org.jumelles.seis.glitch.Glitches;
import org.jumelles.seis.glitch.Tick;
import org.jumelles.seis.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "deglitch",
    description = "Finds glitches and subtracts those that stand out of the noise.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis deglitch raw.mseed --stationxml station.xml -o clean.mseed",
      "  jumelles seis deglitch u.mseed v.mseed w.mseed --stationxml station.xml \\",
      "      -o clean.mseed --json",
      "  jumelles seis deglitch raw.mseed --stationxml station.xml --ticks -o clean.mseed",
      "",
      "On each sensor a glitch is subtracted where the variance of the 30 s about it",
      "falls by 80 %%; all other samples are the raw ones. OUT holds doubles in counts,",
      "what could not be searched included. --ticks takes off what repeats itself each",
      "second in quiet times; the amplitude told is the rms of its profile in counts."
    })
final class SeisDeglitchCommand implements Callable<Integer> {
  private static final int RECORD_LENGTH = 4096;

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "miniSEED in counts.")
  private List<Path> files = List.of();

  @Option(names = "--stationxml", required = true, paramLabel = "XML", description = "Responses.")
  private Path xml = Path.of("");

  @Option(names = "-o", required = true, paramLabel = "OUT", description = "miniSEED 2, float64.")
  private Path out = Path.of("");

  @Option(
      names = "--ticks",
      description =
          "Take the cross-talk of each second off first, where it stands out of the noise.")
  private boolean isTicks;

  @Override
  public Integer call() throws IOException {
    output.check(out);
    List<Tick> ticks = new ArrayList<>();
    GlitchSearch search =
        GlitchSearch.of(files, xml, isTicks ? Optional.of(ticks) : Optional.empty(), answer);
    List<Deglitched> all =
        search.each(
            triple -> Glitches.remove(triple.traces(), triple.sensors(), GlitchParameters.DEFAULT),
            answer);
    List<Trace> clean = copies(search.traces());
    for (Deglitched one : all) {
      one.into(search.traces(), clean);
    }
    output.write(out, stream -> write(stream, clean));
    List<Deglitched.Removal> removals =
        all.stream()
            .flatMap(one -> one.glitches().stream())
            .sorted(Comparator.comparing(removal -> removal.glitch().onset()))
            .toList();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("glitches", removals.stream().map(SeisDeglitchCommand::row).toList());
    if (isTicks) {
      document.put("ticks", ticks.stream().map(GlitchSearch::row).toList());
    }
    document.put("notes", search.notes());
    answer.give(
        document,
        () -> {
          table(removals);
          ticks.forEach(this::line);
        });
    return ExitCode.OK;
  }

  private static List<Trace> copies(List<Trace> traces) {
    List<Trace> copies = new ArrayList<>();
    traces.forEach(trace -> copies.add(trace.withSamples(trace.samples().clone())));
    return copies;
  }

  private static void write(OutputStream stream, List<Trace> traces) throws IOException {
    WriteOptions options = new WriteOptions(2, Encoding.FLOAT64, RECORD_LENGTH);
    for (Trace trace : traces) {
      MiniSeed.write(
          stream,
          trace.id(),
          trace.start(),
          trace.samplingRateHz(),
          new Samples.Doubles(trace.samples()),
          options);
    }
  }

  private static Map<String, Object> row(Deglitched.Removal removal) {
    Map<String, Object> row = GlitchSearch.row(removal.glitch());
    Map<String, Object> parts = new LinkedHashMap<>();
    for (Deglitched.Part part : removal.parts()) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("removed", part.removed());
      told.put("variance_fall", part.varianceFall());
      told.put("amplitude", part.amplitudeMPerS2());
      told.put("shift_s", part.shiftS());
      told.put("spike_m", part.spikeM());
      parts.put(GlitchSearch.letter(part.id()), told);
    }
    row.put("removal", parts);
    return row;
  }

  private void line(Tick tick) {
    answer
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "  tick of %s from %s: %.2f +- %.2f counts rms, variance above 1 Hz falls by"
                    + " %.4f, %s",
                tick.id().nslc(),
                Utc.text(tick.span().start()),
                tick.rmsCounts(),
                tick.rmsSigmaCounts(),
                tick.varianceFall(),
                tick.subtracted() ? "subtracted" : "left"));
  }

  private void table(List<Deglitched.Removal> removals) {
    answer.out().println(out + ": counts; onset, variance fall by sensor (- where left as it was)");
    long removed = 0;
    for (Deglitched.Removal removal : removals) {
      StringBuilder row = new StringBuilder("  " + Utc.text(removal.glitch().onset()));
      for (Deglitched.Part part : removal.parts()) {
        removed += part.removed() ? 1 : 0;
        String sign = part.removed() ? " " : "-";
        row.append(
            String.format(
                Locale.ROOT,
                "  %s%s %.3f",
                sign,
                GlitchSearch.letter(part.id()),
                part.varianceFall()));
      }
      answer.out().println(row);
    }
    answer.say(
        removals.size()
            + " glitches, "
            + removed
            + " of their "
            + 3 * removals.size()
            + " parts removed");
  }
}
