package org.jumelles.service.seedlink;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// One connection to a SeedLink server: version 4 where it offers that, else version 3.
///
/// Nothing that a server says is trusted: a line has at most 4 KiB, a record at most 10 MiB, and a
/// packet that is none ends the connection with an error.
public final class SeedLinkClient implements AutoCloseable {
  private static final int MAX_LINE_BYTES = 4096;
  private static final int MAX_PAYLOAD_BYTES = 10 << 20;
  private static final int SILENCES = 3;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String software;
  private final int version;

  private SeedLinkClient(Socket socket, int wanted) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    this.out = socket.getOutputStream();
    send("HELLO");
    this.software = line();
    line();
    boolean offers4 = Arrays.asList(software.split(" ", -1)).contains("SLPROTO:4.0");
    if (wanted == 4 && !offers4) {
      throw new IOException("the server does not offer version 4: " + shown(software));
    }
    this.version = wanted == 0 ? (offers4 ? 4 : 3) : wanted;
    if (version == 4) {
      ask("SLPROTO 4.0");
      ask("USERAGENT jumelles/0.1.0");
    }
  }

  /// What is wanted of stations.
  ///
  /// @param station pattern over `NET_STA`
  /// @param selectors in the words of the version that is spoken; none for every stream
  /// @param from the first number wanted; empty for all that is there
  public record Wish(
      String station,
      List<String> selectors,
      OptionalLong from,
      Optional<Moment> start,
      Optional<Moment> end) {
    public Wish {
      selectors = List.copyOf(selectors);
    }

    public static Wish all(String station) {
      return new Wish(station, List.of(), OptionalLong.empty(), Optional.empty(), Optional.empty());
    }
  }

  /// A record as it came.
  ///
  /// @param number in version 3 its low 24 bits
  /// @param station `NET_STA`; empty in version 3, whose packets do not tell it
  @SuppressWarnings("ArrayRecordComponent") // shared, not copied, and never a key
  public record Packet(long number, String station, byte[] record) {}

  /// Takes packets; what it throws ends the connection.
  @FunctionalInterface
  public interface Receiver {
    void take(Packet packet) throws IOException;
  }

  /// @param version 3, 4, or 0 for the newest that the server offers
  /// @param silence after so long without a packet the server is asked whether it is there
  public static SeedLinkClient connect(String host, int port, int version, Duration silence)
      throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), 10_000);
      socket.setSoTimeout(Math.toIntExact(silence.toMillis()));
      socket.setKeepAlive(true);
      return new SeedLinkClient(socket, version);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  public int version() {
    return version;
  }

  /// The first line of the server's HELLO.
  public String software() {
    return software;
  }

  /// Asks for records, and hands them on until the server has no more (`dialUp`), or for ever.
  ///
  /// @throws IOException where a request is refused, the line breaks, or the server talks nonsense
  public void receive(List<Wish> wishes, boolean dialUp, Receiver receiver) throws IOException {
    for (Wish wish : wishes) {
      request(wish, dialUp);
    }
    send(dialUp && version == 4 ? "ENDFETCH" : "END");
    while (true) {
      byte[] signature = bytes(2);
      if (signature[0] == 'E' && signature[1] == 'N') {
        expect(bytes(1)[0] == 'D', "END");
        return;
      }
      expect(signature[0] == 'S', "a packet");
      Optional<Packet> packet =
          version == 4 ? packet4(signature[1] == 'E') : packet3(signature[1] == 'L');
      if (packet.isPresent()) {
        receiver.take(packet.get());
      }
    }
  }

  /// The text of an INFO answer, before any data are asked for.
  public String info(String item) throws IOException {
    send("INFO " + item);
    if (version == 4) {
      expect(Arrays.equals(bytes(2), new byte[] {'S', 'E'}), "an INFO packet");
      Frame frame = frame();
      return new String(frame.payload, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    boolean more = true;
    while (more) {
      String head = new String(bytes(Packets.HEAD_3_BYTES), StandardCharsets.US_ASCII);
      expect(head.startsWith("SLINFO"), "an INFO packet");
      more = head.endsWith("*");
      text.append(LogText.of(bytes(Backlog.RECORD_3_BYTES)));
      expect(text.length() <= MAX_PAYLOAD_BYTES, "an INFO answer of some size");
    }
    return text.toString();
  }

  private void request(Wish wish, boolean dialUp) throws IOException {
    if (version == 4) {
      ask("STATION " + wish.station);
    } else {
      int bar = wish.station.indexOf('_');
      ask(
          bar < 0
              ? "STATION " + wish.station
              : "STATION "
                  + wish.station.substring(bar + 1)
                  + " "
                  + wish.station.substring(0, bar));
    }
    for (String selector : wish.selectors) {
      ask("SELECT " + selector);
    }
    ask(version == 4 ? data4(wish) : data3(wish, dialUp));
  }

  private static String data4(Wish wish) {
    String from = wish.from.isPresent() ? Long.toString(wish.from.getAsLong()) : "ALL";
    return "DATA " + from + wish.start.map(t -> " " + Utc.text(t)).orElse("") + end4(wish);
  }

  private static String end4(Wish wish) {
    if (wish.end.isEmpty()) {
      return "";
    }
    String start = wish.start.isEmpty() ? " 1970-01-01T00:00:00Z" : "";
    return start + " " + Utc.text(wish.end.get());
  }

  private static String data3(Wish wish, boolean dialUp) {
    String verb = dialUp ? "FETCH" : "DATA";
    if (wish.start.isPresent() || wish.end.isPresent()) {
      String start = wish.start.map(ProtocolWords::time3).orElse("1970,01,01,00,00,00");
      String end = wish.end.map(t -> " " + ProtocolWords.time3(t)).orElse("");
      return wish.from.isPresent()
          ? verb + " " + ProtocolWords.number3(wish.from.getAsLong()) + " " + start + end
          : "TIME " + start + end;
    }
    return wish.from.isPresent()
        ? verb + " " + ProtocolWords.number3(wish.from.getAsLong())
        : verb + (dialUp ? "" : " 000000");
  }

  private Optional<Packet> packet3(boolean legacy) throws IOException {
    expect(legacy, "a packet of version 3");
    String head = new String(bytes(6), StandardCharsets.US_ASCII);
    byte[] record = bytes(Backlog.RECORD_3_BYTES);
    if (head.startsWith("INFO")) {
      return Optional.empty();
    }
    expect(head.matches("[0-9A-Fa-f]{6}"), "a number of six hexadecimal digits");
    return Optional.of(new Packet(Long.parseLong(head, 16), "", record));
  }

  private Optional<Packet> packet4(boolean extended) throws IOException {
    expect(extended, "a packet of version 4");
    Frame frame = frame();
    return frame.format == 'J'
        ? Optional.empty()
        : Optional.of(new Packet(frame.number, frame.station, frame.payload));
  }

  @SuppressWarnings("ArrayRecordComponent") // never a key
  private record Frame(char format, long number, String station, byte[] payload) {}

  private Frame frame() throws IOException {
    ByteBuffer head =
        ByteBuffer.wrap(bytes(Packets.HEAD_4_BYTES - 2)).order(ByteOrder.LITTLE_ENDIAN);
    char format = (char) head.get(0);
    int length = head.getInt(2);
    expect(length >= 0 && length <= MAX_PAYLOAD_BYTES, "a payload of at most 10 MiB");
    String station = new String(bytes(Byte.toUnsignedInt(head.get(14))), StandardCharsets.UTF_8);
    return new Frame(format, head.getLong(6), station, bytes(length));
  }

  private void ask(String command) throws IOException {
    send(command);
    String reply = line();
    if (!reply.equals("OK")) {
      throw new IOException("the server answers '" + shown(reply) + "' to '" + command + "'");
    }
  }

  private void send(String command) throws IOException {
    out.write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = bytes(1)[0]; b != '\n'; b = bytes(1)[0]) {
      expect(line.length() < MAX_LINE_BYTES, "a line of at most " + MAX_LINE_BYTES + " bytes");
      line.append((char) (b & 0xFF));
    }
    return line.toString().strip();
  }

  /// Reads on over silences, asking each time whether the server is still there.
  private byte[] bytes(int count) throws IOException {
    byte[] bytes = new byte[count];
    int silences = 0;
    for (int at = 0; at < count; ) {
      try {
        int read = in.read(bytes, at, count - at);
        if (read < 0) {
          throw new EOFException("the server hung up");
        }
        at += read;
        silences = 0;
      } catch (SocketTimeoutException e) {
        if (++silences == SILENCES) {
          throw new IOException("the server has said nothing for too long", e);
        }
        send("INFO ID");
      }
    }
    return bytes;
  }

  private static void expect(boolean holds, String what) throws IOException {
    if (!holds) {
      throw new IOException("the server did not send " + what);
    }
  }

  private static String shown(String text) {
    String printable = text.replaceAll("[^\\x20-\\x7E]", "?");
    return printable.length() > 80 ? printable.substring(0, 80) + "..." : printable;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
