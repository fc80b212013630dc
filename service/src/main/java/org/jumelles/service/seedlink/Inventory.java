package org.jumelles.service.seedlink;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.archive.journal.Journal;
import org.jumelles.archive.journal.Stretch;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Markup;

/// The documents of INFO: JSON for version 4 [FDSN-SeedLink4, appendix B], XML for version 3.
record Inventory(String software, String organization, Moment started) {
  static final List<String> ITEMS_4 =
      List.of("ID", "FORMATS", "CAPABILITIES", "STATIONS", "STREAMS", "CONNECTIONS");

  private static final List<String> CAPABILITIES_3 =
      List.of(
          "dialup",
          "multistation",
          "window-extraction",
          "info:id",
          "info:capabilities",
          "info:stations",
          "info:streams",
          "info:connections",
          "info:all");

  /// One client on the line.
  record Client(String address, Moment since, String agent, int version, long packets) {}

  /// One station and its streams.
  private static final class Holding {
    private long first = Long.MAX_VALUE;
    private long end;
    private final Map<String, Stretched> streams = new TreeMap<>();
  }

  private record Stretched(StreamName name, Span span) {}

  Map<String, Object> json(
      String item, List<String> patterns, Journal.View view, List<Client> clients) {
    Map<String, Object> document = head();
    switch (item) {
      case "FORMATS" -> formats(document);
      case "CAPABILITIES" ->
          document.put("capability", List.of("SLPROTO:3.1", "SLPROTO:4.0", "TIME", "SEQWILDCARD"));
      case "STATIONS", "STREAMS" -> {
        formats(document);
        document.put("station", stations(item.equals("STREAMS"), patterns, view));
      }
      case "CONNECTIONS" ->
          document.put(
              "connections", Map.of("client", clients.stream().map(Inventory::client).toList()));
      default -> {}
    }
    return document;
  }

  Map<String, Object> error(String code, String message) {
    Map<String, Object> document = head();
    document.put("error", Map.of("code", code, "message", message));
    return document;
  }

