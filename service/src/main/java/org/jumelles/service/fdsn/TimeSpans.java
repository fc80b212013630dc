package org.jumelles.service.fdsn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Sampling;
import org.jumelles.kernel.time.Span;
import org.jumelles.service.access.Pass;

/// Finds the stretches of time of which raw waveforms are kept, from the catalogue alone but for
/// the quality indicator, which the first record of each run tells.
final class TimeSpans {
  private final Archive archive;

  TimeSpans(Archive archive) {
    this.archive = archive;
  }

  /// What has its own row.
  ///
  /// @param quality `D`, `R`, `Q` or `M`; empty for miniSEED 3, or where qualities are merged
  /// @param rateHz zero where rates are merged
  record Channel(
      String network,
      String station,
      String location,
      String channel,
      String quality,
      double rateHz) {
    static final Comparator<Channel> ORDER =
        Comparator.comparing(Channel::network)
            .thenComparing(Channel::station)
            .thenComparing(Channel::location)
            .thenComparing(Channel::channel)
            .thenComparing(Channel::quality)
            .thenComparingDouble(Channel::rateHz);
  }

  /// One stretch.
  ///
  /// @param updated when the newest of it entered the archive
  record TimeSpan(Channel channel, Span span, Moment updated, boolean restricted, int count) {
    TimeSpan with(TimeSpan other) {
      Moment start = span.start().isBefore(other.span.start()) ? span.start() : other.span.start();
      Moment end = span.end().isAfter(other.span.end()) ? span.end() : other.span.end();
      Moment newest = updated.isAfter(other.updated) ? updated : other.updated;
      return new TimeSpan(
          channel,
          new Span(start, end),
          newest,
          restricted || other.restricted,
          count + other.count);
    }
  }

  /// Every stretch that a request asks for, by channel and then time.
  ///
  /// @param mayKnow who may know of a restricted channel
  List<TimeSpan> find(FdsnRequest.Availabilities wanted, Predicate<String> mayKnow)
      throws IOException {
    TreeMap<Channel, List<TimeSpan>> byChannel = new TreeMap<>(Channel.ORDER);
    Map<Identity, Moment> updated = new HashMap<>();
    Set<Found> once = new LinkedHashSet<>();
    archive
        .listing()
        .visit(
            Query.all("waveform"),
            found -> {
              if (isRaw(found.entry()) && !wantedOf(wanted.selections(), found.entry()).isEmpty()) {
                once.add(found);
              }
            });
    for (Found found : once) {
      for (Span span : wantedOf(wanted.selections(), found.entry())) {
        Optional<TimeSpan> one = timeSpan(wanted, found, span, mayKnow, updated);
        one.ifPresent(
            each -> byChannel.computeIfAbsent(each.channel(), _ -> new ArrayList<>()).add(each));
      }
    }
    List<TimeSpan> spans = new ArrayList<>();
    byChannel.values().forEach(list -> spans.addAll(joined(list, wanted)));
    return spans;
  }

  private static boolean isRaw(Entry entry) {
    return entry.attributes().getOrDefault("level", "raw").equals("raw");
  }

  private static List<Span> wantedOf(List<Selection> selections, Entry entry) {
    SourceId id = new SourceId(entry.key());
    List<Span> windows =
        selections.stream()
            .filter(s -> s.takes(id.network(), id.station(), id.location(), id.channel()))
            .map(Selection::window)
            .filter(window -> window.overlaps(entry.span()))
            .toList();
    return Waveforms.apart(windows).stream().map(window -> common(window, entry.span())).toList();
  }

  private static Span common(Span a, Span b) {
    return new Span(
        a.start().isAfter(b.start()) ? a.start() : b.start(),
        a.end().isBefore(b.end()) ? a.end() : b.end());
  }

  private Optional<TimeSpan> timeSpan(
      FdsnRequest.Availabilities wanted,
      Found found,
      Span span,
      Predicate<String> mayKnow,
      Map<Identity, Moment> updated)
      throws IOException {
    Entry entry = found.entry();
    SourceId id = new SourceId(entry.key());
    boolean restricted = entry.attributes().getOrDefault("restricted", "false").equals("true");
    if (restricted && !wanted.includeRestricted() && !mayKnow.test(id.nslc())) {
      return Optional.empty();
    }
    String quality = quality(found);
    if (!wanted.qualities().isEmpty() && !wanted.qualities().contains(quality)) {
      return Optional.empty();
    }
    double rateHz = Double.parseDouble(entry.attributes().getOrDefault("rate_hz", "0"));
    Channel channel =
        new Channel(
            id.network(),
            id.station(),
            id.location(),
            id.channel(),
            wanted.merge().contains("quality") ? "" : quality,
            wanted.merge().contains("samplerate") ? 0 : rateHz);
    Moment when =
        updated.computeIfAbsent(
            found.product(),
            product -> archive.find(product).map(p -> p.lineage().endedAt()).orElse(Moment.MIN));
    return Optional.of(new TimeSpan(channel, span, when, restricted, 1));
  }

  private String quality(Found found) throws IOException {
    if (!found.entry().attributes().getOrDefault("format", "miniseed2").equals("miniseed2")) {
      return "";
    }
    Pass pass = Pass.toDescribe(archive, found.product());
    try (SeekableByteChannel file = pass.open(found.entry().payload())) {
      ByteBuffer one = ByteBuffer.allocate(1);
      file.position(found.entry().offset() + RecordCut.QUALITY_OFFSET_BYTES);
      char letter = file.read(one) == 1 ? (char) one.get(0) : ' ';
      return "DRQM".indexOf(letter) < 0 ? "" : String.valueOf(letter);
    }
  }

  /// Runs that follow on each other are one stretch; overlapping ones only where that is asked for.
  private static List<TimeSpan> joined(List<TimeSpan> spans, FdsnRequest.Availabilities wanted) {
    List<TimeSpan> sorted = new ArrayList<>(spans);
    sorted.sort(Comparator.comparing((TimeSpan each) -> each.span().start()));
    List<TimeSpan> joined = new ArrayList<>();
    for (TimeSpan next : sorted) {
      if (joined.isEmpty() || !follows(joined.getLast(), next, wanted)) {
        joined.add(new TimeSpan(next.channel(), next.span(), next.updated(), next.restricted(), 1));
      } else {
        TimeSpan one = joined.removeLast().with(next);
        joined.add(new TimeSpan(one.channel(), one.span(), one.updated(), one.restricted(), 1));
      }
    }
    return joined;
  }

  private static boolean follows(TimeSpan last, TimeSpan next, FdsnRequest.Availabilities wanted) {
    double rateHz = last.channel().rateHz();
    long intervalNanos = rateHz > 0 ? Sampling.nanos(1, rateHz) : 0;
    long gapNanos = last.span().end().nanosUntil(next.span().start()) - intervalNanos;
    boolean overlap = gapNanos < -(intervalNanos / 2) - 1;
    if (overlap) {
      return wanted.merge().contains("overlap");
    }
    return gapNanos <= Math.max(intervalNanos / 2.0, wanted.mergeGapsS() * 1e9);
  }

  /// The whole extent of each channel.
  static List<TimeSpan> extents(List<TimeSpan> spans) {
    TreeMap<Channel, TimeSpan> extents = new TreeMap<>(Channel.ORDER);
    spans.forEach(span -> extents.merge(span.channel(), span, TimeSpan::with));
    return List.copyOf(extents.values());
  }
}
