package org.jumelles.service.fdsn;

import static org.jumelles.service.fdsn.Parameter.Kind.COUNT;
import static org.jumelles.service.fdsn.Parameter.Kind.NUMBER;
import static org.jumelles.service.fdsn.Parameter.Kind.TEXT;
import static org.jumelles.service.fdsn.Parameter.Kind.TIME;
import static org.jumelles.service.fdsn.Parameter.Kind.TRUTH;

import java.util.List;
import java.util.Optional;
import org.jumelles.service.fdsn.Parameter.Kind;

/// Every parameter of every service, said once: the grammar, the WADL and the usage page read it.
///
/// The lists stay in the order of FDSN Web Service Specifications 1.2; this is a table and may be
/// longer than code.
final class Vocabulary {
  private static final Parameter NODATA =
      choice("nodata", "204", List.of("204", "404"), "status of an answer without data");

  private static final List<Parameter> WINDOW =
      List.of(
          parameter("starttime", List.of("start"), TIME, "on or after this time, UTC"),
          parameter("endtime", List.of("end"), TIME, "on or before this time, UTC"));

  private static final List<Parameter> CHANNEL =
      List.of(
          parameter("network", List.of("net"), TEXT, "codes, * and ? allowed, comma between"),
          parameter("station", List.of("sta"), TEXT, "codes, * and ? allowed, comma between"),
          parameter("location", List.of("loc"), TEXT, "codes, -- for the empty one"),
          parameter("channel", List.of("cha"), TEXT, "codes, * and ? allowed, comma between"));

  private static final List<Parameter> AREA =
      List.of(
          parameter("minlatitude", List.of("minlat"), NUMBER, "southern edge, degrees"),
          parameter("maxlatitude", List.of("maxlat"), NUMBER, "northern edge, degrees"),
          parameter("minlongitude", List.of("minlon"), NUMBER, "western edge, degrees"),
          parameter("maxlongitude", List.of("maxlon"), NUMBER, "eastern edge, degrees"),
          parameter("latitude", List.of("lat"), NUMBER, "centre of a circle, degrees"),
          parameter("longitude", List.of("lon"), NUMBER, "centre of a circle, degrees"),
          parameter("minradius", List.of(), NUMBER, "inner radius, degrees of arc"),
          parameter("maxradius", List.of(), NUMBER, "outer radius, degrees of arc"));

  private static final List<Parameter> DATASELECT =
      join(
          List.of(
              WINDOW,
              CHANNEL,
              List.of(
                  choice(
                      "quality",
                      "B",
                      List.of("B", "D", "R", "Q", "M"),
                      "quality indicator; B and M take the best there is"),
                  number("minimumlength", "0.0", "only stretches at least this long, seconds"),
                  truth("longestonly", "false", "only the longest stretch of each channel"),
                  choice(
                      "format",
                      "miniseed",
                      List.of("miniseed", "miniseed2", "miniseed3"),
                      "miniSEED 2 (the default) or 3"),
                  NODATA)));

  private static final List<Parameter> STATION =
      join(
          List.of(
              WINDOW,
              List.of(
                  parameter("startbefore", List.of(), TIME, "epochs that start before this time"),
                  parameter("startafter", List.of(), TIME, "epochs that start after this time"),
                  parameter("endbefore", List.of(), TIME, "epochs that end before this time"),
                  parameter("endafter", List.of(), TIME, "epochs that end after this time")),
              CHANNEL,
              AREA,
              List.of(
                  choice(
                      "level",
                      "station",
                      List.of("network", "station", "channel", "response"),
                      "how deep the answer goes"),
                  truth("includerestricted", "true", "also what is not open"),
                  truth("includeavailability", "false", "also the spans of the data that are kept"),
                  parameter("updatedafter", List.of(), TIME, "changed after this time"),
                  truth("matchtimeseries", "false", "only channels of which data are kept"),
                  choice("format", "xml", List.of("xml", "text"), "StationXML or text"),
                  NODATA)));

