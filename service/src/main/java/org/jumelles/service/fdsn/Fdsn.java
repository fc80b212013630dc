package org.jumelles.service.fdsn;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jumelles.archive.Archive;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;

/// The three FDSN web services over one archive.
public final class Fdsn {
  /// A POST body may be so long; ten thousand lines fit in.
  private static final int MAX_BODY_BYTES = 4 << 20;

  private static final System.Logger LOG = System.getLogger(Fdsn.class.getName());

  private final Waveforms waveforms;
  private final StationMetadata stations;
  private final EventCatalogue events;
  private final Supplier<Moment> clock;

  /// @param maximumAnswerBytes of waveforms; a request for more gets 413
  public Fdsn(Archive archive, long maximumAnswerBytes, Supplier<Moment> clock) {
    this.waveforms = new Waveforms(archive, maximumAnswerBytes);
    this.stations = new StationMetadata(archive, clock);
    this.events = new EventCatalogue(archive);
    this.clock = clock;
  }

  /// Every path below `/fdsnws/`.
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      String root = Pattern.quote(dialect.root());
      routes.add(Route.get(root + "query", (request, _) -> query(dialect, request)));
      routes.add(Route.post(root + "query", (request, _) -> posted(dialect, request)));
      routes.add(Route.get(root + "queryauth", (request, _) -> locked(dialect, request)));
      routes.add(Route.post(root + "queryauth", (request, _) -> locked(dialect, request)));
      routes.add(
          Route.get(
              root + "version", (_, _) -> Answer.of(200, Answer.TEXT, dialect.version() + "\n")));
      routes.add(
          Route.get(
              root + "application\\.wadl",
              (request, _) -> Answer.of(200, Answer.XML, Wadl.of(dialect, request.base()))));
      routes.add(Route.get(root + "?", (_, _) -> Answer.of(200, Answer.HTML, Wadl.usage(dialect))));
    }
    String event = Pattern.quote(Dialect.EVENT.root());
    routes.add(
        Route.get(
            event + "catalogs",
            (_, _) -> Answer.of(200, Answer.XML, list("Catalog", events.catalogs()))));
    routes.add(
        Route.get(
            event + "contributors",
            (_, _) -> Answer.of(200, Answer.XML, list("Contributor", events.contributors()))));
    return routes;
  }

  private Answer query(Dialect dialect, Request request) {
    return guarded(dialect, request, () -> RequestGrammar.query(dialect, request.rawQuery()));
  }

  private Answer posted(Dialect dialect, Request request) {
    return guarded(
        dialect,
        request,
        () -> {
          byte[] body =
              request
                  .body()
                  .read(MAX_BODY_BYTES)
                  .orElseThrow(
                      () ->
                          new RequestRefusal(
                              413, "The body is longer than " + MAX_BODY_BYTES + " bytes"));
          return RequestGrammar.body(dialect, new String(body, StandardCharsets.UTF_8));
        });
  }

  /// Accounts are not kept yet, so that nobody can be let in here, and nothing is kept back.
  private Answer locked(Dialect dialect, Request request) {
    return refused(
        dialect,
        request,
        new RequestRefusal(
            401, "Authenticated access is not available here; open data are at /query"));
  }

  private Answer guarded(Dialect dialect, Request request, Supplier<FdsnRequest> parsing) {
    try {
      return switch (parsing.get()) {
        case FdsnRequest.Waveforms wanted -> waveforms.answer(wanted);
        case FdsnRequest.Stations wanted -> stations.answer(wanted);
        case FdsnRequest.Events wanted -> events.answer(wanted);
      };
    } catch (RequestRefusal refusal) {
      return refused(dialect, request, refusal);
    } catch (java.io.IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "no answer to " + request.target(), e);
      return refused(
          dialect,
          request,
          new RequestRefusal(500, "An error inside the service; its log tells more"));
    }
  }

  private Answer refused(Dialect dialect, Request request, RequestRefusal refusal) {
    if (refusal.status() == 204) {
      return Answer.empty(204);
    }
    String text =
        ErrorText.of(
            dialect,
            refusal.status(),
            refusal.sentence(),
            request.base(),
            request.target(),
            clock.get());
    Answer answer = Answer.of(refusal.status(), Answer.TEXT, text);
    return switch (refusal.status()) {
      case 401 -> answer.with("WWW-Authenticate", "Digest realm=\"FDSN\", nonce=\"none\"");
      case 503 -> answer.with("Retry-After", "10");
      default -> answer;
    };
  }

  private static String list(String name, List<String> items) {
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + name + "s>\n");
    xml.append("  <total>").append(items.size()).append("</total>\n");
    for (String item : items) {
      xml.append("  <" + name + ">")
          .append(org.jumelles.service.exchange.Markup.escaped(item))
          .append("</" + name + ">\n");
    }
    return xml.append("</" + name + "s>\n").toString();
  }

  /// An instant without its `Z`, as the text formats of the specification have it.
  static String plainTime(Optional<Moment> moment) {
    return moment
        .filter(when -> !when.equals(Moment.MAX) && !when.equals(Moment.MIN))
        .map(Utc::text)
        .map(text -> text.substring(0, text.length() - 1))
        .orElse("");
  }
}
