package org.jumelles.service;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.jumelles.archive.Archive;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes;

/// A running server; closing it lets answers under way finish for a moment, then frees the port.
public final class WebService implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WebService.class.getName());

  private final WebServer server;

  private WebService(WebServer server) {
    this.server = server;
  }

  /// Serves an archive, which stays the caller's to close, after the service.
  public static WebService start(Archive archive, Address address) {
    Health health = new Health();
    return start(address, SiteMap.routes(archive, address, health), health);
  }

  private static WebService start(Address address, Routes routes, Health health) {
    Semaphore places = new Semaphore(address.maximumRequests());
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .any((request, response) -> answer(request, response, routes, health, places));
    WebServer server =
        WebServer.builder()
            .host(address.host())
            .port(address.port())
            .shutdownHook(false)
            .idleConnectionTimeout(Duration.ofMinutes(1))
            .shutdownGracePeriod(Duration.ofSeconds(1))
            .maxPayloadSize(64L << 20)
            .routing(routing)
            .build();
    server.start();
    return new WebService(server);
  }

  /// The port that is listened on; another than was asked for where that was zero.
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void answer(
      ServerRequest request,
      ServerResponse response,
      Routes routes,
      Health health,
      Semaphore places)
      throws IOException {
    if (!places.tryAcquire()) {
      send(
          response,
          Answer.of(503, Answer.TEXT, "Too many requests at once; try again shortly\n")
              .with("Retry-After", "2"),
          false);
      return;
    }
    try {
      Request question = question(request);
      Answer answer = health.counted(answerTo(question, routes));
      send(response, answer, question.method().equals("HEAD"));
    } finally {
      places.release();
    }
  }

  private static Answer answerTo(Request question, Routes routes) {
    try {
      return routes.answer(question);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "no answer to " + question.target(), e);
      return Answer.of(500, Answer.TEXT, "An error inside the service; its log tells more\n");
    }
  }

  private static Request question(ServerRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .forEach(
            header ->
                headers.put(
                    header.headerName().lowerCase(), String.join(", ", header.allValues())));
    return new Request(
        request.prologue().method().text().toUpperCase(Locale.ROOT),
        request.path().path(),
        request.prologue().hasQuery() ? request.query().rawValue() : "",
        headers,
        limit -> body(request, limit));
  }

  private static Optional<byte[]> body(ServerRequest request, int limitBytes) {
    if (!request.content().hasEntity()) {
      return Optional.of(new byte[0]);
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] bytes = in.readNBytes(limitBytes + 1);
      return bytes.length > limitBytes ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(ServerResponse response, Answer answer, boolean head)
      throws IOException {
    response.status(Status.create(answer.status()));
    secured(response);
    answer.headers().forEach((name, value) -> response.header(name, value.split("\n", -1)));
    if (!answer.mediaType().isEmpty()) {
      response.header(HeaderNames.CONTENT_TYPE, answer.mediaType());
    }
    OptionalLong size = answer.sizeBytes();
    if (head) {
      size.ifPresent(response::contentLength);
      response.send();
      return;
    }
    switch (answer.content()) {
      case Answer.Content.Whole(byte[] bytes) -> response.send(bytes);
      case Answer.Content.Streamed(OptionalLong known, Answer.Writing writing) -> {
        known.ifPresent(response::contentLength);
        // Closed after success only: to close it after a failure would end the answer as if whole.
        OutputStream out = response.outputStream();
        writing.to(out);
        out.close();
      }
    }
  }

  /// What every answer carries: no sniffing, no frames, nothing from elsewhere, no script in a
  /// page.
  private static void secured(ServerResponse response) {
    response.header("X-Content-Type-Options", "nosniff");
    response.header("X-Frame-Options", "DENY");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  }
}
