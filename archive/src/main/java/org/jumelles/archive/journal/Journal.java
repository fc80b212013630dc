package org.jumelles.archive.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.store.Durable;
import org.jumelles.archive.store.FolderLock;

/// The journal of an archive: day files that grow, and the list of numbers of what is stored.
///
/// Several processes may use one journal: each change is made under a lock of the operating system,
/// after all that others changed was taken in. A batch is flushed before its numbers are returned.
/// Safe for use by many threads.
public final class Journal {
  private static final String NUMBERS = "numbers.log";
  private static final int LOCK_ATTEMPTS = 400;

  private final Path folder;
  private final ReentrantLock guard = new ReentrantLock();
  private final Map<Path, DayFile> days = new TreeMap<>();
  private final List<Stretch.Stored> stored = new ArrayList<>();
  private final Set<String> numbered = new HashSet<>();
  private final Set<String> sealed = new HashSet<>();
  private long numbersBytes;
  private long next = 1;

  /// @param archiveFolder the journal lies in its folder `journal`, made at the first change
  public Journal(Path archiveFolder) {
    this.folder = archiveFolder.resolve("journal");
  }

  /// What one look at the journal showed.
  ///
  /// @param next the number that the next record will take
  public record View(List<Stretch> stretches, long next) {
    public View {
      stretches = List.copyOf(stretches);
    }
  }

  /// All that is numbered now, whoever wrote it.
  public View view() throws IOException {
    guard.lock();
    try {
      refresh();
      List<Stretch> stretches = new ArrayList<>(stored);
      days.values().stream()
          .filter(day -> !isSealed(day))
          .forEach(day -> day.stretch().ifPresent(stretches::add));
      return new View(stretches, next);
    } finally {
      guard.unlock();
    }
  }

  /// Whether a run of a product has its numbers.
  public boolean isNumbered(Identity product, String payload, long offset) {
    guard.lock();
    try {
      return numbered.contains(place(product, payload, offset));
    } finally {
      guard.unlock();
    }
  }

  /// Gives numbers to runs that have none, in this order.
  public void number(List<StoredRun> runs) throws IOException {
    change(
        () -> {
          List<byte[]> lines = new ArrayList<>();
          long number = next;
          for (StoredRun run : runs) {
            if (numbered.contains(place(run.product(), run.payload(), run.offset()))) {
              continue;
            }
            Stretch.Stored line =
                new Stretch.Stored(
                    run.product(),
                    run.payload(),
                    run.offset(),
                    run.length(),
                    run.key(),
                    run.span(),
                    number,
                    number + run.slots(),
                    new long[0]);
            lines.add(line.line().getBytes(StandardCharsets.UTF_8));
            number += run.slots();
          }
          appendNumbers(lines);
        });
  }

  /// Keeps records that just came, in this order; one that is there already is left out.
  ///
  /// @return how many were new; when this returns they would outlive a crash
  public int append(List<NewRecord> records) throws IOException {
    int[] added = new int[1];
    change(
        () -> {
          Map<DayFile, List<byte[]>> bodies = new LinkedHashMap<>();
          Set<ByteBuffer> once = new HashSet<>();
          long number = next;
          for (NewRecord record : records) {
            DayFile day = day(record.day(), record.key());
            if (day.has(record.bytes()) || !once.add(ByteBuffer.wrap(record.bytes()))) {
              continue;
            }
            bodies.computeIfAbsent(day, _ -> new ArrayList<>()).add(DayFile.body(number, record));
            number += record.slots();
            added[0]++;
          }
          for (Map.Entry<DayFile, List<byte[]>> one : bodies.entrySet()) {
            one.getKey().append(one.getValue());
          }
        });
    return added[0];
  }

  /// The bytes of a record in a file that grows.
  public static byte[] bytes(Stretch.Growing stretch, Stretch.Place place) throws IOException {
    try (var channel = Files.newByteChannel(stretch.file())) {
      ByteBuffer bytes = ByteBuffer.allocate(place.length());
      channel.position(place.offset());
      while (bytes.hasRemaining()) {
        if (channel.read(bytes) < 0) {
          throw new NoSuchFileException(stretch.file() + " became shorter while it was read");
        }
      }
      return bytes.array();
    }
  }

