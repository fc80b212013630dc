package org.jumelles.service.seedlink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jumelles.archive.Archive;
import org.jumelles.archive.journal.Journal;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.access.Gate;

/// A SeedLink server over an archive and its journal; closing it hangs up on everybody.
public final class SeedLinkServer implements AutoCloseable {
  /// The port of [FDSN-SeedLink4] for connections in the clear.
  public static final int DEFAULT_PORT = 18_000;

  private static final System.Logger LOG = System.getLogger(SeedLinkServer.class.getName());

  private final ServerSocket socket;
  private final Shared shared;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

  private SeedLinkServer(ServerSocket socket, Archive archive, Gate gate, Limits limits)
      throws IOException {
    this.socket = socket;
    Backlog backlog = new Backlog(archive, gate);
    this.shared =
        new Shared(
            backlog,
            new Board(backlog),
            new Inventory(
                "SeedLink v4.0 (Jumelles/0.1.0) :: SLPROTO:3.1 SLPROTO:4.0 TIME SEQWILDCARD",
                "Jumelles",
                now()),
            limits,
            SeedLinkServer::now,
            () -> connections.stream().map(Connection::client).toList());
  }

  /// How long a client may take, and how many there may be.
  ///
  /// @param lineTime from a line's first byte to its last
  /// @param idleTime from line to line
  /// @param handshakeTime from the first line to the first packet
  /// @param writeTime that a client may take nothing of what is sent
  /// @param lookTime from one look for new records to the next
  public record Limits(
      int connections,
      Duration lineTime,
      Duration idleTime,
      Duration handshakeTime,
      Duration writeTime,
      Duration lookTime) {
    public static final Limits USUAL =
        new Limits(
            200,
            Duration.ofSeconds(20),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(2),
            Duration.ofMillis(250));
  }

  /// What all connections use.
  record Shared(
      Backlog backlog,
      Board board,
      Inventory inventory,
      Limits limits,
      Supplier<Moment> clock,
      Supplier<List<Inventory.Client>> everybody) {
    /// The last view, as far as anybody may know of it.
    Journal.View shown() {
      return backlog.shown(board.latest());
    }

    List<Inventory.Client> clients() {
      return everybody.get();
    }
  }

  /// Listens on 127.0.0.1.
  ///
  /// @param port zero for any free one
  public static SeedLinkServer start(Archive archive, int port) throws IOException {
    return start(archive, "127.0.0.1", port, Limits.USUAL);
  }

  public static SeedLinkServer start(Archive archive, String host, int port, Limits limits)
      throws IOException {
    return start(archive, new Gate(archive, SeedLinkServer::now), host, port, limits);
  }

  /// @param gate that knows what anybody may have
  public static SeedLinkServer start(
      Archive archive, Gate gate, String host, int port, Limits limits) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port), 50);
      SeedLinkServer server = new SeedLinkServer(socket, archive, gate, limits);
      Thread.ofVirtual().name("seedlink-accept").start(server::accept);
      Thread.ofVirtual().name("seedlink-look").start(server::look);
      return server;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /// How many numbers of records were held back from clients that wanted them, so far.
  public long withheld() {
    return shared.backlog().withheld();
  }

  public int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        take(socket.accept());
      } catch (SocketException _) {
        // closed, or one client less
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "a client could not be taken", e);
      }
    }
  }

  private void take(Socket client) throws IOException {
    if (connections.size() >= shared.limits().connections()) {
      try (client) {
        client
            .getOutputStream()
            .write("ERROR LIMIT too many clients\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      return;
    }
    client.setTcpNoDelay(true);
    client.setKeepAlive(true);
    Connection connection = new Connection(client, shared);
    connections.add(connection);
    Thread.ofVirtual()
        .name("seedlink-listen")
        .start(
            () -> {
              try {
                connection.run();
              } finally {
                connections.remove(connection);
              }
            });
  }

  private void look() {
    while (!socket.isClosed()) {
      if (!connections.isEmpty()) {
        shared.board().look();
        connections.forEach(Connection::closeIfStuck);
      }
      try {
        Thread.sleep(shared.limits().lookTime());
      } catch (InterruptedException _) {
        return;
      }
    }
  }

  private static Moment now() {
    Instant now = Instant.now();
    return Utc.ofUnixNanos(now.getEpochSecond() * 1_000_000_000L + now.getNano());
  }

  @Override
  public void close() throws IOException {
    socket.close();
    connections.forEach(Connection::closeQuietly);
  }
}
