package org.jumelles.service.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;

/// The event page and what it asks for.
public final class Analysis {
  private static final int MAX_BODY_BYTES = 1 << 18;

  /// Before and after an event, where no window is asked for.
  private static final long MARGIN_NANOS = 300_000_000_000L;

  private static final long LONGEST_NANOS = 7_200_000_000_000L;

  /// The page's own script may run and ask this service; nothing else may.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Archive archive;
  private final Gate gate;
  private final Guard guard;
  private final EventDetail detail;
  private final EventWaveforms waveforms;
  private final SavedPicks saved;
  private final Solving solving;

  /// @param names under which the service may be called by who saves
  /// @param maker whose name the origins bear that saved picks become; they wait for the next run
  ///     where there is none
  public Analysis(Archive archive, Set<String> names, Gate gate, Optional<Provenance> maker) {
    String operator = System.getProperty("user.name", "not known");
    this.archive = archive;
    this.guard = new Guard(names);
    this.gate = gate;
    this.detail = new EventDetail(archive, operator, gate);
    this.waveforms = new EventWaveforms(archive, gate);
    this.saved = new SavedPicks(archive, operator);
    this.solving = new Solving(archive, gate, maker);
  }

  /// `/events/NAME`, its script, and `/api/events/NAME` with `/waveforms` and `/origins`.
  public List<Route> routes() {
    return List.of(
        Route.get("/event\\.js", (_, _) -> asset("event.js", "text/javascript; charset=utf-8")),
        Route.get(
            "/event-(maths|draw)\\.js",
            (_, parts) ->
                asset("event-" + parts.getFirst() + ".js", "text/javascript; charset=utf-8")),
        Route.get("/event\\.css", (_, _) -> asset("event.css", "text/css; charset=utf-8")),
        Route.get(
            "/events/([^/]+)", (request, parts) -> guarded(() -> page(parts.getFirst(), request))),
        Route.get(
            "/api/events/([^/]+)",
            (request, parts) -> guarded(() -> detail(parts.getFirst(), request))),
        Route.get(
            "/api/events/([^/]+)/waveforms",
            (request, parts) -> guarded(() -> waveforms(parts.getFirst(), request))),
        Route.post(
            "/api/events/([^/]+)/origins",
            (request, parts) -> guarded(() -> save(parts.getFirst(), request))));
  }

  private interface Asking {
    Answer answer() throws IOException;
  }

  private static Answer guarded(Asking asking) {
    try {
      return asking.answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer unknown(String name) {
    return Answer.of(404, Answer.TEXT, "No event is called " + name + "\n");
  }

  private Answer page(String name, Request request) throws IOException {
    Optional<EventFile> file = EventFile.find(archive, gate, request, name);
    return file.isEmpty()
        ? unknown(name)
        : Answer.of(200, Answer.HTML, EventPage.of(file.get()))
            .with("Content-Security-Policy", POLICY);
  }

  private Answer detail(String name, Request request) throws IOException {
    Optional<EventFile> file = EventFile.find(archive, gate, request, name);
    return file.isEmpty()
        ? unknown(name)
        : Json.answer(detail.of(file.get(), saved.of(file.get()), request));
  }

  private Answer waveforms(String name, Request request) throws IOException {
    Optional<EventFile> file = EventFile.find(archive, gate, request, name);
    if (file.isEmpty()) {
      return unknown(name);
    }
    Span event = file.get().holding().span();
    try {
      Moment start =
          parameter(request, "start")
              .map(Utc::parse)
              .orElse(event.start().plusNanos(-MARGIN_NANOS));
      Moment end =
          parameter(request, "end").map(Utc::parse).orElse(event.end().plusNanos(MARGIN_NANOS));
      Moment last = start.plusNanos(LONGEST_NANOS);
      return Json.answer(waveforms.of(new Span(start, end.isAfter(last) ? last : end), request));
    } catch (IllegalArgumentException e) {
      return Answer.of(400, Answer.TEXT, e.getMessage() + "\n");
    }
  }

  private static Optional<String> parameter(Request request, String name) {
    return List.of(request.rawQuery().split("&", -1)).stream()
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst();
  }

  private Answer save(String name, Request request) throws IOException {
    Optional<Answer> refusal = guard.refusal(request);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<EventFile> file = EventFile.find(archive, gate, request, name);
    if (file.isEmpty()) {
      return unknown(name);
    }
    Optional<byte[]> body = request.body().read(MAX_BODY_BYTES);
    if (body.isEmpty()) {
      return Answer.of(413, Answer.TEXT, "More than " + MAX_BODY_BYTES + " bytes\n");
    }
    return switch (saved.read(body.get(), file.get())) {
      case SavedPicks.Reading.Wrong(String sentence) ->
          Answer.of(400, Answer.TEXT, sentence + "\n");
      case SavedPicks.Reading.Picks picks -> saved(picks, file.get(), request);
    };
  }

  private Answer saved(SavedPicks.Reading.Picks picks, EventFile file, Request request)
      throws IOException {
    try {
      Map<String, Object> origin = saved.save(picks);
      return Answer.of(201, Answer.JSON, Json.text(solving.solved(origin, picks, file, request)));
    } catch (IllegalStateException e) {
      return Answer.of(
          409, Answer.TEXT, e.getMessage() + "; start it by jumelles up to save picks\n");
    }
  }

  private static Answer asset(String name, String mediaType) {
    try (InputStream in = Analysis.class.getResourceAsStream(name)) {
      byte[] bytes =
          Optional.ofNullable(in).orElseThrow(() -> new AssertionError(name)).readAllBytes();
      return Answer.of(200, mediaType, bytes).with("Cache-Control", "max-age=60");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
