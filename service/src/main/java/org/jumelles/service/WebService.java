package org.jumelles.service;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jumelles.archive.Archive;
import org.jumelles.service.exchange.Routes;

/// A running server; closing it lets answers under way finish for a moment, then frees the port.
public final class WebService implements AutoCloseable {
  /// Longer paths and headers are of nobody in good faith.
  private static final int MAX_LINE_BYTES = 8192;

  private static final int MAX_HEADER_BYTES = 16_384;

  /// Open at the same time, for each request that may be answered: each is a descriptor, and the
  /// server ends where there are no more of them.
  private static final int LINES_PER_REQUEST = 16;

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
    return start(
        address, SiteMap.routes(archive, address, conduct, door, health), door, conduct.proxy());
  }

  private static WebService start(Address address, Routes routes, Door door, Proxy proxy)
      throws IOException {
    requireFree(address);
    Semaphore places = new Semaphore(address.maximumRequests());
    Desk desk = new Desk(routes, door, proxy, address.patience(), places);
    HttpRouting.Builder routing = HttpRouting.builder().any(desk::answer);
    WebServer server =
        WebServer.builder()
            .host(address.host())
            .port(address.port())
            .shutdownHook(false)
            .maxTcpConnections(LINES_PER_REQUEST * address.maximumRequests())
            .idleConnectionTimeout(Duration.ZERO)
            .idleConnectionPeriod(address.patience().dividedBy(4))
            .shutdownGracePeriod(Duration.ofSeconds(1))
            .maxPayloadSize(64L << 20)
            .protocolsDiscoverServices(false)
            .addConnectionSelector(new Line.Selector(http(), address.patience()))
            .routing(routing)
            .build();
    server.start();
    if (!server.isRunning()) {
      throw taken(address);
    }
    return new WebService(server, door);
  }

  private static Http1ConnectionSelector http() {
    return Http1ConnectionSelector.builder()
        .config(
            Http1Config.builder()
                .maxPrologueLength(MAX_LINE_BYTES)
                .maxHeadersSize(MAX_HEADER_BYTES)
                .build())
        .build();
  }

  /// The server only logs that it could not listen, and would leave its caller waiting.
  private static void requireFree(Address address) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address.host(), address.port()));
    } catch (BindException e) {
      BindException clear = taken(address);
      clear.initCause(e);
      throw clear;
    }
  }

  private static BindException taken(Address address) {
    return new BindException(
        "nothing can listen on "
            + address.host()
            + " port "
            + address.port()
            + ": another program does, or it is no address of this machine, or not allowed");
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
}
