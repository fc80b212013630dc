package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.calibration.Calibration;
import org.jumelles.seis.calibration.Removal;
import org.jumelles.seis.calibration.Rotation;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "calibrate",
    description = "Counts to ground motion: takes the instrument's response off.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis calibrate raw.mseed --stationxml station.xml --output vel \\",
      "      --band 0.005,0.01,4,4.8 -o vel.mseed",
      "  jumelles seis calibrate raw.mseed --stationxml station.xml --output acc \\",
      "      --rotate zne -o zne.mseed",
      "",
      "In this order: mean and straight line off, 5 %% cosine taper, transform, band,",
      "division by the response with the water level as its floor; each stretch between",
      "gaps on its own. OUT holds doubles in m, m/s or m/s**2. With --rotate zne three",
      "components become up, north and east where all have data; none is interpolated."
    })
final class SeisCalibrateCommand implements Callable<Integer> {
  private static final int RECORD_LENGTH = 4096;

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "miniSEED in counts.")
  private List<Path> files = List.of();

  @Option(names = "--stationxml", required = true, paramLabel = "XML", description = "Responses.")
  private Path xml = Path.of("");

  @Option(
      names = "--output",
      required = true,
      paramLabel = "MOTION",
      converter = MotionWord.class,
      description = "disp (m), vel (m/s) or acc (m/s**2).")
  private Metadata.Motion motion = Metadata.Motion.VEL;

  enum Axes {
    ZNE
  }

  @Option(names = "--rotate", paramLabel = "zne", description = "To up, north and east.")
  private @Nullable Axes axes;

  @Option(
      names = "--band",
      split = ",",
      paramLabel = "HZ",
      description = "Four corners: nothing below F1 and above F4, all from F2 to F3.")
  private List<Double> bandHz = List.of();

  @Option(
      names = "--water-level",
      defaultValue = "60",
      paramLabel = "DB",
      description = "How far under its maximum the response is floored, in dB. (60)")
  private double waterLevelDb;

  @Option(names = "-o", required = true, paramLabel = "OUT", description = "miniSEED 2, float64.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    double tapered = Removal.to(motion.motion).taperedFraction();
    Removal removal = new Removal(motion.motion, corners(), waterLevelDb, tapered);
    output.check(out);
    Calibration calibration = new Calibration(Metadata.read(xml).inventory(), removal);
    Waves waves = Waves.read(files, Waves.Wish.ALL, answer);
    List<Trace> traces = new ArrayList<>();
    for (SourceId id : waves.bySource().keySet()) {
      if (!waves.counts().contains(id)) {
        answer.say("jumelles: " + id.nslc() + " holds no integers: are they counts?");
      }
    }
    for (Segment segment : waves.traces().segments()) {
      traces.addAll(calibrated(segment, calibration));
    }
    List<Trace> result = axes == null ? traces : rotated(traces, calibration);
    output.write(
        out,
        stream -> {
          WriteOptions options = new WriteOptions(2, Encoding.FLOAT64, RECORD_LENGTH);
          for (Trace trace : result) {
            MiniSeed.write(
                stream,
                trace.id(),
                trace.start(),
                trace.samplingRateHz(),
                new Samples.Doubles(trace.samples()),
                options);
          }
        });
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("unit", motion.unit);
    document.put("series", result.stream().map(this::row).toList());
    answer.give(document, () -> table(result));
    return ExitCode.OK;
  }

  private List<Trace> calibrated(Segment segment, Calibration calibration) {
    try {
      return calibration.apply(segment.toTrace());
    } catch (IllegalArgumentException e) {
      String path = "/" + segment.id().nslc();
      throw new MalformedDataException(
          xml.toString(),
          new Place.Path(path),
          "Response",
          "StationXML",
          String.valueOf(e.getMessage()));
    }
  }

  private Optional<Removal.Corners> corners() {
    if (bandHz.isEmpty()) {
      return Optional.empty();
    }
    if (bandHz.size() != 4) {
      throw new IllegalArgumentException("--band wants four corners F1,F2,F3,F4 in Hz");
    }
    return Optional.of(
        new Removal.Corners(bandHz.get(0), bandHz.get(1), bandHz.get(2), bandHz.get(3)));
  }

  private List<Trace> rotated(List<Trace> traces, Calibration calibration) {
    List<Trace> turned = new ArrayList<>();
    for (Rotation.Rotated one : calibration.toZne(traces)) {
      turned.addAll(List.of(one.first(), one.second(), one.third()));
      if (one.greatestShiftSamples() != 0) {
        answer.say(
            String.format(
                Locale.ROOT,
                "jumelles: from %s the components' instants differ by %.3f samples; kept so",
                one.first().start(),
                one.greatestShiftSamples()));
      }
    }
    if (turned.isEmpty()) {
      throw new IllegalArgumentException("--rotate: the components have no time in common");
    }
    turned.sort(Comparator.comparing(Trace::id).thenComparing(Trace::start));
    return turned;
  }

  private Map<String, Object> row(Trace trace) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("source_id", trace.id().text());
    row.put("start", Utc.text(trace.start()));
    row.put("end", Utc.text(trace.end()));
    row.put("sample_rate_hz", trace.samplingRateHz());
    row.put("samples", trace.count());
    return row;
  }

  private void table(List<Trace> traces) {
    answer.out().println(out + ": " + motion.unit);
    for (Trace one : traces) {
      answer
          .out()
          .printf(
              Locale.ROOT,
              "  %-26s %s to %s, %,d samples at %s Hz%n",
              one.id(),
              one.start(),
              one.end(),
              one.count(),
              one.samplingRateHz());
    }
  }
}
