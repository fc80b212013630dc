package org.jumelles.service.noise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.figure.chart.Figure;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.figure.NoiseFigure;
import org.jumelles.seis.figure.Subject;
import org.jumelles.seis.noise.LevelCounts;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;

/// The pages of noise statistics, their JSON and their pictures.
public final class Noise {
  private static final Set<String> TIMES = Set.of("start", "end");
  private static final Set<String> TIMES_AND_HOUR = Set.of("start", "end", "hour");
  private static final String CHANNEL = "/([A-Za-z0-9._-]{1,32})";

  private final Archive archive;
  private final Gate gate;

  public Noise(Archive archive, Gate gate) {
    this.archive = archive;
    this.gate = gate;
  }

  /// `/noise`, `/noise/CHANNEL` with its pictures, and both as JSON below `/api`.
  public List<Route> routes() {
    return List.of(
        Route.get("/noise", (_, _) -> NoisePage.list(entries())),
        Route.get("/noise" + CHANNEL, (request, parts) -> page(request, parts.getFirst())),
        Route.get(
            "/noise" + CHANNEL + "/levels\\.png",
            (request, parts) -> answered(() -> levels(request, parts.getFirst()))),
        Route.get(
            "/noise" + CHANNEL + "/hours\\.png",
            (request, parts) -> answered(() -> hours(request, parts.getFirst()))),
        Route.get("/api/noise", (_, _) -> Json.answer(Map.of("channels", entries()))),
        Route.get(
            "/api/noise" + CHANNEL,
            (request, parts) ->
                answered(
                    () -> {
                      Parameters asked = Parameters.of(request.rawQuery(), TIMES);
                      return Json.answer(NoiseDocument.of(sum(request, parts.getFirst(), asked)));
                    })));
  }

  private List<Map<String, Object>> entries() {
    return NoiseDocument.channels(NoiseSum.entries(archive, Query.ALWAYS));
  }

  private interface Asking {
    Answer answer() throws IOException;
  }

  private static Answer answered(Asking asking) {
    return Refusal.orAnswer(
        () -> {
          try {
            return asking.answer();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Answer page(Request request, String channel) {
    try {
      Parameters asked = Parameters.of(request.rawQuery(), TIMES);
      return NoisePage.of(sum(request, channel, asked), request.rawQuery());
    } catch (Refusal refusal) {
      return NoisePage.refused(refusal.status(), refusal.sentence());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private NoiseSum sum(Request request, String channel, Parameters asked) throws IOException {
    Moment start = asked.text("start").map(Noise::time).orElse(Moment.MIN);
    Moment end = asked.text("end").map(Noise::time).orElse(Moment.MAX);
    if (end.isBefore(start)) {
      throw Refusal.bad("end " + end + " is before start " + start);
    }
    return NoiseSum.of(archive, gate.sieve(request), channel, new Span(start, end));
  }

  private static Moment time(String text) {
    try {
      return Utc.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.bad("'" + text + "' is no time such as 2019-05-23T02:00:00");
    }
  }

  private Answer levels(Request request, String channel) throws IOException {
    Parameters asked = Parameters.of(request.rawQuery(), TIMES_AND_HOUR);
    OptionalInt hour = asked.whole("hour", 0, 23);
    NoiseSum sum = sum(request, channel, asked);
    if (hour.isPresent() && hour.getAsInt() >= sum.counts().groups()) {
      throw Refusal.missing("this channel is not counted by hour");
    }
    LevelCounts shown = hour.isPresent() ? sum.counts().only(hour.getAsInt()) : sum.counts();
    Optional<String> when =
        hour.isPresent() ? Optional.of("LMST hour " + hour.getAsInt()) : Optional.empty();
    return png(NoiseFigure.probability(shown, subject(sum, when)));
  }

  private Answer hours(Request request, String channel) throws IOException {
    NoiseSum sum = sum(request, channel, Parameters.of(request.rawQuery(), TIMES));
    return png(
        NoiseFigure.byHour(sum.counts(), subject(sum, Optional.empty()), NoiseDocument.clock(sum)));
  }

  private static Subject subject(NoiseSum sum, Optional<String> when) {
    String sols = sum.used().size() == 1 ? " sol" : " sols";
    return new Subject(
        sum.channel() + ", " + sum.used().size() + sols + when.map(", "::concat).orElse(""),
        sum.quantity(),
        sum.unit(),
        Utc.text(sum.span().start()).substring(0, 19)
            + " to "
            + Utc.text(sum.span().end()).substring(0, 19)
            + (sum.leftOut().isEmpty() ? "" : "; " + sum.leftOut().size() + " left out"));
  }

  private static Answer png(Figure figure) throws IOException {
    return Answer.of(200, "image/png", figure.png());
  }
}