  private Map<String, Object> head() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("software", software);
    document.put("organization", organization);
    return document;
  }

  private static void formats(Map<String, Object> document) {
    document.put(
        "format",
        Map.of(
            "2",
            Map.of(
                "mimetype",
                "application/vnd.fdsn.mseed",
                "subformat",
                Map.of("D", "data/generic", "L", "log")),
            "3",
            Map.of(
                "mimetype",
                "application/vnd.fdsn.mseed3",
                "subformat",
                Map.of("D", "data/generic"))));
    document.put(
        "filter",
        Map.of("native", "as it was recorded", "3", "miniSEED 3, encoded anew if needed"));
  }

  private static List<Map<String, Object>> stations(
      boolean withStreams, List<String> patterns, Journal.View view) {
    Glob station = new Glob(patterns.isEmpty() ? "*" : patterns.getFirst());
    String streamPattern = patterns.size() < 2 ? "*" : patterns.get(1);
    int dot = streamPattern.indexOf('.');
    Glob stream = new Glob(dot < 0 ? streamPattern : streamPattern.substring(0, dot));
    List<Map<String, Object>> list = new ArrayList<>();
    holdings(view)
        .forEach(
            (id, holding) -> {
              if (!station.matches(id)) {
                return;
              }
              Map<String, Object> one = new LinkedHashMap<>();
              one.put("id", id);
              one.put("description", "");
              one.put("start_seq", holding.first);
              one.put("end_seq", holding.end);
              one.put("backfill", -1);
              if (withStreams) {
                one.put(
                    "stream",
                    holding.streams.values().stream()
                        .filter(each -> stream.matches(each.name.stream()))
                        .map(Inventory::stream)
                        .toList());
              }
              list.add(one);
            });
    return list;
  }

  private static Map<String, Object> stream(Stretched each) {
    Map<String, Object> stream = new LinkedHashMap<>();
    stream.put("id", each.name.stream());
    stream.put("format", "2");
    stream.put("subformat", "D");
    stream.put("start_time", Utc.text(each.span.start()));
    stream.put("end_time", Utc.text(each.span.end()));
    return stream;
  }

  private static Map<String, Object> client(Client client) {
    return Map.of(
        "address", client.address,
        "since", Utc.text(client.since),
        "agent", client.agent,
        "version", client.version,
        "packets", client.packets);
  }

  private static Map<String, Holding> holdings(Journal.View view) {
    Map<String, Holding> holdings = new TreeMap<>();
    for (Stretch stretch : view.stretches()) {
      StreamName name = StreamName.of(stretch.key());
      Holding holding = holdings.computeIfAbsent(name.station(), _ -> new Holding());
      holding.first = Math.min(holding.first, stretch.first());
      holding.end = Math.max(holding.end, stretch.end());
      holding.streams.merge(
          name.stream(),
          new Stretched(name, stretch.span()),
          (a, b) -> new Stretched(a.name, together(a.span, b.span)));
    }
    return holdings;
  }

  private static Span together(Span a, Span b) {
    return new Span(
        a.start().isBefore(b.start()) ? a.start() : b.start(),
        a.end().isAfter(b.end()) ? a.end() : b.end());
  }

  /// Empty for an item that version 3 does not have here.
  Optional<String> xml(String item, Journal.View view, List<Client> clients) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    xml.append("<seedlink");
    attribute(xml, "software", software);
    attribute(xml, "organization", organization);
    attribute(xml, "started", time3(started));
    xml.append('>');
    switch (item) {
      case "ID" -> {}
      case "CAPABILITIES" -> capabilities(xml);
      case "STATIONS" -> stations(xml, view, false);
      case "STREAMS" -> stations(xml, view, true);
      case "CONNECTIONS" -> clients(xml, clients);
      case "ALL" -> {
        capabilities(xml);
        stations(xml, view, true);
        clients(xml, clients);
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(xml.append("</seedlink>").toString());
  }

  private static void capabilities(StringBuilder xml) {
    for (String capability : CAPABILITIES_3) {
      xml.append("<capability");
      attribute(xml, "name", capability);
      xml.append("/>");
    }
  }

  private static void stations(StringBuilder xml, Journal.View view, boolean withStreams) {
    holdings(view)
        .forEach(
            (id, holding) -> {
              int bar = id.indexOf('_');
              xml.append("<station");
              attribute(xml, "name", id.substring(bar + 1));
              attribute(xml, "network", id.substring(0, bar));
              attribute(xml, "description", "");
              attribute(xml, "begin_seq", ProtocolWords.number3(holding.first));
              attribute(xml, "end_seq", ProtocolWords.number3(holding.end));
              attribute(xml, "stream_check", withStreams ? "enabled" : "disabled");
              xml.append('>');
              if (withStreams) {
                holding.streams.values().forEach(each -> stream(xml, each));
              }
              xml.append("</station>");
            });
  }

  private static void stream(StringBuilder xml, Stretched each) {
    xml.append("<stream");
    attribute(xml, "location", each.name.location().strip());
    attribute(xml, "seedname", each.name.channel());
    attribute(xml, "type", "D");
    attribute(xml, "begin_time", time3(each.span.start()));
    attribute(xml, "end_time", time3(each.span.end()));
    xml.append("/>");
  }

  private static void clients(StringBuilder xml, List<Client> clients) {
    for (Client client : clients) {
      xml.append("<connection");
      attribute(xml, "host", client.address);
      attribute(xml, "port", "0");
      attribute(xml, "ctime", time3(client.since));
      attribute(xml, "begin_seq", "0");
      attribute(xml, "txcount", Long.toString(client.packets));
      xml.append("/>");
    }
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"").append(Markup.escaped(value)).append('"');
  }

  /// `2019/05/22 23:00:00.0000`, as clients of version 3 show it.
  private static String time3(Moment moment) {
    return Utc.text(moment).substring(0, 24).replace('-', '/').replace('T', ' ');
  }

  static String text(Map<String, Object> document) {
    return Json.text(document).strip();
  }
}
