package org.jumelles.service.fdsn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.fdsn.TimeSpans.Channel;
import org.jumelles.service.fdsn.TimeSpans.TimeSpan;

/// Answers fdsnws-availability: `query` lists stretches without a gap, `extent` one row a channel.
final class AvailabilityAnswer {
  private final TimeSpans timeSpans;
  private final Supplier<Moment> clock;

  AvailabilityAnswer(Archive archive, Supplier<Moment> clock) {
    this.timeSpans = new TimeSpans(archive);
    this.clock = clock;
  }

  Answer answer(FdsnRequest.Availabilities wanted, boolean extent, Predicate<String> mayKnow)
      throws IOException {
    if (!extent && wanted.orderBy().startsWith("timespancount")) {
      throw RequestRefusal.bad("orderby=" + wanted.orderBy() + " is for extent");
    }
    List<TimeSpan> found = timeSpans.find(wanted, mayKnow);
    List<TimeSpan> rows = extent ? TimeSpans.extents(found) : found;
    if (rows.isEmpty()) {
      throw new RequestRefusal(wanted.nodataStatus(), "No data match the selection");
    }
    List<TimeSpan> ordered = ordered(rows, wanted.orderBy());
    List<TimeSpan> shown = ordered.subList(0, Math.min(wanted.limit(), ordered.size()));
    return switch (wanted.format()) {
      case "json" -> Json.answer(json(shown, wanted, extent));
      case "geocsv" -> Answer.of(200, "text/csv; charset=utf-8", geocsv(shown, wanted, extent));
      case "request" -> Answer.of(200, Answer.TEXT, request(shown));
      default -> Answer.of(200, Answer.TEXT, text(shown, wanted, extent));
    };
  }

  private static List<TimeSpan> ordered(List<TimeSpan> rows, String orderBy) {
    Comparator<TimeSpan> byName =
        Comparator.comparing(TimeSpan::channel, Channel.ORDER)
            .thenComparing(each -> each.span().start());
    Comparator<TimeSpan> order =
        switch (orderBy) {
          case "timespancount" -> Comparator.comparingInt(TimeSpan::count).thenComparing(byName);
          case "timespancount_desc" ->
              Comparator.comparingInt(TimeSpan::count).reversed().thenComparing(byName);
          case "latestupdate" -> Comparator.comparing(TimeSpan::updated).thenComparing(byName);
          case "latestupdate_desc" ->
              Comparator.comparing(TimeSpan::updated).reversed().thenComparing(byName);
          default -> byName;
        };
    return rows.stream().sorted(order).toList();
  }

  private static List<String> titles(FdsnRequest.Availabilities wanted, boolean extent) {
    List<String> titles = new ArrayList<>(List.of("Network", "Station", "Location", "Channel"));
    if (!wanted.merge().contains("quality")) {
      titles.add("Quality");
    }
    if (!wanted.merge().contains("samplerate")) {
      titles.add("SampleRate");
    }
    titles.addAll(List.of("Earliest", "Latest"));
    if (wanted.showUpdate() || extent) {
      titles.add("Updated");
    }
    if (extent) {
      titles.addAll(List.of("TimeSpans", "Restriction"));
    }
    return titles;
  }

  private static List<String> row(TimeSpan each, List<String> titles, String noLocation) {
    return titles.stream()
        .map(
            title ->
                switch (title) {
                  case "Network" -> each.channel().network();
                  case "Station" -> each.channel().station();
                  case "Location" ->
                      each.channel().location().isEmpty() ? noLocation : each.channel().location();
                  case "Channel" -> each.channel().channel();
                  case "Quality" -> each.channel().quality();
                  case "SampleRate" -> rate(each.channel().rateHz());
                  case "Earliest" -> micros(each.span().start());
                  case "Latest" -> micros(each.span().end());
                  case "Updated" -> Utc.text(each.updated()).substring(0, 19) + "Z";
                  case "TimeSpans" -> Integer.toString(each.count());
                  default -> restriction(each);
                })
        .toList();
  }

  private static String restriction(TimeSpan each) {
    return each.restricted() ? "RESTRICTED" : "OPEN";
  }

  private static String rate(double rateHz) {
    return Double.toString(rateHz);
  }

  private static String micros(Moment moment) {
    return Utc.text(moment).substring(0, 26) + "Z";
  }

