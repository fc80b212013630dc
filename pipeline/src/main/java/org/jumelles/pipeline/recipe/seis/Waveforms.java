package org.jumelles.pipeline.recipe.seis;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Records;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.WriteOptions;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.ingest.WaveformContents;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.trace.Traces;

/// Brings waveforms out of the archive for a step, and a step's waveforms into a file.
final class Waveforms {
  private static final WriteOptions WRITTEN = new WriteOptions(2, Encoding.FLOAT32, 4096);

  private static final long SAMPLES_AT_ENDS = 1 << 20;

  private Waveforms() {}

  /// The records of these runs that touch a span, put together, and cut to it.
  static Traces read(Archive archive, List<Found> runs, Span span) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      List<Outcome<Record>> wanted = new ArrayList<>();
      long room = room(runs, span);
      for (Found run : runs) {
        Entry entry = run.entry();
        Bytes file = Bytes.map(archive.path(run.product(), entry.payload()), arena);
        Bytes stretch = file.slice(entry.offset(), entry.length(), "run of records");
        Records records = MiniSeed.records(stretch);
        while (records.hasNext()) {
          Outcome<Record> outcome = records.next();
          if (outcome.found().map(record -> touches(record, span)).orElse(true)) {
            room -= outcome.found().map(Record::sampleCount).orElse(0);
            if (room < 0) {
              throw tooMany(entry);
            }
            wanted.add(outcome);
          }
        }
      }
      return Traces.assemble(wanted.iterator());
    }
  }

  /// The same as traces of doubles, cut to the span, in order of time, empty ones left out.
  static List<Trace> traces(Archive archive, List<Found> runs, Span span) throws IOException {
    return read(archive, runs, span).segments().stream()
        .filter(
            segment -> segment.samplingRateHz() > 0 && !(segment.samples() instanceof Samples.Text))
        .map(Segment::toTrace)
        .map(trace -> trace.slice(span))
        .filter(trace -> trace.count() > 0)
        .sorted(Comparator.comparing(Trace::start))
        .toList();
  }

  /// The same, put together where one follows the other within half a sample, as the products of
  /// two sols do at midnight.
  static List<Trace> joined(Archive archive, List<Found> runs, Span span) throws IOException {
    List<Trace> joined = new ArrayList<>();
    for (Trace next : traces(archive, runs, span)) {
      Trace last = joined.isEmpty() ? next : joined.getLast();
      double gap = last.end().nanosUntil(next.start()) * 1e-9 * last.samplingRateHz() - 1;
      boolean follows =
          !joined.isEmpty()
              && last.samplingRateHz() == next.samplingRateHz()
              && Math.abs(gap) < 0.5;
      if (follows) {
        double[] samples = Arrays.copyOf(last.samples(), last.count() + next.count());
        System.arraycopy(next.samples(), 0, samples, last.count(), next.count());
        joined.set(joined.size() - 1, last.withSamples(samples));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /// Writes traces as miniSEED 2 of 32-bit floats, and lists what is in the file.
  static List<Entry> write(List<Trace> traces, Path file, Map<String, String> attributes)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      for (Trace trace : traces) {
        MiniSeed.write(
            out,
            trace.id(),
            trace.start(),
            trace.samplingRateHz(),
            new Samples.Floats(floats(trace.samples())),
            WRITTEN);
      }
    }
    try (Arena arena = Arena.ofConfined()) {
      return WaveformContents.entries(Bytes.map(file, arena), MotionRecipe.PAYLOAD, attributes);
    }
  }

  /// How many samples a span can hold: each instant twice, as where two files overlap, and the rest
  /// of the records at its ends. More would break the promise of how much memory a step needs.
  private static long room(List<Found> runs, Span span) {
    double rateHz =
        runs.stream()
            .mapToDouble(run -> Double.parseDouble(run.entry().attributes().get("rate_hz")))
            .max()
            .orElse(0);
    return 2 * (long) Math.ceil(span.nanos() / 1e9 * rateHz) + SAMPLES_AT_ENDS;
  }

  private static MalformedDataException tooMany(Entry entry) {
    return new MalformedDataException(
        entry.key(),
        new Place.Whole(),
        "records",
        "one sample an instant",
        "so many records overlap that each instant has more than two samples");
  }

  private static boolean touches(Record record, Span span) {
    return !record.start().isAfter(span.end()) && !record.end().isBefore(span.start());
  }

  private static float[] floats(double[] samples) {
    float[] floats = new float[samples.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) samples[i];
    }
    return floats;
  }
}
