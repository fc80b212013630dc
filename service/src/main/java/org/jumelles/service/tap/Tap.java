package org.jumelles.service.tap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;

/// Everything below `/tap`.
public final class Tap {
  private static final int LARGEST_BODY = 64 << 10;
  private static final long MOST_ROWS = 100_000;
  private static final long DEFAULT_ROWS = 10_000;
  private static final Set<String> KNOWN =
      Set.of("REQUEST", "LANG", "QUERY", "MAXREC", "FORMAT", "RESPONSEFORMAT", "RUNID", "VERSION");
  private static final Set<String> FORMATS =
      Set.of(
          "votable",
          "votable/td",
          "application/x-votable+xml",
          "application/x-votable+xml;serialization=tabledata",
          "text/xml");

  private final Archive archive;
  private final Gate gate;

  public Tap(Archive archive, Gate gate) {
    this.archive = archive;
    this.gate = gate;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/tap/sync", (request, _) -> sync(request, request.rawQuery())),
        Route.post("/tap/sync", (request, _) -> posted(request)),
        Route.get("/tap/tables", (_, _) -> xml(Vosi.tables(tables("")))),
        Route.get("/tap/capabilities", (request, _) -> xml(Vosi.capabilities(request.base()))),
        Route.get("/tap/availability", (_, _) -> xml(Vosi.availability())));
  }

  private static Answer xml(String text) {
    return Answer.of(200, Answer.XML, text);
  }

  private List<Table> tables(String base) {
    return TapSchema.with(new EpnRows(archive, gate, base).table());
  }

  private Answer posted(Request request) {
    Optional<byte[]> body = request.body().read(LARGEST_BODY);
    if (body.isEmpty()) {
      return refused(413, "the body has more than " + LARGEST_BODY + " bytes");
    }
    String type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      return refused(415, "the body is " + type + "; application/x-www-form-urlencoded is wanted");
    }
    String form = new String(body.get(), StandardCharsets.UTF_8);
    String both = request.rawQuery().isEmpty() ? form : request.rawQuery() + "&" + form;
    return sync(request, both);
  }

  private static Answer refused(int status, String reason) {
    return Answer.of(status, VoTable.MEDIA_TYPE, VoTable.error(reason));
  }

  private Answer sync(Request request, String encoded) {
    try {
      Map<String, String> given = parameters(encoded);
      String query = checked(given);
      long most = mostRows(given);
      TapQuery read = AdqlReader.read(query, tables(request.base()));
      return Answer.of(200, VoTable.MEDIA_TYPE, VoTable.of(read, Answers.of(read, most), query));
    } catch (TapRefusal e) {
      return refused(400, e.reason());
    }
  }

  private static Map<String, String> parameters(String encoded) {
    Map<String, String> given = new HashMap<>();
    for (String pair : encoded.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      try {
        String name =
            URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8)
                .toUpperCase(Locale.ROOT);
        String value =
            equals < 0 ? "" : URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        if (!KNOWN.contains(name)) {
          throw new TapRefusal("the parameter " + name + " is not understood here");
        }
        if (given.put(name, value) != null) {
          throw new TapRefusal(name + " is given twice");
        }
      } catch (IllegalArgumentException _) {
        throw new TapRefusal("a parameter is not percent-encoded as a form is");
      }
    }
    return given;
  }

  private static String checked(Map<String, String> given) {
    String request = given.getOrDefault("REQUEST", "doQuery");
    if (!request.equalsIgnoreCase("doQuery")) {
      throw new TapRefusal("REQUEST is '" + request + "'; only doQuery is answered");
    }
    String lang = given.getOrDefault("LANG", "");
    if (!Set.of("ADQL", "ADQL-2.0", "ADQL-2.1").contains(lang.toUpperCase(Locale.ROOT))) {
      throw new TapRefusal("LANG is '" + lang + "'; only ADQL is read");
    }
    for (String name : List.of("FORMAT", "RESPONSEFORMAT")) {
      String format = given.getOrDefault(name, "votable").toLowerCase(Locale.ROOT);
      if (!FORMATS.contains(format)) {
        throw new TapRefusal(name + " is '" + format + "'; only votable is written");
      }
    }
    String query = given.getOrDefault("QUERY", "");
    if (query.isBlank()) {
      throw new TapRefusal("there is no QUERY");
    }
    return query;
  }

  private static long mostRows(Map<String, String> given) {
    String text = given.get("MAXREC");
    if (text == null) {
      return DEFAULT_ROWS;
    }
    try {
      long most = Long.parseLong(text.strip());
      if (most >= 0) {
        return Math.min(most, MOST_ROWS);
      }
    } catch (NumberFormatException _) {
      // Told below.
    }
    throw new TapRefusal("MAXREC is '" + text + "', not a whole number from 0 on");
  }
}
