package org.jumelles.service.fdsn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;

/// Answers fdsnws-dataselect: finds the runs of records in the catalogue, then lets the records
/// flow from the store, channel by channel in the order of time.
///
/// Raw waveforms are served; what recipes made of them is had as files of products.
final class Waveforms {
  static final String MEDIA_TYPE = "application/vnd.fdsn.mseed";

  private final Archive archive;
  private final Gate gate;
  private final long maximumAnswerBytes;

  Waveforms(Archive archive, Gate gate, long maximumAnswerBytes) {
    this.archive = archive;
    this.gate = gate;
    this.maximumAnswerBytes = maximumAnswerBytes;
  }

  /// A run of records in a file, and the windows that are wanted of it, in order and apart.
  record WantedRun(Found run, Pass pass, List<Span> windows) {}

  Answer answer(FdsnRequest.Waveforms wanted, Request request) throws IOException {
    Map<String, List<WantedRun>> runs = runs(wanted.selections(), request);
    long estimate = runs.values().stream().flatMap(List::stream).mapToLong(this::estimate).sum();
    if (estimate > maximumAnswerBytes) {
      throw new RequestRefusal(
          413,
          "Some "
              + estimate
              + " bytes match, more than the "
              + maximumAnswerBytes
              + " of one answer; ask for less time or fewer channels");
    }
    RecordFlow flow = new RecordFlow(wanted);
    if (!flow.hasData(runs)) {
      throw new RequestRefusal(wanted.nodataStatus(), "No data match the selection");
    }
    return Answer.streamed(MEDIA_TYPE, out -> flow.write(runs, out))
        .with("Content-Disposition", "attachment; filename=\"fdsnws-dataselect.mseed\"");
  }

  private Map<String, List<WantedRun>> runs(List<Selection> selections, Request request) {
    Map<Found, List<Span>> windows = new LinkedHashMap<>();
    Map<Found, Optional<Pass>> passes = new HashMap<>();
    Gate.Sieve sieve = gate.sieve(request);
    for (Selection selection : selections) {
      Set<Found> once = new LinkedHashSet<>();
      for (String glob : keyGlobs(selection)) {
        once.addAll(archive.entries(new Query("waveform", List.of(glob), selection.window())));
      }
      for (Found found : once) {
        if (!takes(selection, found.entry())) {
          continue;
        }
        if (passes.computeIfAbsent(found, sieve::pass).isPresent()) {
          windows.computeIfAbsent(found, _ -> new ArrayList<>()).add(selection.window());
        }
      }
    }
    sieve.demand();
    Map<String, List<WantedRun>> byChannel = new TreeMap<>();
    windows.forEach(
        (found, spans) ->
            byChannel
                .computeIfAbsent(found.entry().key(), _ -> new ArrayList<>())
                .add(
                    new WantedRun(
                        found,
                        passes.getOrDefault(found, Optional.empty()).orElseThrow(),
                        apart(spans))));
    byChannel
        .values()
        .forEach(
            list ->
                list.sort(
                    java.util.Comparator.comparing(
                        (WantedRun each) -> each.run().entry().span().start())));
    return byChannel;
  }

  private static boolean takes(Selection selection, Entry entry) {
    SourceId id = new SourceId(entry.key());
    return entry.attributes().getOrDefault("level", "raw").equals("raw")
        && selection.takes(id.network(), id.station(), id.location(), id.channel());
  }

  /// Patterns for the catalogue that match at least what the selection takes; the codes of a
  /// channel are checked one by one afterwards.
  private static List<String> keyGlobs(Selection selection) {
    List<String> globs = new ArrayList<>();
    for (Glob network : selection.network()) {
      for (Glob station : selection.station()) {
        globs.add("FDSN:" + network.pattern() + "_" + station.pattern() + "_*");
      }
    }
    return globs.size() > 100 ? List.of("FDSN:*") : globs;
  }

  /// The same instants in as few windows as possible.
  static List<Span> apart(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(java.util.Comparator.comparing(Span::start));
    List<Span> apart = new ArrayList<>();
    for (Span span : sorted) {
      Optional<Span> last = apart.isEmpty() ? Optional.empty() : Optional.of(apart.getLast());
      if (last.isPresent() && !span.start().isAfter(last.get().end())) {
        Moment end = later(last.get().end(), span.end());
        apart.set(apart.size() - 1, new Span(last.get().start(), end));
      } else {
        apart.add(span);
      }
    }
    return List.copyOf(apart);
  }

  private long estimate(WantedRun wanted) {
    Span run = wanted.run().entry().span();
    double whole = Math.max(1, run.nanos());
    double share = 0;
    for (Span window : wanted.windows()) {
      long from = Math.max(run.start().taiNanos(), window.start().taiNanos());
      long to = Math.min(run.end().taiNanos(), window.end().taiNanos());
      share += to < from ? 0 : Math.max(1, to - from) / whole;
    }
    return (long) (wanted.run().entry().length() * Math.min(1, share));
  }

  private static Moment later(Moment a, Moment b) {
    return a.isAfter(b) ? a : b;
  }
}
