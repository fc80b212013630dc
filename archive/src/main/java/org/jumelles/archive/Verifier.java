package org.jumelles.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
  private final Store store;
  private final Path work;
  private final Catalogue catalogue;
  private final Ledger ledger;
  private final Progress progress;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  Verifier(Store store, Path work, Catalogue catalogue, Ledger ledger, Progress progress) {
    this.store = store;
    this.work = work;
    this.catalogue = catalogue;
    this.ledger = ledger;
    this.progress = progress;
  }

  Verification verify() throws IOException {
    Set<Identity> rows = new TreeSet<>(catalogue.identities());
    Store.Listing listing = store.list(this::isUnderWay);
    List<String> places = listing.objects();
    List<Inspection.Result> results = inspect(places);
    List<Problem> problems = new ArrayList<>();
    listing.strays().forEach(stray -> problems.add(new Problem.Unknown(stray)));
    Set<Identity> objects = new TreeSet<>();
    long files = 0;
    Damages damages = new Damages(catalogue, rows);
    for (int i = 0; i < results.size(); i++) {
      Inspection.Result result = results.get(i);
      problems.addAll(result.problems());
      damages.add(places.get(i), result);
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
    return new Verification(places.size(), files, bytes.get(), entries, problems, damages.found());
  }

  private List<Inspection.Result> inspect(List<String> places) throws IOException {
    try {
      return places.parallelStream().map(place -> inspect(place, places.size())).toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Inspection.Result inspect(String place, int all) {
    try {
      Inspection.Result result = Inspection.of(store, place);
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
    return pendingFolders().stream()
        .anyMatch(pending -> Files.exists(pending.resolve(identity.sha256Hex())));
  }

  /// Whether a writer's mark says that an object is about to be at this place.
  private boolean isUnderWay(String place) {
    for (Path pending : pendingFolders()) {
      try (Stream<Path> marks = Files.list(pending)) {
        if (marks.anyMatch(mark -> isOf(mark, place))) {
          return true;
        }
      } catch (NoSuchFileException e) {
        // the session ended meanwhile
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }

  private static boolean isOf(Path mark, String place) {
    return Store.place(new Identity(mark.getFileName().toString())).equals(place);
  }

  private List<Path> pendingFolders() {
    if (!Files.isDirectory(work)) {
      return List.of();
    }
    try (Stream<Path> sessions = Files.list(work)) {
      return sessions
          .map(session -> session.resolve("pending"))
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
