package org.jumelles.service.seedlink;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;

/// One client, from its first line to its last.
///
/// The thread that runs it listens; a second one sends packets once the handshake has ended, so
/// that INFO and BYE are heard meanwhile.
final class Connection implements Runnable {
  private static final System.Logger LOG = System.getLogger(Connection.class.getName());
  private static final int MAX_ERRORS = 50;

  private final Socket socket;
  private final SeedLinkServer.Shared shared;
  private final Outgoing outgoing;
  private final Lines lines;
  private final Handshake handshake;
  private final Moment since;
  private int errors;

  Connection(Socket socket, SeedLinkServer.Shared shared) throws IOException {
    this.socket = socket;
    this.shared = shared;
    this.outgoing = new Outgoing(socket.getOutputStream());
    this.lines = new Lines(socket, shared.limits().lineTime());
    this.handshake = new Handshake(station -> Inventories.knows(shared, station));
    this.since = shared.clock().get();
  }

  @Override
  public void run() {
    try (socket) {
      Optional<Reaction.Transfer> transfer = shake();
      if (transfer.isPresent()) {
        transfer(transfer.get().dialUp());
      }
    } catch (IOException _) {
      // the client is gone; its number brings it back to where it was
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "a SeedLink connection ended", e);
    }
  }

  /// Until the client asks for data, hangs up, or is sent away.
  private Optional<Reaction.Transfer> shake() throws IOException {
    long deadline = System.nanoTime() + shared.limits().handshakeTime().toNanos();
    while (errors < MAX_ERRORS && System.nanoTime() < deadline) {
      Reaction reaction =
          switch (lines.next(shared.limits().idleTime())) {
            case Lines.Heard.Gone() -> new Reaction.Bye();
            case Lines.Heard.Nonsense(String what) ->
                handshake.error(ProtocolRefusal.arguments(what));
            case Lines.Heard.Line(String text) -> handshake.take(text);
          };
      switch (reaction) {
        case Reaction.Transfer transfer -> {
          return Optional.of(transfer);
        }
        case Reaction.Bye() -> {
          return Optional.empty();
        }
        case Reaction.Say(String line) -> say(line);
        case Reaction.Greet() -> {
          outgoing.line(shared.inventory().software());
          outgoing.line(shared.inventory().organization());
        }
        case Reaction.Inform inform -> inform(inform);
        case Reaction.Silent() -> {}
      }
    }
    return Optional.empty();
  }

  private void say(String line) throws IOException {
    errors += line.startsWith("ERROR") ? 1 : 0;
    outgoing.line(line);
  }

  private void transfer(boolean dialUp) throws IOException {
    Thread sender =
        Thread.ofVirtual()
            .name("seedlink-send")
            .start(
                () -> {
                  try {
                    new Sender(shared, handshake, outgoing).send(dialUp);
                    // END is sent: the client hangs up, or is hung up on.
                    Thread.sleep(shared.limits().lineTime());
                    closeQuietly();
                  } catch (NoSuchFileException e) {
                    LOG.log(System.Logger.Level.WARNING, "a file went away while it was sent", e);
                    closeQuietly();
                  } catch (IOException | InterruptedException _) {
                    closeQuietly();
                  } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.ERROR, "records could not be sent", e);
                    closeQuietly();
                  }
                });
    try {
      listen(sender);
    } finally {
      sender.interrupt();
    }
  }

  /// In the transfer phase INFO and BYE are followed, and nothing else is.
  private void listen(Thread sender) throws IOException {
    while (true) {
      Lines.Heard heard = lines.next(sender.isAlive() ? Duration.ZERO : shared.limits().lineTime());
      switch (heard) {
        case Lines.Heard.Gone() -> {
          return;
        }
        case Lines.Heard.Nonsense _ -> errors++;
        case Lines.Heard.Line(String text) -> {
          switch (handshake.take(text)) {
            case Reaction.Inform inform -> {
              if (sender.isAlive()) {
                inform(inform);
              }
            }
            case Reaction.Bye() -> {
              return;
            }
            case Reaction.Say _, Reaction.Greet _, Reaction.Transfer _, Reaction.Silent _ ->
                errors++;
          }
        }
      }
      if (errors > MAX_ERRORS) {
        return;
      }
    }
  }

  private void inform(Reaction.Inform inform) throws IOException {
    if (handshake.version() == 3) {
      Optional<String> xml =
          shared.inventory().xml(inform.item(), shared.shown(), shared.clients());
      String text = xml.orElse("no such INFO item: " + shown(inform.item()));
      for (byte[] packet : Packets.info3(text, xml.isEmpty(), shared.clock().get())) {
        outgoing.packet(packet);
      }
    } else {
      boolean known = Inventory.ITEMS_4.contains(inform.item());
      Map<String, Object> document =
          known
              ? shared
                  .inventory()
                  .json(inform.item(), inform.patterns(), shared.shown(), shared.clients())
              : shared.inventory().error("ARGUMENTS", "no such INFO item: " + shown(inform.item()));
      outgoing.packet(Packets.info4(Inventory.text(document), !known));
    }
    outgoing.flush();
  }

  private static String shown(String item) {
    return item.length() > 20 ? item.substring(0, 20) + "..." : item;
  }

  Inventory.Client client() {
    return new Inventory.Client(
        socket.getInetAddress().getHostAddress(),
        since,
        handshake.agent(),
        handshake.version(),
        outgoing.packets());
  }

  /// Hangs up on a client that has taken nothing for too long.
  void closeIfStuck() {
    if (outgoing.stuckNanos() > shared.limits().writeTime().toNanos()) {
      closeQuietly();
    }
  }

  void closeQuietly() {
    try {
      socket.close();
    } catch (IOException _) {
      // it is gone, which is what was wanted
    }
  }

  /// What is asked of the inventory during a handshake.
  private static final class Inventories {
    private Inventories() {}

    static boolean knows(SeedLinkServer.Shared shared, Glob station) {
      List<String> keys;
      try {
        keys =
            shared.backlog().shown(shared.board().now()).stretches().stream()
                .map(s -> s.key())
                .distinct()
                .toList();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return station.hasWildcard()
          || keys.stream().anyMatch(key -> station.matches(StreamName.of(key).station()));
    }
  }
}
