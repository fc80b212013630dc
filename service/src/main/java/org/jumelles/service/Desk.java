package org.jumelles.service;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Caller;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes;
import org.jumelles.service.exchange.Trail;

/// Takes what the server heard to the door as a request, and sends the answer.
///
/// @param patience with a body
/// @param places for requests that are answered at the same time
record Desk(Routes routes, Door door, Proxy proxy, Duration patience, Semaphore places) {
  void answer(ServerRequest request, ServerResponse response) throws IOException {
    Line line = Line.here();
    line.asked();
    try {
      answer(request, response, line);
    } finally {
      line.answered();
    }
  }

  private void answer(ServerRequest request, ServerResponse response, Line line)
      throws IOException {
    if (!places.tryAcquire()) {
      send(
          response,
          Answer.of(503, Answer.TEXT, "Too many requests at once; try again shortly\n")
              .with("Retry-After", "2"),
          false,
          line);
      return;
    }
    try {
      String peer = request.remotePeer().host();
      SlowBody body = body(request, line);
      Request question = question(request, peer, body);
      Answer answer = door.answer(question, proxy.client(question.headers(), peer), routes);
      send(response, answer, question.method().equals("HEAD"), line);
      if (!goesOn(request, question, body)) {
        // The server says so in its answer, but keeps the socket unless it is told this way.
        throw new CloseConnectionException("no more is wanted, or no end comes");
      }
    } finally {
      places.release();
    }
  }

  private Request question(ServerRequest request, String peer, SlowBody body) {
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
        body,
        Caller.NOBODY,
        new Trail(),
        proxy.base(headers, peer));
  }

  private SlowBody body(ServerRequest request, Line line) {
    boolean any = request.content().hasEntity();
    return new SlowBody(
        any ? () -> line.heard(request.content().inputStream()) : InputStream::nullInputStream,
        patience);
  }

  /// Whether the connection is good for another request.
  private static boolean goesOn(ServerRequest request, Request question, SlowBody body) {
    if (question.header("connection").map("close"::equalsIgnoreCase).orElse(false)) {
      return false;
    }
    boolean waits = question.header("expect").isPresent() && !request.content().consumed();
    return !waits && body.finish();
  }

  private static void send(ServerResponse response, Answer answer, boolean head, Line line)
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
      line.take(response::send);
      return;
    }
    switch (answer.content()) {
      case Answer.Content.Whole(byte[] bytes) when bytes.length <= Line.PIECE_BYTES ->
          line.take(() -> response.send(bytes));
      case Answer.Content.Whole(byte[] bytes) ->
          stream(response, size, out -> out.write(bytes), line);
      case Answer.Content.Streamed(OptionalLong _, Answer.Writing writing) ->
          stream(response, size, writing, line);
    }
  }

  private static void stream(
      ServerResponse response, OptionalLong size, Answer.Writing writing, Line line)
      throws IOException {
    size.ifPresent(response::contentLength);
    // Closed after success only: to close it after a failure would end the answer as if whole.
    OutputStream out = line.taken(response.outputStream());
    writing.to(out);
    out.close();
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
