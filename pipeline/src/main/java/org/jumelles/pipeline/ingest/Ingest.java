package org.jumelles.pipeline.ingest;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  /// Before the name of a companion in a product's attributes; the value is its identity.
  public static final String BESIDE = "beside ";

  /// In the attributes of data: the identity of its header or label, and the name it has there.
  public static final String DESCRIBED_BY = "described by";

  public static final String DESCRIBED_AS = "described as";

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
      files.addAll(UserFiles.filesOf(path));
    }
    Map<Path, List<Path>> companions = companions(files);
    Set<Path> described = new TreeSet<>();
    companions.values().forEach(described::addAll);
    progress.begin("taking in files", files.size());
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<List<FileReport>>> running = new ArrayList<>();
      List<Path> samples = new ArrayList<>();
      for (Path file : files) {
        if (isSamples(file)) {
          samples.add(file);
        } else if (!described.contains(file)) {
          running.add(pool.submit(() -> counted(file, companions.getOrDefault(file, List.of()))));
        }
      }
      List<FileReport> reports = new ArrayList<>();
      for (Future<List<FileReport>> one : running) {
        reports.addAll(result(one));
      }
      for (Path file : samples) {
        reports.addAll(counted(file, List.of()));
      }
      return onceEach(reports);
    } finally {
      progress.end();
    }
  }

  /// A file that several others need is told once: as it was when it was new.
  private static List<FileReport> onceEach(List<FileReport> reports) {
    Map<Path, FileReport> once = new LinkedHashMap<>();
    for (FileReport report : reports) {
      once.merge(report.file(), report, (a, b) -> b.fate() == FileReport.Fate.STORED ? b : a);
    }
    return List.copyOf(once.values());
  }

  /// What stands beside the files that describe others; a file that cannot be read describes
  /// nothing. A file that describes others is itself described by none.
  private static Map<Path, List<Path>> companions(List<Path> files) {
    Map<Path, List<Path>> all = new HashMap<>();
    for (Path file : files) {
      try {
        List<Path> beside = Companions.of(file);
        if (!beside.isEmpty() && !(Recognition.of(file) instanceof Recognition.Unknown)) {
          all.put(file, new ArrayList<>(beside));
        }
      } catch (IOException _) {
        // the file itself is refused by name later
      }
    }
    all.values().forEach(beside -> beside.removeIf(all::containsKey));
    return all;
  }

  /// Tables of samples change one ledger: they are taken last, one after the other.
  private static boolean isSamples(Path file) {
    try {
      return Recognition.of(file) instanceof Recognition.Samples;
    } catch (IOException _) {
      return false; // the file itself is refused by name later
    }
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
    } catch (UserFiles.UnreadableException e) {
      report = refused(file, UserFiles.unreadable(file, e), 1);
    }
    progress.advance(1);
    return report;
  }

  private FileReport one(Path file, Optional<Path> describedBy, Map<String, Identity> beside)
      throws IOException {
    Stamp stamp = UserFiles.ofUser(() -> Stamp.of(file));
    if (!rehash) {
      Optional<Identity> known = archive.knownFile(file, stamp.size, stamp.modifiedNanos);
      if (known.isPresent()) {
        return known(file, known.get());
      }
    }
    if (describedBy.isEmpty()
        && UserFiles.ofUser(() -> Recognition.of(file))
            instanceof Recognition.Unknown(String what)) {
      return leftAside(file, what);
    }
    Moment started = Provenance.now();
    Path copy = archive.workFile(UserFiles.payloadName(file));
    try {
      Identity identity = Identity.ofBytes(UserFiles.copyAndHash(file, copy));
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
              ? described(file, stamp, describedBy.get())
              : contents(copy, file, beside);
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
                List.of(new DraftPayload(UserFiles.payloadName(file), contents.mediaType(), copy)),
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

  /// The data names the header or label too: two equal ones are kept once, and either's data finds
  /// its own cube all the same.
  private static Contents described(Path file, Stamp stamp, Path by) throws IOException {
    return Contents.described(
        UserFiles.payloadName(file),
        stamp.size,
        by,
        Map.of(DESCRIBED_BY, UserFiles.sha256(by), DESCRIBED_AS, file.getFileName().toString()));
  }

  private Contents contents(Path copy, Path file, Map<String, Identity> beside) throws IOException {
    String payload = UserFiles.payloadName(file);
    Recognition recognised = Recognition.of(copy);
    if (recognised instanceof Recognition.Cube cube) {
      return new CubeContents(copy, payload, Files.size(copy)).of(cube, stored(beside));
    }
    try (Arena arena = Arena.ofShared()) {
      Bytes bytes = Bytes.map(copy, arena);
      return switch (recognised) {
        case Recognition.MiniSeed() -> WaveformContents.of(bytes, payload);
        case Recognition.StationXml() -> InventoryContents.of(bytes, payload);
        case Recognition.QuakeMl() -> EventContents.of(copy, payload);
        case Recognition.Basis() -> BasisContents.of(copy, payload, bytes.size());
        case Recognition.Spectra() -> SpectraContents.of(bytes, payload);
        case Recognition.Lines() -> LineContents.of(bytes, payload);
        case Recognition.Sounding() -> SoundingContents.of(bytes, payload);
        case Recognition.Continuum() -> ContinuumContents.of(bytes, payload);
        case Recognition.GroundEmissivity() -> EmissivityContents.of(bytes, payload);
        case Recognition.AirProfile() -> ProfileContents.of(bytes, payload);
        case Recognition.SpectraText() ->
            new CubeContents(copy, payload, bytes.size()).library(stored(beside));
        case Recognition.Samples() ->
            SampleContents.of(copy, payload, archive, provenance.operator());
        case Recognition.Cube(Recognition.Container container) ->
            throw new IllegalStateException(container + " was taken for a cube before");
        case Recognition.Unknown(String what) ->
            throw new MalformedDataException(
                file.toString(), new Place.Whole(), "format", "a format that is read here", what);
      };
    }
  }

  private Map<String, Path> stored(Map<String, Identity> beside) throws IOException {
    Map<String, Path> paths = new TreeMap<>();
    for (Map.Entry<String, Identity> one : beside.entrySet()) {
      Product product = archive.find(one.getValue()).orElseThrow();
      paths.put(one.getKey(), archive.path(one.getValue(), product.payloads().getFirst().name()));
    }
    return paths;
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
}
