package org.jumelles.service.event;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Records;
import org.jumelles.formats.miniseed.Samples;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.recipe.seis.CleanCounts;
import org.jumelles.seis.trace.Trace;
import org.jumelles.seis.trace.Traces;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Request;

/// The samples of every channel around an event: raw, without glitches, and as ground motion.
final class EventWaveforms {
  /// Of one answer, over all channels.
  private static final int MOST_SAMPLES = 1_500_000;

  private final Archive archive;
  private final Gate gate;

  EventWaveforms(Archive archive, Gate gate) {
    this.archive = archive;
    this.gate = gate;
  }

  /// Records that may be read.
  private record Run(Entry entry, Pass pass) {}

  /// @param window a closed stretch of time, of which no more samples are given than fit
  /// @throws org.jumelles.service.exchange.Refusal 401 or 403 where there are channels, and the
  ///     caller may have none of them
  Map<String, Object> of(Span window, Request request) throws IOException {
    Map<String, List<Run>> byChannel = new TreeMap<>();
    Gate.Sieve sieve = gate.sieve(request);
    for (Found found : archive.entries(new Query("waveform", List.of(), window))) {
      Map<String, String> attributes = found.entry().attributes();
      String level = attributes.getOrDefault("level", "raw");
      if (level.equals("raw") || level.equals("motion")) {
        String id = level + " " + new SourceId(found.entry().key()).nslc();
        sieve
            .pass(found)
            .ifPresent(
                pass ->
                    byChannel
                        .computeIfAbsent(id, _ -> new ArrayList<>())
                        .add(new Run(found.entry(), pass)));
      }
    }
    sieve.demand();
    List<Map<String, Object>> channels = new ArrayList<>();
    int room = MOST_SAMPLES;
    boolean all = true;
    Map<String, Map<String, List<Trace>>> raw = new TreeMap<>();
    for (Map.Entry<String, List<Run>> one : byChannel.entrySet()) {
      List<Trace> traces = traces(one.getValue(), window);
      if (one.getKey().startsWith("raw ") && !traces.isEmpty()) {
        String nslc = one.getKey().substring("raw ".length());
        raw.computeIfAbsent(nslc.substring(0, nslc.length() - 1), _ -> new TreeMap<>())
            .put(traces.getFirst().id().channel(), traces);
      }
      int samples = traces.stream().mapToInt(Trace::count).sum();
      all &= samples <= room;
      if (samples > 0 && samples <= room) {
        room -= samples;
        String unit = one.getValue().getFirst().entry().attributes().getOrDefault("unit", "counts");
        int space = one.getKey().indexOf(' ');
        channels.add(
            channel(
                one.getKey().substring(0, space),
                one.getKey().substring(space + 1),
                unit,
                traces,
                window));
      }
    }
    for (Map<String, List<Trace>> instrument : raw.values()) {
      for (List<Trace> clean : new CleanCounts(archive).of(instrument).values()) {
        int samples = clean.stream().mapToInt(Trace::count).sum();
        all &= samples <= room;
        if (samples <= room) {
          room -= samples;
          channels.add(
              channel("deglitched", clean.getFirst().id().nslc(), "counts", clean, window));
        }
      }
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("start", Utc.text(window.start()));
    document.put("end", Utc.text(window.end()));
    document.put("complete", all);
    document.put("withheld", sieve.withheld());
    document.put("channels", channels);
    return document;
  }

  private List<Trace> traces(List<Run> runs, Span window) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      List<Outcome<Record>> wanted = new ArrayList<>();
      for (Run run : runs) {
        Entry entry = run.entry();
        Bytes file = Bytes.map(run.pass().path(entry.payload()), arena);
        Records records = MiniSeed.records(file.slice(entry.offset(), entry.length(), "run"));
        while (records.hasNext()) {
          Outcome<Record> outcome = records.next();
          boolean touches =
              outcome
                  .found()
                  .map(
                      record ->
                          record.sourceId().text().equals(entry.key())
                              && new Span(record.start(), record.end()).overlaps(window))
                  .orElse(false);
          if (touches) {
            wanted.add(outcome);
          }
        }
      }
      return Traces.assemble(wanted.iterator()).segments().stream()
          .filter(s -> s.samplingRateHz() > 0 && !(s.samples() instanceof Samples.Text))
          .map(segment -> segment.toTrace().slice(window))
          .filter(trace -> trace.count() > 0)
          .toList();
    }
  }

  private static Map<String, Object> channel(
      String level, String id, String unit, List<Trace> traces, Span window) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", id);
    one.put("level", level);
    one.put("unit", unit);
    one.put("rate_hz", traces.getFirst().samplingRateHz());
    one.put("segments", traces.stream().map(trace -> segment(trace, window)).toList());
    return one;
  }

  private static Map<String, Object> segment(Trace trace, Span window) {
    float[] samples = new float[trace.count()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) trace.samples()[i];
    }
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("start_s", window.start().nanosUntil(trace.start()) / 1e9);
    one.put("samples", samples);
    return one;
  }
}
