package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.trace.Segment;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.trace.Traces;

/// What a command wants of some miniSEED files: samples by source, in order of time.
///
/// @param traces all numeric sources, assembled
/// @param counts sources whose samples are integers
record Waves(Traces traces, List<SourceId> counts) {
  Waves {
    counts = List.copyOf(counts);
  }

  /// Which records to look at: headers of the others are read, samples are not.
  record Wish(Optional<SourceId> source, Optional<Moment> from, Optional<Moment> to) {
    static final Wish ALL = new Wish(Optional.empty(), Optional.empty(), Optional.empty());

    static Wish of(Optional<String> channel, Optional<String> from, Optional<String> to) {
      Wish wish =
          new Wish(
              channel.map(Waves::sourceId),
              from.map(org.jumelles.kernel.time.Utc::parse),
              to.map(org.jumelles.kernel.time.Utc::parse));
      wish.span();
      return wish;
    }

    Span span() {
      return new Span(from.orElse(Moment.MIN), to.orElse(Moment.MAX));
    }

    /// What of a trace lies in the wished time; maybe nothing.
    Trace cut(Trace trace) {
      Moment first = from.filter(trace.start()::isBefore).orElse(trace.start());
      Moment last = to.filter(trace.end()::isAfter).orElse(trace.end());
      return first.isAfter(last)
          ? trace.withSamples(new double[0])
          : trace.slice(new Span(first, last));
    }

    private boolean wants(Record record) {
      return record.encoding().kind() != Encoding.Kind.TEXT
          && record.samplingRateHz() > 0
          && source.map(record.sourceId()::equals).orElse(true)
          && !record.start().isAfter(span().end())
          && !record.end().isBefore(span().start());
    }
  }

  /// `XB.ELYSE.03.BHU` or `FDSN:XB_ELYSE_03_B_H_U`.
  static SourceId sourceId(String text) {
    return text.startsWith("FDSN:") ? new SourceId(text) : SourceId.ofNslc(text);
  }

  /// Reads and assembles; says on standard error what was wrong with the files.
  ///
  /// @throws MalformedDataException where nothing is left
  static Waves read(List<Path> files, Wish wish, Answer answer) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      List<Stream<Outcome<Record>>> streams = new ArrayList<>();
      for (Path file : files) {
        streams.add(MiniSeed.stream(InputFile.map(file, arena)));
      }
      Iterator<Outcome<Record>> wanted =
          streams.stream()
              .flatMap(stream -> stream)
              .filter(outcome -> outcome.found().map(wish::wants).orElse(true))
              .iterator();
      Traces traces = Traces.assemble(wanted);
      InputFile.tell(traces.defects(), traces.defects().size(), answer);
      if (traces.segments().isEmpty()) {
        throw new MalformedDataException(nothing(files, wish, traces.defects()));
      }
      return new Waves(traces, integers(traces));
    }
  }

  /// Segments by source, each in order of time.
  Map<SourceId, List<Segment>> bySource() {
    Map<SourceId, List<Segment>> sources = new TreeMap<>();
    for (Segment segment : traces.segments()) {
      sources.computeIfAbsent(segment.id(), _ -> new ArrayList<>()).add(segment);
    }
    return sources;
  }

  private static List<SourceId> integers(Traces traces) {
    return traces.segments().stream()
        .filter(segment -> segment.samples().kind() == Encoding.Kind.INTS)
        .map(Segment::id)
        .distinct()
        .toList();
  }

  private static Defect nothing(List<Path> files, Wish wish, List<Defect> defects) {
    String source = files.size() == 1 ? files.getFirst().toString() : files.size() + " files";
    String what =
        wish.equals(Wish.ALL)
            ? "no record with samples"
            : "no record of "
                + wish.source().map(SourceId::nslc).orElse("any channel")
                + wish.from().map(from -> " from " + from).orElse("")
                + wish.to().map(to -> " to " + to).orElse("");
    return wish.equals(Wish.ALL) && !defects.isEmpty()
        ? defects.getFirst()
        : new Defect(source, new Place.Whole(), "records", "SEED 2.4 or miniSEED 3", what);
  }
}