  private static final List<Parameter> EVENT =
      join(
          List.of(
              WINDOW,
              AREA,
              List.of(
                  parameter("mindepth", List.of(), NUMBER, "at least this deep, km"),
                  parameter("maxdepth", List.of(), NUMBER, "at most this deep, km"),
                  parameter("minmagnitude", List.of("minmag"), NUMBER, "at least this large"),
                  parameter("maxmagnitude", List.of("maxmag"), NUMBER, "at most this large"),
                  parameter(
                      "magnitudetype", List.of("magtype"), TEXT, "only this scale, such as Mw"),
                  parameter("eventtype", List.of(), TEXT, "types, comma between; * and ? allowed"),
                  truth("includeallorigins", "true", "false: the preferred origin alone"),
                  truth("includeallmagnitudes", "true", "false: the preferred magnitude alone"),
                  truth("includearrivals", "true", "false: no picks and arrivals"),
                  parameter("eventid", List.of(), TEXT, "identifiers, comma between"),
                  parameter("limit", List.of(), COUNT, "at most so many events"),
                  new Parameter(
                      "offset", List.of(), COUNT, "1", List.of(), "begin with this one, from 1"),
                  choice(
                      "orderby",
                      "time",
                      List.of("time", "time-asc", "magnitude", "magnitude-asc"),
                      "newest or largest first, -asc the other way round"),
                  parameter("catalog", List.of(), TEXT, "only events of this catalogue"),
                  parameter("contributor", List.of(), TEXT, "only events of this contributor"),
                  parameter("updatedafter", List.of(), TIME, "changed after this time"),
                  choice(
                      "format", "xml", List.of("xml", "text", "geojson"), "QuakeML, text, GeoJSON"),
                  NODATA)));

  private static final List<Parameter> AVAILABILITY =
      join(
          List.of(
              WINDOW,
              CHANNEL,
              List.of(
                  parameter("quality", List.of(), TEXT, "indicators D, R, Q, M, comma between"),
                  parameter(
                      "merge", List.of(), TEXT, "samplerate, quality, overlap, comma between"),
                  number("mergegaps", "0.0", "join stretches across gaps up to this, seconds"),
                  choice(
                      "orderby",
                      "nslc_time_quality_samplerate",
                      List.of(
                          "nslc_time_quality_samplerate",
                          "latestupdate",
                          "latestupdate_desc",
                          "timespancount",
                          "timespancount_desc"),
                      "order of rows; timespancount in extent only"),
                  parameter("limit", List.of(), COUNT, "at most so many rows"),
                  truth("includerestricted", "false", "also what is not open"),
                  parameter("show", List.of(), TEXT, "latestupdate: when data entered the archive"),
                  choice(
                      "format",
                      "text",
                      List.of("text", "geocsv", "json", "request"),
                      "request: lines for a POST to dataselect"),
                  NODATA)));

  private Vocabulary() {}

  static List<Parameter> of(Dialect dialect) {
    return switch (dialect) {
      case DATASELECT -> DATASELECT;
      case STATION -> STATION;
      case EVENT -> EVENT;
      case AVAILABILITY -> AVAILABILITY;
    };
  }

  /// The parameter that a client means by a name or an alias.
  static Optional<Parameter> find(Dialect dialect, String name) {
    return of(dialect).stream()
        .filter(each -> each.name().equals(name) || each.aliases().contains(name))
        .findFirst();
  }

  private static Parameter parameter(String name, List<String> aliases, Kind kind, String doc) {
    return new Parameter(name, aliases, kind, "", List.of(), doc);
  }

  private static Parameter choice(String name, String fallback, List<String> choices, String doc) {
    return new Parameter(name, List.of(), TEXT, fallback, choices, doc);
  }

  private static Parameter number(String name, String fallback, String doc) {
    return new Parameter(name, List.of(), NUMBER, fallback, List.of(), doc);
  }

  private static Parameter truth(String name, String fallback, String doc) {
    return new Parameter(name, List.of(), TRUTH, fallback, List.of(), doc);
  }

  private static List<Parameter> join(List<List<Parameter>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
