package org.jumelles.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.archive.store.Inspection;
import org.jumelles.archive.store.Problem;
import org.jumelles.archive.store.Store;
import org.jumelles.kernel.outcome.MalformedDataException;

/// Looks at every byte of an archive and compares store, catalogue and ledger.
final class Verifier {
  private static final int OBJECT_DEPTH = 4;

  private final Store store;
  private final Catalogue catalogue;
  private final Ledger ledger;
  private final Progress progress;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  Verifier(Store store, Catalogue catalogue, Ledger ledger, Progress progress) {
    this.store = store;
    this.catalogue = catalogue;
    this.ledger = ledger;
    this.progress = progress;
  }

  Verification verify() throws IOException {
    Set<Identity> rows = new TreeSet<>(catalogue.identities());
    List<Path> roots = store.objectRoots();
    List<Inspection.Result> results = inspect(roots);
    List<Problem> problems = new ArrayList<>(strays());
    Set<Identity> objects = new TreeSet<>();
    long files = 0;
    Damages damages = new Damages(store, catalogue, rows);
    for (int i = 0; i < results.size(); i++) {
      Inspection.Result result = results.get(i);
      problems.addAll(result.problems());
      damages.add(roots.get(i), result);
      files += result.files();
      result.stored().ifPresent(stored -> objects.add(stored.product().identity()));
    }
    for (Identity row : rows) {
      if (!objects.contains(row) && !store.contains(row)) {
        problems.add(new Problem.NoObject(row));
        damages.addMissing(row);
      }
    }
    long entries = checkLedger(problems);
    return new Verification(roots.size(), files, bytes.get(), entries, problems, damages.found());
  }

  private List<Inspection.Result> inspect(List<Path> roots) throws IOException {
    try {
      return roots.parallelStream().map(root -> inspect(root, roots.size())).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Inspection.Result inspect(Path root, int all) {
    try {
      Inspection.Result result = Inspection.of(store, root);
      List<Problem> problems = new ArrayList<>(result.problems());
      result.stored().flatMap(this::compareWithRow).ifPresent(problems::add);
      progress.at(done.incrementAndGet(), all, bytes.addAndGet(result.bytes()));
      return new Inspection.Result(result.stored(), result.files(), result.bytes(), problems);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Problem> compareWithRow(StoredProduct stored) {
    Identity identity = stored.product().identity();
    Optional<StoredProduct> row;
    try {
      row = catalogue.find(identity);
    } catch (IllegalArgumentException | MalformedDataException e) {
      return Optional.of(new Problem.RowDiffers(identity));
    }
    if (row.isEmpty()) {
      // A writer may be between the store and the catalogue: its mark goes after the row is there.
      boolean underWay = isPending(identity) || catalogue.has(identity);
      return underWay ? Optional.empty() : Optional.of(new Problem.NoRow(identity));
    }
    return row.get().equals(stored)
        ? Optional.empty()
        : Optional.of(new Problem.RowDiffers(identity));
  }

  /// Whether a writer's mark says that the row is still to come, or to be recovered.
  private boolean isPending(Identity identity) {
    Path work = store.root().resolveSibling("work");
    if (!Files.isDirectory(work)) {
      return false;
    }
    try (Stream<Path> sessions = Files.list(work)) {
      return sessions.anyMatch(
          session -> Files.exists(session.resolve("pending").resolve(identity.sha256Hex())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Files that lie above the objects and are not the storage root's own.
  private List<Problem> strays() throws IOException {
    Set<String> own = Set.of("0=ocfl_1.1", "ocfl_layout.json", "ocfl_1.1.md");
    try (Stream<Path> paths = Files.walk(store.root(), OBJECT_DEPTH)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> !store.root().relativize(path).startsWith("extensions"))
          .filter(path -> store.root().relativize(path).getNameCount() <= OBJECT_DEPTH)
          .filter(path -> !own.contains(store.root().relativize(path).toString()))
          .filter(path -> !isNote(path))
          .<Problem>map(Problem.Unknown::new)
          .toList();
    }
  }

  /// The OCFL library leaves notes on the specification and its extensions in the root.
  private boolean isNote(Path path) {
    return store.root().relativize(path).getNameCount() == 1 && path.toString().endsWith(".md");
  }

  /// Checks the chain of the file, and each row of the catalogue against its line.
  LedgerCheck verifyLedger() {
    List<Problem> problems = new ArrayList<>();
    return new LedgerCheck(checkLedger(problems), problems);
  }

  private long checkLedger(List<Problem> problems) {
    try {
      List<Ledger.Line> lines = ledger.after(Ledger.End.NONE);
      List<Ledger.Line> rows = catalogue.ledger();
      for (int i = 0; i < Math.max(lines.size(), rows.size()); i++) {
        if (i >= lines.size() || i >= rows.size() || !lines.get(i).equals(rows.get(i))) {
          problems.add(
              new Problem.LedgerBroken(
                  "entry " + (i + 1) + " of the catalogue's rows is not that line of its file."));
          break;
        }
      }
      return lines.size();
    } catch (MalformedDataException e) {
      problems.add(new Problem.LedgerBroken(e.defect().sentence()));
      return 0;
    } catch (IOException e) {
      problems.add(new Problem.LedgerBroken(String.valueOf(e.getMessage())));
      return 0;
    }
  }
}
