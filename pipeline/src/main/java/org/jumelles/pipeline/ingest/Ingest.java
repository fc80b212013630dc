package org.jumelles.pipeline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.lang.foreign.Arena;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Progress;
import org.jumelles.pipeline.run.Provenance;

/// Takes files into the archive. Each is copied and hashed in one pass, recognised by content, told
/// apart into entries, and stored; the user's file is never touched.
public final class Ingest {
  private static final int COPY_BYTES = 1 << 16;
  private static final int LONGEST_NAME = 150;

  /// The archive's own files in a product.
  private static final Set<String> KEPT_NAMES = Set.of("product.json", "prov.json");

  /// Before the name of a companion in a product's attributes; the value is its identity.
  public static final String BESIDE = "beside ";

  private final Archive archive;
  private final Provenance provenance;
  private final Progress progress;
  private final boolean rehash;
  private final ConcurrentHashMap<Identity, ReentrantLock> storing = new ConcurrentHashMap<>();

  /// @param rehash whether files of a known path, size and time are hashed again all the same
  public Ingest(Archive archive, Provenance provenance, Progress progress, boolean rehash) {
    this.archive = archive;
    this.provenance = provenance;
    this.progress = progress;
    this.rehash = rehash;
  }

  /// All files named, and all files below each folder named.
  ///
  /// @throws IOException where a path does not exist, or the archive or the disk failed
  public List<FileReport> take(List<Path> paths) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      files.addAll(filesOf(path));
    }
    Map<Path, List<Path>> companions = companions(files);
    Set<Path> described = new TreeSet<>();
    companions.values().forEach(described::addAll);
    progress.begin("taking in files", files.size());
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<List<FileReport>>> running = new ArrayList<>();
      for (Path file : files) {
        if (!described.contains(file)) {
          running.add(pool.submit(() -> counted(file, companions.getOrDefault(file, List.of()))));
        }
      }
      List<FileReport> reports = new ArrayList<>();
      for (Future<List<FileReport>> one : running) {
        reports.addAll(result(one));
      }
      return reports;
    } finally {
      progress.end();
    }
  }

  /// What stands beside the files that describe others; a file that cannot be read describes
  /// nothing. A file that describes others is itself described by none.
  private static Map<Path, List<Path>> companions(List<Path> files) {
    Map<Path, List<Path>> all = new HashMap<>();
    for (Path file : files) {
      try {
        List<Path> beside = Companions.of(file);
        if (!beside.isEmpty() && !(Recognition.of(file) instanceof Recognition.Unknown)) {
          all.put(file, beside);
        }
      } catch (IOException _) {
        // the file itself is refused by name later
      }
    }
    all.values().forEach(beside -> beside.removeIf(all::containsKey));
    return all;
  }

  private static List<FileReport> result(Future<List<FileReport>> one) throws IOException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException world) {
        throw world;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted; what was stored stays stored", e);
    }
  }

  /// The visible files below a path, and the folders that may not be looked into.
  private static List<Path> filesOf(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    TreeSet<Path> files = new TreeSet<>();
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file) && isVisible(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(files);
  }

  private static boolean isVisible(Path file) {
    return !file.getFileName().toString().startsWith(".");
  }

  /// A file and its companions; those come first, so that it can name them.
  private List<FileReport> counted(Path file, List<Path> companions) throws IOException {
    List<FileReport> reports = new ArrayList<>();
    Map<String, Identity> beside = new TreeMap<>();
    for (Path companion : companions) {
      FileReport report = counted(companion, Optional.of(file), Map.of());
      report
          .product()
          .ifPresent(identity -> beside.put(companion.getFileName().toString(), identity));
      reports.add(report);
    }
    reports.add(counted(file, Optional.empty(), beside));
    return reports;
  }

  private FileReport counted(Path file, Optional<Path> describedBy, Map<String, Identity> beside)
      throws IOException {
    FileReport report;
    try {
      report = one(file, describedBy, beside);
    } catch (UnreadableException e) {
      report = refused(file, unreadable(file, e), 1);
    }
    progress.advance(1);
    return report;
  }

  private FileReport one(Path file, Optional<Path> describedBy, Map<String, Identity> beside)
      throws IOException {
    Stamp stamp = ofUser(() -> Stamp.of(file));
    if (!rehash) {
      Optional<Identity> known = archive.knownFile(file, stamp.size, stamp.modifiedNanos);
      if (known.isPresent()) {
        return known(file, known.get());
      }
    }
    if (describedBy.isEmpty()
        && ofUser(() -> Recognition.of(file)) instanceof Recognition.Unknown(String what)) {
      return leftAside(file, what);
    }
    Moment started = Provenance.now();
    Path copy = archive.workFile(payloadName(file));
    try {
      Identity identity = Identity.ofBytes(copyAndHash(file, copy));
      ReentrantLock alone = storing.computeIfAbsent(identity, _ -> new ReentrantLock());
      alone.lock();
      try {
        if (archive.has(identity)) {
          archive.rememberFile(file, stamp.size, stamp.modifiedNanos, identity);
          return known(file, identity);
        }
        return store(file, copy, started, stamp, describedBy, beside);
      } finally {
        alone.unlock();
      }
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /// What tells a file from what it was before.
  private record Stamp(long size, long modifiedNanos) {
    static Stamp of(Path file) throws IOException {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
    }
  }

  private FileReport store(
      Path file,
      Path copy,
      Moment started,
      Stamp stamp,
      Optional<Path> describedBy,
      Map<String, Identity> beside)
      throws IOException {
    Contents contents;
    try {
      contents =
          describedBy.isPresent()
              ? Contents.described(payloadName(file), stamp.size, describedBy.get())
              : contents(copy, file);
    } catch (MalformedDataException e) {
      return refused(file, e.defect().from(file.toString()), 1);
    }
    if (contents.entries().isEmpty()) {
      return refused(file, nothingIn(file, contents), contents.units().refused());
    }
    Moment observed = contents.entries().getFirst().span().start();
    Programme programme = Programme.of(contents.entries());
    Product stored =
        archive.store(
            new ProductDraft(
                Recipe.INGEST,
                contents.title(),
                Map.of(),
                List.of(),
                List.of(new DraftPayload(payloadName(file), contents.mediaType(), copy)),
                contents.entries(),
                provenance.since(started, programme.name(), observed),
                attributes(contents, beside)));
    archive.rememberFile(file, stamp.size, stamp.modifiedNanos, stored.identity());
    List<Defect> defects =
        contents.defects().stream().map(defect -> defect.from(file.toString())).toList();
    return new FileReport(
        file, FileReport.Fate.STORED, Optional.of(stored.identity()), contents.units(), defects);
  }

  /// A product names its companions in attributes such as `beside grain.img`.
  private static Map<String, String> attributes(Contents contents, Map<String, Identity> beside) {
    Map<String, String> attributes = new TreeMap<>(contents.attributes());
    beside.forEach((name, identity) -> attributes.put(BESIDE + name, identity.sha256Hex()));
    return attributes;
  }

  private static Contents contents(Path copy, Path file) throws IOException {
    String payload = payloadName(file);
    try (Arena arena = Arena.ofShared()) {
      Bytes bytes = Bytes.map(copy, arena);
      return switch (Recognition.of(copy)) {
        case Recognition.MiniSeed() -> WaveformContents.of(bytes, payload);
        case Recognition.StationXml() -> InventoryContents.of(bytes, payload);
        case Recognition.QuakeMl() -> EventContents.of(copy, payload);
        case Recognition.Spectra() -> SpectraContents.of(bytes, payload);
        case Recognition.Unknown(String what) ->
            throw new MalformedDataException(
                file.toString(), new Place.Whole(), "format", "a format that is read here", what);
      };
    }
  }

  private static Defect nothingIn(Path file, Contents contents) {
    return contents.defects().isEmpty()
        ? new Defect(
            file.toString(),
            new Place.Whole(),
            "contents",
            "at least one record, channel or event",
            "nothing that could be used")
        : contents.defects().getFirst().from(file.toString());
  }

  private static FileReport known(Path file, Identity identity) {
    return new FileReport(
        file, FileReport.Fate.KNOWN, Optional.of(identity), FileReport.Units.NONE, List.of());
  }

  private static FileReport refused(Path file, Defect defect, long units) {
    return new FileReport(
        file,
        FileReport.Fate.REFUSED,
        Optional.empty(),
        new FileReport.Units(0, 0, Math.max(1, units)),
        List.of(defect));
  }

  private static FileReport leftAside(Path file, String what) {
    Defect defect =
        new Defect(
            file.toString(), new Place.Whole(), "format", "a format that is read here", what);
    return new FileReport(
        file, FileReport.Fate.LEFT_ASIDE, Optional.empty(), FileReport.Units.NONE, List.of(defect));
  }

  private static String copyAndHash(Path from, Path to) throws IOException {
    MessageDigest digest = Identity.sha256();
    try (InputStream in = ofUser(() -> Files.newInputStream(from));
        OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
      byte[] block = new byte[COPY_BYTES];
      for (int read = ofUser(() -> in.read(block));
          read >= 0;
          read = ofUser(() -> in.read(block))) {
        out.write(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The user's file could not be read; the archive is well.
  private static final class UnreadableException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    UnreadableException(IOException cause) {
      super(cause);
    }
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T ofUser(Reading<T> reading) throws UnreadableException {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  private static Defect unreadable(Path file, UnreadableException e) {
    return new Defect(
        file.toString(),
        new Place.Whole(),
        "file",
        "a file that can be read",
        String.valueOf(e.getCause()));
  }

  /// The file's own name, its end where it is long, with what a payload's name may not hold made
  /// into `_`.
  private static String payloadName(Path file) {
    String name = file.getFileName().toString().replaceAll("[^A-Za-z0-9._+-]", "_");
    String end = name.substring(Math.max(0, name.length() - LONGEST_NAME));
    return end.startsWith(".") || KEPT_NAMES.contains(end) ? "_" + end : end;
  }
}
