package org.jumelles.cli.up;

import org.jumelles.cli.archive.EventText;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.pipeline.recipe.seis.Granule;
import org.jumelles.pipeline.recipe.seis.SeisChain;

/// What the archive holds of waveforms and events after a run.
///
/// @param truth what was simulated; empty where everything is real
record SeisFindings(
    List<Channel> channels, List<Found> events, List<Found> truth, int granules, int notSearched)
    implements Findings {
  private static final int EVENTS_SHOWN = 30;

  /// One channel's raw waveforms.
  record Channel(String name, Span span, long samples, double rateHz, int runs) {}

  static SeisFindings of(Archive archive, SeisChain.Report report) {
    Map<String, List<Entry>> raw = new TreeMap<>();
    for (Granule granule : report.granules()) {
      granule
          .runs()
          .values()
          .forEach(
              runs ->
                  runs.forEach(
                      found ->
                          raw.computeIfAbsent(found.entry().key(), _ -> new ArrayList<>())
                              .add(found.entry())));
    }
    List<Channel> channels = new ArrayList<>();
    raw.forEach((key, entries) -> channels.add(channel(key, entries)));
    List<Found> events =
        archive.entries(new Query("event", List.of(), Query.ALWAYS, Map.of("origin", "candidate")));
    List<Found> truth = archive.entries(new Query("truth", List.of(), Query.ALWAYS));
    return new SeisFindings(
        channels, events, truth, report.granules().size(), report.notSearched());
  }

  private static Channel channel(String key, List<Entry> withDoubles) {
    TreeSet<Entry> entries =
        new TreeSet<>(
            Comparator.comparing((Entry entry) -> entry.span().start())
                .thenComparingLong(Entry::offset)
                .thenComparing(Entry::payload));
    entries.addAll(withDoubles);
    Moment start = entries.first().span().start();
    Moment end =
        entries.stream().map(e -> e.span().end()).max(Comparator.naturalOrder()).orElseThrow();
    long samples =
        entries.stream().mapToLong(e -> Long.parseLong(e.attributes().get("samples"))).sum();
    double rate = Double.parseDouble(entries.first().attributes().get("rate_hz"));
    return new Channel(
        new SourceId(key).nslc(), new Span(start, end), samples, rate, entries.size());
  }

  @Override
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("channels", channels.stream().map(SeisFindings::document).toList());
    document.put("granules", granules);
    document.put("granules_not_searched", notSearched);
    document.put("events", events.stream().map(EventText::document).toList());
    if (!truth.isEmpty()) {
      document.put("truth", FoundAgainstTrue.of(truth, events).document());
    }
    return document;
  }

  private static Map<String, Object> document(Channel channel) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("channel", channel.name());
    document.put("start", channel.span().start().toString());
    document.put("end", channel.span().end().toString());
    document.put("samples", channel.samples());
    document.put("sample_rate_hz", channel.rateHz());
    document.put("runs", channel.runs());
    return document;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (channels.isEmpty() && events.isEmpty()) {
      return lines;
    }
    lines.add(
        String.format(
            Locale.ROOT, "Channels   %d, in %d granules (sols)", channels.size(), granules));
    for (Channel channel : channels) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-16s %s to %s  %,11d samples at %s Hz%s",
              channel.name(),
              seconds(channel.span().start()),
              seconds(channel.span().end()),
              channel.samples(),
              number(channel.rateHz()),
              channel.runs() > 1 ? ", " + channel.runs() + " runs" : ""));
    }
    lines.add(
        "Events     "
            + events.size()
            + " candidates"
            + (notSearched > 0
                ? "; " + notSearched + " granules not searched, sampled outside of 2 to 100 Hz"
                : ""));
    events.stream().limit(EVENTS_SHOWN).forEach(found -> lines.add("  " + EventText.line(found)));
    if (events.size() > EVENTS_SHOWN) {
      lines.add("  and " + (events.size() - EVENTS_SHOWN) + " more: jumelles list events");
    }
    if (!truth.isEmpty()) {
      lines.addAll(FoundAgainstTrue.of(truth, events).lines());
    }
    return lines;
  }

  private static String seconds(Moment moment) {
    return moment.toString().substring(0, 19) + "Z";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
