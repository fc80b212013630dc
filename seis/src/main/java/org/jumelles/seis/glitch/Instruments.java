package org.jumelles.seis.glitch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.formats.stationxml.Channel;
import org.jumelles.formats.stationxml.Inventory;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.calibration.ChannelResponse;
import org.jumelles.seis.calibration.Orientation;
import org.jumelles.seis.trace.Trace;

/// Puts traces of any instruments, with gaps and across epochs, together by threes that can be
/// searched; the model of each channel epoch is computed once. Not for several threads.
public final class Instruments {
  private final Channels channels;
  private final IdentityHashMap<Channel, Map<Double, GlitchModel>> models = new IdentityHashMap<>();

  /// Who knows the epoch of a channel at a time.
  @FunctionalInterface
  public interface Channels {
    Optional<Channel> at(SourceId id, Moment at);
  }

  public Instruments(Channels channels) {
    this.channels = channels;
  }

  public Instruments(Inventory inventory) {
    this(
        (id, at) -> inventory.channel(id.network(), id.station(), id.location(), id.channel(), at));
  }

  /// Three traces without a hole that overlap, each within one epoch, and their sensors.
  public record Triple(List<Trace> traces, List<Sensor> sensors) {
    public Triple {
      traces = List.copyOf(traces);
      sensors = List.copyOf(sensors);
    }
  }

  /// Every overlap of three components; refused for an instrument that has not three, or one whose
  /// response is not known, and for a trace that has nothing in common with the others.
  public List<Outcome<Triple>> triples(List<Trace> traces) {
    Map<String, Map<SourceId, List<Trace>>> instruments = new TreeMap<>();
    for (Trace trace : traces) {
      String text = trace.id().text();
      instruments
          .computeIfAbsent(text.substring(0, text.lastIndexOf('_') + 1), _ -> new TreeMap<>())
          .computeIfAbsent(trace.id(), _ -> new ArrayList<>())
          .add(trace);
    }
    List<Outcome<Triple>> all = new ArrayList<>();
    instruments.values().forEach(one -> all.addAll(ofOne(one)));
    return all;
  }

  private List<Outcome<Triple>> ofOne(Map<SourceId, List<Trace>> instrument) {
    if (instrument.size() != 3) {
      String names = String.join(", ", instrument.keySet().stream().map(SourceId::nslc).toList());
      return List.of(
          refused(names, "components", "three of one instrument are wanted, not " + names));
    }
    List<List<Trace>> parts = new ArrayList<>();
    try {
      for (List<Trace> traces : instrument.values()) {
        List<Trace> cut = new ArrayList<>();
        for (Trace trace : traces) {
          cut.addAll(byEpoch(trace));
        }
        parts.add(cut);
      }
      return overlaps(parts);
    } catch (IllegalArgumentException e) {
      String names = instrument.keySet().iterator().next().nslc();
      return List.of(refused(names, "response", String.valueOf(e.getMessage())));
    }
  }

  private List<Outcome<Triple>> overlaps(List<List<Trace>> parts) {
    List<Outcome<Triple>> all = new ArrayList<>();
    IdentityHashMap<Trace, Boolean> met = new IdentityHashMap<>();
    for (Trace first : parts.get(0)) {
      for (Trace second : parts.get(1)) {
        for (Trace third : parts.get(2)) {
          List<Trace> three = List.of(first, second, third);
          if (isCommon(three)) {
            three.forEach(trace -> met.put(trace, true));
            all.add(
                new Outcome.Good<>(new Triple(three, three.stream().map(this::sensor).toList())));
          }
        }
      }
    }
    for (List<Trace> traces : parts) {
      for (Trace trace : traces) {
        if (!met.containsKey(trace)) {
          String span = trace.start() + " to " + trace.end();
          all.add(
              refused(
                  trace.id().nslc(),
                  "samples",
                  span + " is not searched: not all three components have a time in it"));
        }
      }
    }
    return all;
  }

  private static boolean isCommon(List<Trace> three) {
    Moment start = Moment.MIN;
    Moment end = Moment.MAX;
    for (Trace trace : three) {
      start = trace.start().isAfter(start) ? trace.start() : start;
      end = trace.end().isBefore(end) ? trace.end() : end;
    }
    return start.isBefore(end);
  }

  private List<Trace> byEpoch(Trace trace) {
    List<Trace> parts = new ArrayList<>();
    Trace rest = trace;
    while (rest.count() > 0) {
      Optional<Moment> end = channel(rest.id(), rest.start()).node().epoch().end();
      if (end.isPresent() && !rest.end().isBefore(end.get())) {
        parts.add(rest.slice(new Span(rest.start(), end.get().plusNanos(-1))));
        rest = rest.slice(new Span(end.get(), rest.end()));
      } else {
        parts.add(rest);
        rest = rest.withSamples(new double[0]);
      }
    }
    return parts;
  }

  private Sensor sensor(Trace trace) {
    Channel channel = channel(trace.id(), trace.start());
    GlitchModel model =
        models
            .computeIfAbsent(channel, _ -> new HashMap<>())
            .computeIfAbsent(trace.samplingRateHz(), rate -> model(trace.id(), channel, rate));
    return new Sensor(trace.id(), model, Orientation.of(channel));
  }

  private static GlitchModel model(SourceId id, Channel channel, double rateHz) {
    return GlitchModel.of(
        ChannelResponse.of(
            channel
                .response()
                .orElseThrow(() -> new IllegalArgumentException(id.nslc() + " tells no response"))),
        rateHz);
  }

  private Channel channel(SourceId id, Moment at) {
    return channels
        .at(id, at)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the inventory has no channel " + id.nslc() + " at " + at));
  }

  private static Outcome<Triple> refused(String source, String field, String found) {
    return new Outcome.Refused<>(
        new Defect(source, new Place.Whole(), field, "docs/glitches.md", found));
  }
}
