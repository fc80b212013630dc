package org.jumelles.service.fdsn;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;

/// From the text of a request to a request record; nothing here knows HTTP or the archive.
///
/// Every method throws [RequestRefusal] with status 400 for a request that the specification does
/// not allow, and 413 for one with too many lines.
final class RequestGrammar {
  /// More selections in one request than any client sends at once.
  static final int MAX_SELECTIONS = 10_000;

  private static final double EARTHLY_MAX_KM = 10_000;

  private RequestGrammar() {}

  /// @param rawQuery still percent-encoded
  static FdsnRequest query(Dialect dialect, String rawQuery) {
    Parameters parameters = Parameters.of(dialect, pairs(rawQuery));
    return request(dialect, parameters, List.of(selection(dialect, parameters)));
  }

  /// A POST body: lines `name=value`, then lines `NET STA LOC CHA START END`.
  static FdsnRequest body(Dialect dialect, String body) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    List<Selection> selections = new ArrayList<>();
    for (String line : body.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        pairs.add(Map.entry(name(line.substring(0, equals)), line.substring(equals + 1)));
      } else if (selections.size() == MAX_SELECTIONS) {
        throw new RequestRefusal(413, "More than " + MAX_SELECTIONS + " selection lines");
      } else {
        selections.add(line(line));
      }
    }
    if (dialect != Dialect.EVENT && selections.isEmpty()) {
      throw RequestRefusal.bad("No selection line: NET STA LOC CHA STARTTIME ENDTIME");
    }
    if (dialect == Dialect.EVENT && !selections.isEmpty()) {
      throw RequestRefusal.bad("The event service takes lines name=value only");
    }
    return request(dialect, Parameters.of(dialect, pairs), selections);
  }

  private static FdsnRequest request(
      Dialect dialect, Parameters parameters, List<Selection> selections) {
    return switch (dialect) {
      case DATASELECT -> waveforms(parameters, selections);
      case STATION -> stations(parameters, selections);
      case EVENT -> events(parameters);
      case AVAILABILITY -> availabilities(parameters, selections);
    };
  }

  private static FdsnRequest.Waveforms waveforms(
      Parameters parameters, List<Selection> selections) {
    return new FdsnRequest.Waveforms(
        selections,
        parameters.choice("quality").charAt(0),
        parameters.number("minimumlength", 0, 1e12).orElse(0.0),
        parameters.truth("longestonly"),
        parameters.choice("format").equals("miniseed3") ? 3 : 2,
        nodata(parameters));
  }

  private static FdsnRequest.Availabilities availabilities(
      Parameters parameters, List<Selection> selections) {
    Optional<String> show = parameters.text("show");
    if (show.isPresent() && !show.get().equalsIgnoreCase("latestupdate")) {
      throw Parameters.wrong("show", show.get(), "latestupdate");
    }
    return new FdsnRequest.Availabilities(
        selections,
        words(parameters, "quality", Set.of("d", "r", "q", "m", "*")).stream()
            .filter(letter -> !letter.equals("*"))
            .map(letter -> letter.toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet()),
        words(parameters, "merge", Set.of("samplerate", "quality", "overlap")),
        parameters.number("mergegaps", 0, 1e12).orElse(0.0),
        parameters.choice("orderby"),
        parameters.count("limit").orElse(Integer.MAX_VALUE),
        parameters.truth("includerestricted"),
        show.isPresent(),
        parameters.choice("format"),
        nodata(parameters));
  }

  private static Set<String> words(Parameters parameters, String name, Set<String> allowed) {
    Set<String> words = new HashSet<>();
    for (String word : list(parameters.text(name))) {
      if (!allowed.contains(word.toLowerCase(Locale.ROOT))) {
        throw Parameters.wrong(name, word, "one of " + new TreeSet<>(allowed));
      }
      words.add(word.toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private static FdsnRequest.Stations stations(Parameters parameters, List<Selection> selections) {
    FdsnRequest.Stations.Level level =
        FdsnRequest.Stations.Level.valueOf(parameters.choice("level").toUpperCase(Locale.ROOT));
    String format = parameters.choice("format");
    if (format.equals("text") && level == FdsnRequest.Stations.Level.RESPONSE) {
      throw RequestRefusal.bad("format=text has no level=response; ask for format=xml");
    }
    return new FdsnRequest.Stations(
        selections,
        new FdsnRequest.Stations.Epochs(
            parameters.time("startbefore"),
            parameters.time("startafter"),
            parameters.time("endbefore"),
            parameters.time("endafter")),
        area(parameters),
        level,
        new FdsnRequest.Stations.Options(
            parameters.truth("includerestricted"),
            parameters.truth("includeavailability"),
            parameters.truth("matchtimeseries"),
            parameters.time("updatedafter")),
        format,
        nodata(parameters));
  }

  private static FdsnRequest.Events events(Parameters parameters) {
    Moment start = parameters.time("starttime").orElse(Moment.MIN);
    Moment end = parameters.time("endtime").orElse(Moment.MAX);
    ordered(start, end);
    return new FdsnRequest.Events(
        start,
        end,
        area(parameters),
        range(parameters, "mindepth", "maxdepth", -EARTHLY_MAX_KM, EARTHLY_MAX_KM),
        range(parameters, "minmagnitude", "maxmagnitude", -100, 100),
        names(parameters),
        new FdsnRequest.Events.Detail(
            parameters.truth("includeallorigins"),
            parameters.truth("includeallmagnitudes"),
            parameters.truth("includearrivals")),
        new FdsnRequest.Events.Paging(
            parameters.choice("orderby"),
            parameters.count("limit").orElse(Integer.MAX_VALUE),
            parameters.count("offset").orElse(1)),
        parameters.time("updatedafter"),
        parameters.choice("format"),
        nodata(parameters));
  }

  private static FdsnRequest.Events.Names names(Parameters parameters) {
    return new FdsnRequest.Events.Names(
        list(parameters.text("eventid")),
        list(parameters.text("eventtype")).stream()
            .map(type -> new Glob(type.toLowerCase(Locale.ROOT)))
            .toList(),
        parameters.text("magnitudetype"),
        parameters.text("catalog"),
        parameters.text("contributor"));
  }

  private static FdsnRequest.Events.Range range(
      Parameters parameters, String low, String high, double least, double most) {
    FdsnRequest.Events.Range range =
        new FdsnRequest.Events.Range(
            parameters.number(low, least, most).orElse(Double.NEGATIVE_INFINITY),
            parameters.number(high, least, most).orElse(Double.POSITIVE_INFINITY));
    if (range.low() > range.high()) {
      throw RequestRefusal.bad(low + " is greater than " + high);
    }
    return range;
  }

  private static Area area(Parameters parameters) {
    double south = parameters.number("minlatitude", -90, 90).orElse(-90.0);
    double north = parameters.number("maxlatitude", -90, 90).orElse(90.0);
    double west = parameters.number("minlongitude", -360, 360).orElse(-180.0);
    double east = parameters.number("maxlongitude", -360, 360).orElse(180.0);
    double inner = parameters.number("minradius", 0, 180).orElse(0.0);
    double outer = parameters.number("maxradius", 0, 180).orElse(180.0);
    if (south > north) {
      throw RequestRefusal.bad("minlatitude is greater than maxlatitude");
    }
    if (inner > outer) {
      throw RequestRefusal.bad("minradius is greater than maxradius");
    }
    double latitude = parameters.number("latitude", -90, 90).orElse(0.0);
    double longitude = parameters.number("longitude", -360, 360).orElse(0.0);
    return new Area(south, north, west, east, new Area.Ring(latitude, longitude, inner, outer));
  }

  private static Selection selection(Dialect dialect, Parameters parameters) {
    if (dialect == Dialect.EVENT) {
      return Selection.ALL;
    }
    Moment start = parameters.time("starttime").orElse(Moment.MIN);
    Moment end = parameters.time("endtime").orElse(Moment.MAX);
    ordered(start, end);
    return new Selection(
        parameters.codes("network"),
        parameters.codes("station"),
        parameters.codes("location"),
        parameters.codes("channel"),
        start,
        end);
  }

  private static Selection line(String line) {
    String[] words = line.split("\\s+", -1);
    if (words.length != 6) {
      String shown = line.length() > 80 ? line.substring(0, 80) + "..." : line;
      throw RequestRefusal.bad(
          "Selection line '" + shown + "' is not NET STA LOC CHA STARTTIME ENDTIME");
    }
    Moment start = bound("starttime", words[4], Moment.MIN);
    Moment end = bound("endtime", words[5], Moment.MAX);
    ordered(start, end);
    return new Selection(
        Parameters.codes("network", words[0]),
        Parameters.codes("station", words[1]),
        Parameters.codes("location", words[2]),
        Parameters.codes("channel", words[3]),
        start,
        end);
  }

  private static Moment bound(String name, String word, Moment open) {
    return word.equals("*") ? open : Parameters.time(name, word);
  }

  private static void ordered(Moment start, Moment end) {
    if (end.isBefore(start)) {
      throw RequestRefusal.bad("starttime is later than endtime");
    }
  }

  private static int nodata(Parameters parameters) {
    return Integer.parseInt(parameters.choice("nodata"));
  }

  private static List<String> list(Optional<String> value) {
    return value
        .map(text -> List.of(text.split(",", -1)).stream().map(String::strip).toList())
        .orElse(List.of());
  }

  private static List<Map.Entry<String, String>> pairs(String rawQuery) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String part : rawQuery.split("&", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      if (equals <= 0) {
        throw RequestRefusal.bad("Query option without a value: " + decoded(part));
      }
      pairs.add(
          Map.entry(name(decoded(part.substring(0, equals))), decoded(part.substring(equals + 1))));
    }
    return pairs;
  }

  private static String name(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw RequestRefusal.bad("Malformed percent-encoding in the query string");
    }
  }
}
