package org.jumelles.cli.seis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.jumelles.seis.calibration.ChannelResponse;
import org.jumelles.seis.figure.NoiseFigure;
import org.jumelles.seis.figure.Subject;
import org.jumelles.seis.noise.LevelCounts;
import org.jumelles.seis.noise.NoiseStatistics;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "ppsd",
    description = {
      "Tells how often each level of noise occurred at each frequency; by local hour with --by-lmst.",
      "Samples are turned into acceleration where a StationXML is given."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  jumelles seis ppsd XB.ELYSE.03.mseed --channel XB.ELYSE.03.BHU --stationxml XB.ELYSE.xml \\",
      "      --by-lmst -o noise.png"
    })
final class SeisPpsdCommand implements Callable<Integer> {
  private static final List<Integer> PERCENTS = List.of(5, 25, 50, 75, 95);

  @Mixin private Answer answer = new Answer();
  @Mixin private BodyOption body = new BodyOption();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "miniSEED 2 or 3.")
  private List<Path> files = List.of();

  @Option(
      names = "--stationxml",
      paramLabel = "XML",
      description = "Whose responses are divided out.")
  private @Nullable Path xml;

  @Option(names = "--channel", paramLabel = "ID", description = "NET.STA.LOC.CHA.")
  private @Nullable String channel;

  @Option(
      names = "--by-lmst",
      description = "One set of statistics a local hour of the mission's clock.")
  private boolean byLmst;

  @Option(
      names = "--segment",
      paramLabel = "SECONDS",
      defaultValue = "600",
      description = "Of one entry into the statistics (${DEFAULT-VALUE}).")
  private double segmentS;

  @Option(
      names = "--window",
      paramLabel = "SECONDS",
      defaultValue = "100",
      description = "Of one Fourier transform (${DEFAULT-VALUE}).")
  private double windowS;

  @Option(names = "-o", paramLabel = "PNG", description = "The picture.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      output.check(out);
    }
    Waves.Wish wish =
        Waves.Wish.of(Optional.ofNullable(channel), Optional.empty(), Optional.empty());
    Waves waves = Waves.read(files, wish, answer);
    Map<SourceId, List<Segment>> sources = waves.bySource();
    SourceId id = sources.keySet().iterator().next();
    if (sources.size() > 1) {
      answer.say("jumelles: " + id.nslc() + " of " + sources.size() + " channels; see --channel");
    }
    List<Trace> traces =
        sources.getOrDefault(id, List.of()).stream().map(Segment::toTrace).toList();
    LevelCounts noise = noise(id, traces).counts();
    if (noise.allSegments() == 0) {
      throw new IllegalArgumentException(
          "no stretch of " + id.nslc() + " is as long as one segment, " + segmentS + " s");
    }
    if (out != null) {
      Subject subject = subject(id);
      Figure figure =
          byLmst
              ? NoiseFigure.byHour(noise, subject, clock(id).name())
              : NoiseFigure.probability(noise, subject);
      output.write(out, figure::writePng);
    }
    Map<String, Object> document = document(id, noise);
    answer.give(document, () -> table(noise));
    return ExitCode.OK;
  }

  private NoiseStatistics noise(SourceId id, List<Trace> traces) throws IOException {
    double rateHz = traces.getFirst().samplingRateHz();
    NoiseStatistics.Reading reading =
        xml == null
            ? new NoiseStatistics.Reading.AsTheyAre()
            : new NoiseStatistics.Reading.Counts(
                ChannelResponse.of(Metadata.read(xml).response(id, traces.getFirst().start())));
    LocalClock clock = clock(id);
    NoiseStatistics noise =
        new NoiseStatistics(
            new LevelCounts.Settings(segmentS, windowS, 8),
            rateHz,
            reading,
            byLmst ? 24 : 1,
            moment -> byLmst ? clock.localTime(moment).hour() : 0);
    for (Trace trace : traces) {
      if (trace.samplingRateHz() == rateHz) {
        noise.add(trace);
      } else {
        answer.say("jumelles: a stretch of " + trace.samplingRateHz() + " Hz is left out");
      }
    }
    return noise;
  }

  private LocalClock clock(SourceId id) throws IOException {
    return body.ofNetwork(id.network(), answer).days();
  }

  private String unit() {
    return xml == null ? "sample" : "m/s^2";
  }

  private Subject subject(SourceId id) {
    return new Subject(
        id.nslc(),
        xml == null ? "samples as they are" : "ground acceleration",
        unit(),
        files.getFirst().getFileName() + ".");
  }

  private Map<String, Object> document(SourceId id, LevelCounts noise) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("channel", id.nslc());
    document.put("unit", "dB of (" + unit() + ")^2/Hz");
    document.put("frequencies_hz", list(noise.centresHz()));
    document.put("uncertainty_db", LevelCounts.STEP_DB / 2);
    document.put("silent_values", noise.silent());
    List<Map<String, Object>> groups = new ArrayList<>();
    for (int group = 0; group < noise.groups(); group++) {
      if (noise.segments(group) == 0) {
        continue;
      }
      Map<String, Object> one = new LinkedHashMap<>();
      if (byLmst) {
        one.put("lmst_hour", group);
      }
      one.put("segments", noise.segments(group));
      Map<String, Object> percentiles = new LinkedHashMap<>();
      for (int percent : PERCENTS) {
        percentiles.put(Integer.toString(percent), list(noise.percentile(group, percent)));
      }
      one.put("percentiles_db", percentiles);
      groups.add(one);
    }
    document.put("groups", groups);
    return document;
  }

  /// What is not a number is left open.
  private static List<Optional<Double>> list(double[] values) {
    return java.util.Arrays.stream(values)
        .mapToObj(value -> Double.isFinite(value) ? Optional.of(value) : Optional.<Double>empty())
        .toList();
  }

  private void table(LevelCounts noise) {
    double[] centres = noise.centresHz();
    answer.out().println("dB of (" + unit() + ")^2/Hz, 5th, 50th and 95th percentile");
    for (int group = 0; group < noise.groups(); group++) {
      if (noise.segments(group) == 0) {
        continue;
      }
      if (byLmst) {
        answer.out().println("LMST hour " + group + ", " + noise.segments(group) + " segments");
      }
      double[] low = noise.percentile(group, 5);
      double[] middle = noise.percentile(group, 50);
      double[] high = noise.percentile(group, 95);
      for (int band = 0; band < centres.length; band += 4) {
        answer
            .out()
            .println(
                String.format(
                    Locale.ROOT,
                    "%10.4f Hz %9.1f %9.1f %9.1f",
                    centres[band],
                    low[band],
                    middle[band],
                    high[band]));
      }
    }
  }
}