  private static String text(
      List<TimeSpan> shown, FdsnRequest.Availabilities wanted, boolean extent) {
    List<String> titles = titles(wanted, extent);
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(titles);
    head.set(0, "#" + head.getFirst());
    rows.add(head);
    shown.forEach(each -> rows.add(blanksMarked(row(each, titles, "--"))));
    int[] widths = new int[titles.size()];
    rows.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
          }
        });
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 1);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /// Columns are apart by blanks, so that an empty one must show.
  private static List<String> blanksMarked(List<String> row) {
    return row.stream().map(cell -> cell.isEmpty() ? "-" : cell).toList();
  }

  private static String geocsv(
      List<TimeSpan> shown, FdsnRequest.Availabilities wanted, boolean extent) {
    List<String> titles = titles(wanted, extent);
    StringBuilder text = new StringBuilder("#dataset: GeoCSV 2.0\n#delimiter: |\n#field_unit: ");
    text.append(String.join("|", titles.stream().map(AvailabilityAnswer::unit).toList()))
        .append("\n#field_type: ")
        .append(String.join("|", titles.stream().map(AvailabilityAnswer::type).toList()))
        .append('\n')
        .append(String.join("|", titles))
        .append('\n');
    shown.forEach(each -> text.append(String.join("|", row(each, titles, ""))).append('\n'));
    return text.toString();
  }

  private static String unit(String title) {
    return switch (title) {
      case "SampleRate" -> "hertz";
      case "Earliest", "Latest", "Updated" -> "ISO_8601";
      default -> "unitless";
    };
  }

  private static String type(String title) {
    return switch (title) {
      case "SampleRate" -> "float";
      case "TimeSpans" -> "integer";
      case "Earliest", "Latest", "Updated" -> "datetime";
      default -> "string";
    };
  }

  /// Lines for a POST to dataselect; an answer after the last sample would miss it.
  private static String request(List<TimeSpan> shown) {
    StringBuilder text = new StringBuilder();
    for (TimeSpan each : shown) {
      Channel channel = each.channel();
      text.append(
          String.join(
                  " ",
                  channel.network(),
                  channel.station(),
                  channel.location().isEmpty() ? "--" : channel.location(),
                  channel.channel(),
                  micros(each.span().start()),
                  micros(each.span().end().plusNanos(999)))
              + "\n");
    }
    return text.toString();
  }

  private Map<String, Object> json(
      List<TimeSpan> shown, FdsnRequest.Availabilities wanted, boolean extent) {
    List<Map<String, Object>> sources = new ArrayList<>();
    Map<Channel, Map<String, Object>> byChannel = new LinkedHashMap<>();
    for (TimeSpan each : shown) {
      if (extent) {
        Map<String, Object> source = source(each.channel(), wanted);
        source.put("earliest", micros(each.span().start()));
        source.put("latest", micros(each.span().end()));
        source.put("updated", Utc.text(each.updated()).substring(0, 19) + "Z");
        source.put("timespanCount", each.count());
        source.put("restriction", restriction(each));
        sources.add(source);
      } else {
        Map<String, Object> source =
            byChannel.computeIfAbsent(each.channel(), channel -> source(channel, wanted));
        if (wanted.showUpdate()) {
          source.put("updated", Utc.text(each.updated()).substring(0, 19) + "Z");
        }
        @SuppressWarnings("unchecked") // made below, and nowhere else
        List<List<String>> spans =
            (List<List<String>>) source.computeIfAbsent("timespans", _ -> new ArrayList<>());
        spans.add(List.of(micros(each.span().start()), micros(each.span().end())));
      }
    }
    sources.addAll(byChannel.values());
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("created", Utc.text(clock.get()).substring(0, 19) + "Z");
    document.put("version", 1.0);
    document.put("datasources", sources);
    return document;
  }

  private static Map<String, Object> source(Channel channel, FdsnRequest.Availabilities wanted) {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("network", channel.network());
    source.put("station", channel.station());
    source.put("location", channel.location());
    source.put("channel", channel.channel());
    if (!wanted.merge().contains("quality")) {
      source.put("quality", channel.quality());
    }
    if (!wanted.merge().contains("samplerate")) {
      source.put("samplerate", channel.rateHz());
    }
    return source;
  }
}
