package org.jumelles.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jumelles.accord.Accord;
import org.jumelles.accord.fact.Fact;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.store.FolderLock;

/// Appends to the ledger: first the flushed line, then its row; a line without a row gets one.
final class LedgerKeeping {
  private static final String AUTHOR = "jumelles";

  private final Ledger ledger;
  private final Path lockFile;
  private final ReentrantLock appending = new ReentrantLock();

  LedgerKeeping(Path folder) throws IOException {
    this.ledger = Layout.ledger(folder);
    this.lockFile = folder.resolve("ledger").resolve("lock");
    Files.createDirectories(folder.resolve("ledger"));
  }

  List<LedgerEntry> append(Catalogue catalogue, List<Ledger.Note> notes) throws IOException {
    appending.lock();
    try (FolderLock _ = Writer.lock(lockFile, 200)) {
      Ledger.End end = catchUp(catalogue);
      List<Ledger.Line> lines = ledger.append(end, Writer.now(), notes);
      catalogue.insertLedger(lines);
      return lines.stream().map(Ledger.Line::entry).toList();
    } finally {
      appending.unlock();
    }
  }

  /// Makes the file anew from the rows, where their chain holds and they end no earlier.
  boolean rewrite(Catalogue catalogue) throws IOException {
    appending.lock();
    try (FolderLock _ = Writer.lock(lockFile, 200)) {
      return ledger.rewrite(catalogue.ledger());
    } finally {
      appending.unlock();
    }
  }

  private Ledger.End catchUp(Catalogue catalogue) throws IOException {
    Ledger.End end = catalogue.ledgerEnd();
    if (ledger.size() == end.endByte()) {
      return end;
    }
    List<Ledger.Line> lines = ledger.after(end);
    catalogue.insertLedger(lines);
    return lines.isEmpty() ? end : lines.getLast().end();
  }

  /// Gives rows to lines that a killed writer left without, and a new ledger its first entries.
  void open(Catalogue catalogue) throws IOException {
    if (ledger.size() > catalogue.ledgerEnd().endByte()) {
      try (FolderLock _ = Writer.lock(lockFile, 200)) {
        catchUp(catalogue);
      }
    }
    if (!hasRecord(catalogue)) {
      append(
          catalogue,
          Accord.defaultRecord().facts().stream()
              .map(fact -> new Ledger.Note(AUTHOR, Accord.LEDGER + fact.kind(), fact.body()))
              .toList());
    }
  }

  /// Whether the ledger has facts with ids; those of its first layout had none.
  private static boolean hasRecord(Catalogue catalogue) {
    return catalogue.ledger(Accord.LEDGER + "organisation").stream()
        .anyMatch(entry -> entry.body().containsKey(Fact.ID));
  }
}