  /// Puts a stored product, whose one payload holds the records of a day file and nothing else, in
  /// the place of that file. The numbers stay.
  public void seal(Stretch.Growing day, Identity product, String payload) throws IOException {
    change(
        () -> {
          long[] numbers = day.places().stream().mapToLong(Stretch.Place::number).toArray();
          long length = day.places().stream().mapToLong(Stretch.Place::length).sum();
          if (!numbered.contains(place(product, payload, 0))) {
            Stretch.Stored line =
                new Stretch.Stored(
                    product,
                    payload,
                    0,
                    length,
                    day.key(),
                    day.span(),
                    day.first(),
                    day.end(),
                    numbers);
            appendNumbers(List.of(line.line().getBytes(StandardCharsets.UTF_8)));
          }
          refresh();
          sweep();
        });
  }

  /// Copies the journal, as it is now, to the folder of another archive.
  public void copyTo(Path archiveFolder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    change(
        () -> {
          Path copy = Files.createDirectories(archiveFolder.resolve("journal"));
          if (Files.exists(folder.resolve(NUMBERS))) {
            Files.copy(folder.resolve(NUMBERS), copy.resolve(NUMBERS));
          }
          for (DayFile day : days.values()) {
            Path target = copy.resolve(folder.relativize(day.file()).toString());
            Files.createDirectories(Durable.parent(target));
            Files.copy(day.file(), target);
          }
        });
  }

  private interface Change {
    void make() throws IOException;
  }

  private void change(Change change) throws IOException {
    guard.lock();
    try {
      Files.createDirectories(folder);
      try (FolderLock _ = lock()) {
        refresh();
        sweep();
        change.make();
        refresh();
      }
    } finally {
      guard.unlock();
    }
  }

  private FolderLock lock() throws IOException {
    Path file = folder.resolve("lock");
    for (int i = 0; i < LOCK_ATTEMPTS; i++) {
      var lock = FolderLock.tryLock(file, "process " + ProcessHandle.current().pid());
      if (lock.isPresent()) {
        return lock.get();
      }
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for the journal's lock", e);
      }
    }
    throw new IOException("the journal is held by " + FolderLock.holder(file));
  }

  private void appendNumbers(List<byte[]> lines) throws IOException {
    if (!lines.isEmpty()) {
      FrameFile.append(folder.resolve(NUMBERS), numbersBytes, lines);
    }
  }

  private void refresh() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    numbersBytes =
        FrameFile.read(
            folder.resolve(NUMBERS),
            numbersBytes,
            (_, body) ->
                take(Stretch.Stored.parse(StandardCharsets.UTF_8.decode(body).toString())));
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, "????-??-??")) {
      for (Path dayFolder : folders) {
        refreshDay(dayFolder);
      }
    }
    days.keySet().removeIf(file -> !Files.exists(file));
    days.values().forEach(day -> next = Math.max(next, day.end()));
  }

  private void refreshDay(Path dayFolder) throws IOException {
    String day = String.valueOf(dayFolder.getFileName());
    try (DirectoryStream<Path> files = Files.newDirectoryStream(dayFolder, "*.journal")) {
      for (Path file : files) {
        String key = DayFile.key(String.valueOf(file.getFileName()));
        DayFile known = days.get(file);
        if (known != null && isSealed(known)) {
          // Either about to be swept, or swept by another process and begun anew.
          days.remove(file);
        }
        days.computeIfAbsent(file, _ -> new DayFile(file, key, day)).refresh();
      }
    } catch (NoSuchFileException _) {
      // sealed and swept by another process between two looks
    }
  }

  private void take(Stretch.Stored line) {
    stored.add(line);
    numbered.add(place(line.product(), line.payload(), line.offset()));
    if (line.numbers().length > 0) {
      sealed.add(line.key() + ' ' + line.first());
    }
    next = Math.max(next, line.end());
  }

  private boolean isSealed(DayFile day) {
    return day.stretch().map(s -> sealed.contains(s.key() + ' ' + s.first())).orElse(false);
  }

  /// Deletes the files of days that are sealed, also where the sealing process was killed before.
  private void sweep() throws IOException {
    for (DayFile day : List.copyOf(days.values())) {
      if (isSealed(day)) {
        Files.deleteIfExists(day.file());
        days.remove(day.file());
      }
    }
  }

  private DayFile day(String day, String key) throws IOException {
    Path dayFolder = folder.resolve(day);
    Files.createDirectories(dayFolder);
    Durable.flush(folder);
    Path file = dayFolder.resolve(DayFile.fileName(key));
    return days.computeIfAbsent(file, _ -> new DayFile(file, key, day));
  }

  private static String place(Identity product, String payload, long offset) {
    return product.sha256Hex() + ' ' + offset + ' ' + payload;
  }
}
