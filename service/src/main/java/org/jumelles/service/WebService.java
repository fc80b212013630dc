package org.jumelles.service;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
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
import org.jumelles.service.exchange.Caller;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes;

/// A running server; closing it lets answers under way finish for a moment, then frees the port.
public final class WebService implements AutoCloseable {
  /// Longer paths and headers are of nobody in good faith.
  private static final int MAX_LINE_BYTES = 8192;

  private static final int MAX_HEADER_BYTES = 16_384;

  private final WebServer server;
  private final Door door;

  private WebService(WebServer server, Door door) {
    this.server = server;
    this.door = door;
  }

  /// Serves an archive, which stays the caller's to close, after the service.
  public static WebService start(Archive archive, Address address) throws IOException {
    return start(archive, address, Conduct.usual());
  }

  public static WebService start(Archive archive, Address address, Conduct conduct)
      throws IOException {
    Health health = new Health(archive);
    Door door = new Door(archive, conduct, health);
    return start(address, SiteMap.routes(archive, address, conduct, door, health), door);
  }

  private static WebService start(Address address, Routes routes, Door door) {
    Semaphore places = new Semaphore(address.maximumRequests());
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .any((request, response) -> answer(request, response, routes, door, places));
    WebServer server =
        WebServer.builder()
            .host(address.host())
            .port(address.port())
            .shutdownHook(false)
            .idleConnectionTimeout(Duration.ofMinutes(1))
            .shutdownGracePeriod(Duration.ofSeconds(1))
            .maxPayloadSize(64L << 20)
            .addProtocol(
                Http1Config.builder()
                    .maxPrologueLength(MAX_LINE_BYTES)
                    .maxHeadersSize(MAX_HEADER_BYTES)
                    .build())
            .routing(routing)
            .build();
    server.start();
    return new WebService(server, door);
  }

  /// The port that is listened on; another than was asked for where that was zero.
  public int port() {
    return server.port();
  }

  @Override
  public void close() throws IOException {
    server.stop();
    door.close();
  }

  private static void answer(
      ServerRequest request, ServerResponse response, Routes routes, Door door, Semaphore places)
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
      Answer answer = door.answer(question, request.remotePeer().host(), routes);
      send(response, answer, question.method().equals("HEAD"));
      if (question.header("connection").map("close"::equalsIgnoreCase).orElse(false)) {
        // The server says so in its answer, but keeps the socket unless it is told this way.
        throw new CloseConnectionException("the client asked for it");
      }
    } finally {
      places.release();
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
        limit -> body(request, limit),
        Caller.NOBODY);
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

  /// What every answer carries: no sniffing, no frames, no script but our own files, nothing from
  /// elsewhere.
  private static void secured(ServerResponse response) {
    response.header("X-Content-Type-Options", "nosniff");
    response.header("X-Frame-Options", "DENY");
    response.header("Referrer-Policy", "no-referrer");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  }
}
