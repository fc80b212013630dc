package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.InputFile;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.ExactSamples;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.SegmentStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = "Writes a miniSEED file anew in another version, encoding or record length.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis convert day.mseed day.mseed3 --format 3 --encoding steim2",
      "  jumelles seis convert in.mseed out.mseed --format 2 --encoding float64 \\",
      "      --record-length 4096",
      "",
      "Samples stay as they are, bit for bit, or the file is refused (exit code 3)",
      "with the first sample that the encoding does not hold. Logs stay text. Kept are",
      "source, time, rate and samples; flags and extra headers are not. A file of any",
      "size is read piece by piece."
    })
final class SeisConvertCommand implements Callable<Integer> {
  private static final int MOST_SAMPLES = 1 << 21;

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(index = "0", paramLabel = "IN", description = "miniSEED 2 or 3.")
  private Path in = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT", description = "What is written.")
  private Path out = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "2|3",
      description = "Version of miniSEED.")
  private int format;

  @Option(
      names = "--encoding",
      required = true,
      paramLabel = "NAME",
      description = "steim1, steim2, int32, int16, float32 or float64.")
  private Encoding encoding = Encoding.STEIM2;

  @Option(
      names = "--record-length",
      defaultValue = "0",
      paramLabel = "N",
      description = "Bytes a record: 512 in version 2, at most 4096 in version 3 unless told.")
  private int recordLength;

  private long segments;
  private long samples;

  @Override
  public Integer call() throws IOException {
    if (encoding == Encoding.TEXT) {
      throw new IllegalArgumentException("--encoding text is for logs; they stay text anyway");
    }
    WriteOptions options = options(encoding);
    try (Arena arena = Arena.ofConfined()) {
      Bytes bytes = InputFile.map(in, arena);
      output.check(out);
      output.write(out, stream -> convert(bytes, options, stream));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("format_version", format);
    document.put("encoding", encoding.name());
    document.put("record_length", options.recordLength());
    document.put("segments", segments);
    document.put("samples", samples);
    answer.give(
        document,
        () ->
            answer
                .out()
                .println(
                    String.format(
                        Locale.ROOT,
                        "%s: miniSEED %d, %s, %,d samples in %,d segments",
                        out,
                        format,
                        encoding,
                        samples,
                        segments)));
    return ExitCode.OK;
  }

  private WriteOptions options(Encoding wanted) {
    int usual = format == 3 ? 4096 : 512;
    return new WriteOptions(format, wanted, recordLength == 0 ? usual : recordLength);
  }

  private void convert(Bytes bytes, WriteOptions options, OutputStream stream) throws IOException {
    SegmentStream reading =
        new SegmentStream(MOST_SAMPLES, segment -> write(segment, options, stream));
    List<Defect> defects = reading.run(MiniSeed.records(bytes));
    if (segments == 0) {
      throw new MalformedDataException(
          defects.isEmpty() ? defect(new Place.Whole(), "no samples") : defects.getFirst());
    }
    InputFile.tell(defects, defects.size(), answer);
    if (!defects.isEmpty()) {
      answer.say("jumelles: what was refused is not in " + out);
    }
    if (reading.emptyRecords() > 0) {
      answer.say("jumelles: " + reading.emptyRecords() + " records without a sample left out");
    }
  }

  private void write(Segment segment, WriteOptions options, OutputStream stream)
      throws IOException {
    boolean text = segment.samples() instanceof Samples.Text;
    try {
      Samples wanted =
          text ? segment.samples() : ExactSamples.of(segment.samples(), encoding.kind());
      MiniSeed.write(
          stream,
          segment.id(),
          segment.start(),
          segment.samplingRateHz(),
          wanted,
          text ? options(Encoding.TEXT) : options);
    } catch (ExactSamples.InexactException e) {
      throw new MalformedDataException(inexact(segment, e.first()));
    } catch (IllegalArgumentException e) {
      String found = segment.id() + " from " + segment.start() + ": " + e.getMessage();
      throw new MalformedDataException(defect(new Place.Whole(), found));
    }
    segments++;
    samples += segment.count();
  }

  private Defect inexact(Segment segment, ExactSamples.Offending first) {
    Moment at =
        segment.samplingRateHz() == 0
            ? segment.start()
            : new Sampling(segment.start(), segment.samplingRateHz(), segment.count())
                .at(first.index());
    return defect(
        new Place.Path("sample " + first.index() + " of " + segment.id() + " at " + at),
        first.value() + " is not held exactly");
  }

  private Defect defect(Place place, String found) {
    return new Defect(in.toString(), place, "samples", encoding.name(), found);
  }
}
