package org.jumelles.pipeline.recipe.seis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.formats.miniseed.Encoding;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.LocalClock;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.body.Body;

/// One day of one instrument by its body's clock: the channels that share network, station,
/// location and band.
///
/// @param instrument such as `XB.ELYSE.03.BH`
/// @param sol of the mission's clock, landing is sol 0
/// @param span from the first to the last sample of the instrument in this sol
/// @param runs all runs of raw records that overlap the sol or its margins, by channel code
public record Granule(String instrument, long sol, Span span, SortedMap<String, List<Found>> runs) {
  /// How much of its neighbours a granule reads, so that tapers lie outside of what is kept.
  static final long MARGIN_NANOS = 600L * 1_000_000_000L;

  /// Its name for people and scripts: `XB.ELYSE.03.BH.sol0173`.
  public String subject() {
    return "%s.sol%04d".formatted(instrument, sol);
  }

  /// The runs of one channel.
  List<Found> runsOf(String channel) {
    return Optional.ofNullable(runs.get(channel))
        .orElseThrow(() -> new IllegalArgumentException(subject() + " has no " + channel));
  }

  /// The products that its bytes come from, each once, in order.
  public List<Identity> inputs() {
    TreeSet<Identity> inputs = new TreeSet<>();
    runs.values().forEach(list -> list.forEach(found -> inputs.add(found.product())));
    return List.copyOf(inputs);
  }

  /// The span with its margins.
  public Span reach() {
    return new Span(span.start().plusNanos(-MARGIN_NANOS), span.end().plusNanos(MARGIN_NANOS));
  }

  /// Whether all of its samples are integers, as a digitiser makes them; see
  /// docs/decisions/0002-floats-are-not-counts.md.
  public boolean isCounts() {
    return runs.values().stream()
        .flatMap(List::stream)
        .map(found -> Encoding.valueOf(found.entry().attributes().getOrDefault("encoding", "TEXT")))
        .allMatch(encoding -> encoding.kind() == Encoding.Kind.INTS);
  }

  /// The highest sampling rate among its channels.
  public double samplingRateHz() {
    return runs.values().stream()
        .flatMap(List::stream)
        .mapToDouble(found -> Double.parseDouble(found.entry().attributes().get("rate_hz")))
        .max()
        .orElse(0);
  }

  /// The most samples that one channel of it can have.
  public long samplesAtMost() {
    return (long) Math.ceil(reach().nanos() / 1e9 * samplingRateHz()) + 1;
  }

  /// Whether a run holds numbers at a rate.
  static boolean isSampled(Entry run) {
    return Double.parseDouble(run.attributes().getOrDefault("rate_hz", "0")) > 0
        && !run.attributes().getOrDefault("encoding", "TEXT").equals(Encoding.TEXT.name());
  }

  /// Cuts all raw runs into granules, in order of instrument and sol.
  static List<Granule> of(List<Found> rawRuns) {
    Map<String, List<Found>> byInstrument = new TreeMap<>();
    for (Found found : rawRuns) {
      String channel = new SourceId(found.entry().key()).nslc();
      byInstrument
          .computeIfAbsent(channel.substring(0, channel.length() - 1), _ -> new ArrayList<>())
          .add(found);
    }
    List<Granule> granules = new ArrayList<>();
    byInstrument.forEach(
        (instrument, runs) -> {
          LocalClock clock = clock(instrument);
          TreeSet<Long> sols = new TreeSet<>();
          for (Found run : runs) {
            long first = clock.sol(run.entry().span().start());
            long last = clock.sol(run.entry().span().end());
            for (long sol = first; sol <= last; sol++) {
              sols.add(sol);
            }
          }
          sols.forEach(sol -> granules.add(of(instrument, sol, runs)));
        });
    return granules;
  }

  private static LocalClock clock(String instrument) {
    return Body.ofCode(instrument).days();
  }

  private static Granule of(String instrument, long sol, List<Found> all) {
    Span whole = clock(instrument).span(sol);
    List<Found> inside =
        all.stream().filter(found -> found.entry().span().overlaps(whole)).toList();
    Moment start =
        inside.stream()
            .map(f -> f.entry().span().start())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Moment end =
        inside.stream()
            .map(f -> f.entry().span().end())
            .max(Comparator.naturalOrder())
            .orElseThrow();
    Span span =
        new Span(
            start.isBefore(whole.start()) ? whole.start() : start,
            end.isAfter(whole.end()) ? whole.end() : end);
    Span reach =
        new Span(span.start().plusNanos(-MARGIN_NANOS), span.end().plusNanos(MARGIN_NANOS));
    SortedMap<String, List<Found>> runs = new TreeMap<>();
    for (Found found : all) {
      if (found.entry().span().overlaps(reach)) {
        runs.computeIfAbsent(new SourceId(found.entry().key()).channel(), _ -> new ArrayList<>())
            .add(found);
      }
    }
    return new Granule(instrument, sol, span, runs);
  }
}
