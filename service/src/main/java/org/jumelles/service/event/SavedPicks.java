package org.jumelles.service.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.holding.EventHolding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Picks that an analyst saved: each set is one entry of the ledger, in order, for good.
///
/// The entry's kind is `seis/picks`, its body `event` (public identifier) with `event_start` and
/// `event_end`, `station`, `channel` (where the event was found on one alone), `based_on` (the
/// origin that the analyst began with), `saved_by` (the account that runs the service) and, for
/// each pick, `pick.N` as `PHASE TIME SIGMA`, seconds. The chain locates it as another origin.
final class SavedPicks {
  static final String KIND = "seis/picks";
  private static final String DETECTION = "seis/detection";
  private static final int MOST_PICKS = 200;
  private static final double MOST_SIGMA_S = 600;
  private static final Pattern PHASE = Pattern.compile("[A-Za-z0-9_.-]{1,24}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Archive archive;
  private final String operator;

  /// @param operator the account that runs the service; the author where none is told
  SavedPicks(Archive archive, String operator) {
    this.archive = archive;
    this.operator = operator;
  }

  /// What is wrong with a body, or its picks.
  sealed interface Reading {
    record Wrong(String sentence) implements Reading {}

    record Picks(String author, Map<String, String> body) implements Reading {}
  }

  Reading read(byte[] bytes, EventFile file) {
    JsonNode root;
    try {
      root = JSON.readTree(bytes);
    } catch (JacksonException _) {
      return new Reading.Wrong("the body is no JSON");
    }
    String told = root.path("author").asString("").strip();
    String author = told.isEmpty() ? operator : told;
    JsonNode picks = root.path("picks");
    if (author.length() > 100 || author.chars().anyMatch(Character::isISOControl)) {
      return new Reading.Wrong("author: a name of at most 100 characters is wanted");
    }
    if (!picks.isArray() || picks.isEmpty() || picks.size() > MOST_PICKS) {
      return new Reading.Wrong("picks: a list of 1 to " + MOST_PICKS + " is wanted");
    }
    Map<String, String> body = new TreeMap<>(about(file));
    body.put("saved_by", operator);
    String basedOn = root.path("based_on").asString("");
    if (basedOn.length() > 300) {
      return new Reading.Wrong("based_on: too long");
    }
    body.put("based_on", basedOn);
    for (int i = 0; i < picks.size(); i++) {
      Optional<String> line = line(picks.get(i));
      if (line.isEmpty()) {
        return new Reading.Wrong(
            "picks["
                + i
                + "]: phase (letters, digits), time (UTC) and sigma (0 to 600 s) are wanted");
      }
      body.put("pick.%03d".formatted(i), line.get());
    }
    return ordered(body) ? new Reading.Picks(author, body) : new Reading.Wrong("P is later than S");
  }

  /// What the chain needs to find the event again after its product was made anew.
  private Map<String, String> about(EventFile file) {
    Map<String, String> about = new TreeMap<>();
    about.put("event", file.event().publicID());
    about.put("event_start", Utc.text(file.holding().span().start()));
    about.put("event_end", Utc.text(file.holding().span().end()));
    boolean found =
        archive
            .find(file.holding().product())
            .filter(product -> product.recipe().name().equals(DETECTION))
            .isPresent();
    file.event().picks().stream()
        .map(pick -> pick.waveformID())
        .filter(at -> !at.networkCode().isEmpty() && !at.stationCode().isEmpty())
        .findFirst()
        .ifPresent(
            at -> {
              String station = at.networkCode() + "." + at.stationCode();
              about.put("station", station);
              if (found) {
                about.put(
                    "channel",
                    station
                        + "."
                        + at.locationCode().orElse("")
                        + "."
                        + at.channelCode().orElse(""));
              }
            });
    return about;
  }

  private static Optional<String> line(JsonNode pick) {
    String phase = pick.path("phase").asString("");
    double sigma = pick.path("sigma").asDouble(Double.NaN);
    if (!PHASE.matcher(phase).matches() || !(sigma >= 0 && sigma <= MOST_SIGMA_S)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          phase + " " + Utc.text(Utc.parse(pick.path("time").asString(""))) + " " + sigma);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean ordered(Map<String, String> body) {
    Map<String, Moment> times = new TreeMap<>();
    body.values().stream()
        .map(line -> line.split(" ", -1))
        .filter(words -> words.length == 3 && (words[0].equals("P") || words[0].equals("S")))
        .forEach(words -> times.put(words[0], Utc.parse(words[1])));
    Moment p = times.get("P");
    Moment s = times.get("S");
    return p == null || s == null || p.isBefore(s);
  }

  /// Keeps a set of picks; returns when it would outlive a crash.
  Map<String, Object> save(Reading.Picks picks) throws IOException {
    return origin(archive.append(picks.author(), KIND, picks.body()));
  }

  /// The sets saved of an event, oldest first, those of its earlier versions among them: a version
  /// has its own identifier, but shares the time and, where it has one, the channel.
  List<Map<String, Object>> of(EventFile file) {
    String eventId = file.event().publicID();
    return archive.ledger(KIND).stream()
        .filter(
            entry ->
                entry.body().getOrDefault("event", "").equals(eventId)
                    || isOfEarlierVersion(entry.body(), file.holding()))
        .map(SavedPicks::origin)
        .toList();
  }

  private static boolean isOfEarlierVersion(Map<String, String> body, EventHolding holding) {
    Optional<String> channel = Optional.ofNullable(body.get("channel"));
    Optional<String> start = Optional.ofNullable(body.get("event_start"));
    Optional<String> end = Optional.ofNullable(body.get("event_end"));
    if (channel.isEmpty()
        || !channel.equals(holding.channel())
        || start.isEmpty()
        || end.isEmpty()) {
      return false;
    }
    try {
      return new Span(Utc.parse(start.get()), Utc.parse(end.get())).overlaps(holding.span());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Map<String, Object> origin(LedgerEntry entry) {
    List<Map<String, Object>> picks = new ArrayList<>();
    entry
        .body()
        .forEach(
            (key, value) -> {
              String[] words = value.split(" ", -1);
              if (key.startsWith("pick.") && words.length == 3) {
                Map<String, Object> pick = new LinkedHashMap<>();
                pick.put("phase", words[0]);
                pick.put("time", words[1]);
                pick.put("sigma", Double.parseDouble(words[2]));
                pick.put("mode", "manual");
                picks.add(pick);
              }
            });
    Map<String, Object> origin = new LinkedHashMap<>();
    origin.put("id", "ledger:" + entry.sequence() + ":" + entry.hash());
    origin.put("preferred", false);
    origin.put("mode", "manual");
    origin.put("author", entry.author());
    origin.put("saved_by", entry.body().getOrDefault("saved_by", ""));
    origin.put("created", Utc.text(entry.time()));
    origin.put("based_on", entry.body().getOrDefault("based_on", ""));
    origin.put("picks", picks);
    return origin;
  }
}
