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
import org.jumelles.service.access.Gate;
import org.jumelles.service.exchange.Caller;
import org.jumelles.service.access.Digest;
import org.jumelles.service.access.Users;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;

/// The four FDSN web services over one archive.
public final class Fdsn {
  /// A POST body may be so long; ten thousand lines fit in.
  private static final int MAX_BODY_BYTES = 4 << 20;

  private static final System.Logger LOG = System.getLogger(Fdsn.class.getName());

  private final Waveforms waveforms;
  private final StationMetadata stations;
  private final EventCatalogue events;
  private final AvailabilityAnswer availability;
  private final Digest digest;
  private final Supplier<Moment> clock;

  /// @param maximumAnswerBytes of waveforms; a request for more gets 413
  public Fdsn(
      Archive archive, Gate gate, Users users, long maximumAnswerBytes, Supplier<Moment> clock) {
    this.waveforms = new Waveforms(archive, gate, maximumAnswerBytes);
    this.stations = new StationMetadata(archive, clock);
    this.events = new EventCatalogue(archive, gate);
    this.availability = new AvailabilityAnswer(archive, clock);
    this.digest = new Digest(users, System::currentTimeMillis);
    this.clock = clock;
  }

  /// Every path below `/fdsnws/`.
  public List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (Dialect dialect : Dialect.values()) {
      String root = Pattern.quote(dialect.root());
      for (String name : endpoints(dialect)) {
        routes.add(Route.get(root + name, (r, _) -> answer(new Asked(dialect, name, r))));
        routes.add(Route.post(root + name, (r, _) -> answer(new Asked(dialect, name, r))));
        routes.add(Route.get(root + name + "auth", (r, _) -> proven(new Asked(dialect, name, r))));
        routes.add(Route.post(root + name + "auth", (r, _) -> proven(new Asked(dialect, name, r))));
      }
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
            (request, _) ->
                Answer.of(200, Answer.XML, list("Contributor", events.contributors(request)))));
    return routes;
  }

  private static List<String> endpoints(Dialect dialect) {
    return dialect == Dialect.AVAILABILITY ? List.of("query", "extent") : List.of("query");
  }

  /// A request to one resource of one service.
  private record Asked(Dialect dialect, String endpoint, Request request) {
    FdsnRequest parsed() {
      if (!request.method().equals("POST")) {
        return RequestGrammar.query(dialect, request.rawQuery());
      }
      byte[] body =
          request
              .body()
              .read(MAX_BODY_BYTES)
              .orElseThrow(
                  () ->
                      new RequestRefusal(
                          413, "The body is longer than " + MAX_BODY_BYTES + " bytes"));
      return RequestGrammar.body(dialect, new String(body, StandardCharsets.UTF_8));
    }
  }

  /// 401 for whoever cannot prove who they are; 403 is said later, of data that they may not have.
  private Answer proven(Asked asked) {
    Request request = asked.request();
    if (request.caller().isKnown()) {
      return answer(asked);
    }
    return switch (digest.check(
        request.header("authorization"), request.method(), request.target())) {
      case Digest.Proof.Known(Caller caller) ->
          answer(new Asked(asked.dialect(), asked.endpoint(), request.by(caller)));
      case Digest.Proof.Unknown(boolean stale) ->
          refused(
                  asked.dialect(),
                  request,
                  new RequestRefusal(
                      401, "Give a name and a password by HTTP digest; open data are at /query"))
              .with("WWW-Authenticate", String.join("\n", digest.challenges(stale)));
    };
  }

  private Answer answer(Asked asked) {
    Request request = asked.request();
    try {
      return switch (asked.parsed()) {
        case FdsnRequest.Waveforms wanted -> waveforms.answer(wanted, request);
        case FdsnRequest.Stations wanted -> stations.answer(wanted);
        case FdsnRequest.Events wanted -> events.answer(wanted, request);
        case FdsnRequest.Availabilities wanted ->
            availability.answer(wanted, asked.endpoint().equals("extent"), request.caller()::may);
      };
    } catch (RequestRefusal refusal) {
      return refused(asked.dialect(), request, refusal);
    } catch (Refusal refusal) {
      return refused(
          asked.dialect(), request, new RequestRefusal(refusal.status(), refusal.sentence()));
    } catch (java.io.IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "no answer to " + request.target(), e);
      return refused(
          asked.dialect(),
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
    return refusal.status() == 503 ? answer.with("Retry-After", "10") : answer;
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
