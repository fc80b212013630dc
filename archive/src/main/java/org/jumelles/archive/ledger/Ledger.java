package org.jumelles.archive.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.store.Durable;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.time.Moment;

/// The file of a ledger. Callers take care that one of them appends at a time.
public final class Ledger {
  private static final String NOTHING_BEFORE = "0".repeat(64);

  private final Path file;

  public Ledger(Path file) {
    this.file = file;
  }

  /// The last entry that somebody knows of, and where its line ends.
  public record End(long sequence, String hash, long endByte) {
    public static final End NONE = new End(0, NOTHING_BEFORE, 0);
  }

  /// An entry with the byte at which its line ends.
  public record Line(LedgerEntry entry, long endByte) {
    public End end() {
      return new End(entry.sequence(), entry.hash(), endByte);
    }
  }

  /// What is to be recorded.
  public record Note(String author, String kind, Map<String, String> body) {}

  public Path file() {
    return file;
  }

  public long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /// The whole lines after an end, each checked against its own hash and the one before.
  ///
  /// @throws MalformedDataException where the chain is broken
  public List<Line> after(End end) throws IOException {
    if (!Files.exists(file)) {
      if (end.endByte() > 0) {
        throw LedgerLine.malformed(file.toString(), 0, "file", "it is missing");
      }
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      if (in.size() < end.endByte()) {
        throw LedgerLine.malformed(
            file.toString(),
            in.size(),
            "file",
            "it ends before byte " + end.endByte() + ", where it once ended");
      }
      byte[] rest = new byte[Math.toIntExact(in.size() - end.endByte())];
      ByteBuffer buffer = ByteBuffer.wrap(rest);
      while (buffer.hasRemaining() && in.read(buffer, end.endByte() + buffer.position()) >= 0) {}
      End last = end;
      for (int from = 0, to = lineEnd(rest, 0); to >= 0; from = to, to = lineEnd(rest, from)) {
        Line line = line(rest, from, to, last);
        lines.add(line);
        last = line.end();
      }
    }
    return lines;
  }

  private Line line(byte[] rest, int from, int to, End last) {
    byte[] bytes = java.util.Arrays.copyOfRange(rest, from, to - 1);
    LedgerEntry entry = LedgerLine.read(bytes, file.toString(), last.endByte());
    if (entry.sequence() != last.sequence() + 1 || !entry.previous().equals(last.hash())) {
      throw LedgerLine.malformed(
          file.toString(),
          last.endByte(),
          "previous",
          "entry " + entry.sequence() + " does not follow entry " + last.sequence());
    }
    return new Line(entry, last.endByte() + (to - from));
  }

  /// Just after the next line feed, or -1.
  private static int lineEnd(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  /// Adds entries after the last and flushes them; a torn line that a killed writer left is cut
  /// off.
  public List<Line> append(End last, Moment time, List<Note> notes) throws IOException {
    List<Line> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    End end = last;
    for (Note note : notes) {
      LedgerEntry open =
          new LedgerEntry(
              end.sequence() + 1, end.hash(), time, note.author(), note.kind(), note.body(), "");
      LedgerEntry entry =
          new LedgerEntry(
              open.sequence(),
              open.previous(),
              time,
              open.author(),
              open.kind(),
              open.body(),
              LedgerLine.hashed(open));
      String line = LedgerLine.of(entry) + "\n";
      int length = line.getBytes(StandardCharsets.UTF_8).length;
      lines.add(new Line(entry, end.endByte() + length));
      end = lines.getLast().end();
      text.append(line);
    }
    write(last.endByte(), text.toString().getBytes(StandardCharsets.UTF_8));
    return lines;
  }

  /// Makes the file anew of these entries; the old one stays beside it as `NAME.damaged-N`.
  ///
  /// @return false, with nothing changed, where the entries form no chain or are fewer than the
  ///     file's whole lines
  public boolean rewrite(List<Line> entries) throws IOException {
    StringBuilder text = new StringBuilder();
    End last = End.NONE;
    for (Line line : entries) {
      String hash = line.entry().hash();
      if (!line.entry().previous().equals(last.hash())
          || !LedgerLine.hashed(line.entry()).equals(hash)) {
        return false;
      }
      text.append(LedgerLine.of(line.entry())).append('\n');
      last = line.end();
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    long wholeLines = Files.exists(file) ? wholeLines() : 0;
    if (bytes.length != last.endByte() || entries.size() < wholeLines) {
      return false;
    }
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(aside);
    Durable.write(aside, bytes);
    if (Files.exists(file)) {
      Files.createLink(freeName(), file);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Durable.flush(Durable.parent(file));
    return true;
  }

  private Path freeName() {
    int number = 1;
    while (Files.exists(file.resolveSibling(file.getFileName() + ".damaged-" + number))) {
      number++;
    }
    return file.resolveSibling(file.getFileName() + ".damaged-" + number);
  }

  private long wholeLines() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    long lines = 0;
    for (byte one : bytes) {
      lines += one == '\n' ? 1 : 0;
    }
    return lines;
  }

  private void write(long at, byte[] bytes) throws IOException {
    boolean isNew = !Files.exists(file);
    if (isNew) {
      Files.createDirectories(Durable.parent(file));
    }
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      out.truncate(at);
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        out.write(buffer, at + buffer.position());
      }
      out.force(true);
    }
    if (isNew) {
      Durable.flush(Durable.parent(file));
      Durable.flush(Durable.parent(Durable.parent(file)));
    }
  }
}
