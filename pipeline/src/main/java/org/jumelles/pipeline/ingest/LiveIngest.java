package org.jumelles.pipeline.ingest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.journal.Journal;
import org.jumelles.archive.journal.NewRecord;
import org.jumelles.archive.journal.Stretch;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.formats.miniseed.MiniSeed;
import org.jumelles.formats.miniseed.Record;
import org.jumelles.formats.miniseed.Records;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.run.Provenance;

/// Takes in records as they come: first into the journal, from there, a channel and UTC day at a
/// time, into the store.
///
/// A day is stored as a version of one subject each time it is asked for, so that the recipes see
/// provisional data as they see any other; the last version is the whole day, and then the journal
/// lets the day go.
public final class LiveIngest {
  static final Recipe RECIPE = new Recipe("seis/live", "1");

  /// Records come late: a day is closed so long after its end, by the clock of whoever calls.
  private static final long GRACE_NANOS = 3_600_000_000_000L;

  private static final long DAY_NANOS = 86_400_000_000_000L;

  /// The length that takes one number of the journal; see [#slots].
  private static final int PLAIN_RECORD_BYTES = 512;

  private static final int PIECES = 3;

  private final Archive archive;
  private final Provenance provenance;
  private final Journal journal;
  private final Map<Path, Long> stored = new HashMap<>();

  public LiveIngest(Archive archive, Provenance provenance) {
    this.archive = archive;
    this.provenance = provenance;
    this.journal = new Journal(archive.folder());
  }

  /// How many numbers of the journal a record takes: as many as it may need pieces of 512 bytes
  /// when it is encoded anew. None needs more than three times its own room: integers of 16 bits
  /// become 32, and an eighth of each piece is header.
  public static int slots(Record record) {
    int length = record.recordLength();
    return record.version() == 2 && length == PLAIN_RECORD_BYTES
        ? 1
        : PIECES * Math.ceilDiv(length, PLAIN_RECORD_BYTES);
  }

  /// Keeps records; when this returns they would outlive a crash.
  ///
  /// @param records miniSEED, one record each
  /// @return good: new; doubtful: known already; refused: no record that could be read
  public FileReport.Units take(List<byte[]> records) throws IOException {
    List<NewRecord> fresh = new ArrayList<>();
    for (byte[] bytes : records) {
      read(bytes).ifPresent(fresh::add);
    }
    int added = journal.append(fresh);
    return new FileReport.Units(added, fresh.size() - added, records.size() - fresh.size());
  }

  private static Optional<NewRecord> read(byte[] bytes) {
    Records records = MiniSeed.records(Bytes.of("stream", bytes));
    if (!records.hasNext()) {
      return Optional.empty();
    }
    return records
        .next()
        .found()
        .filter(
            record ->
                record.recordLength() == bytes.length
                    && record.sampleCount() > 0
                    && !(record.samples() instanceof Outcome.Refused<?>))
        .map(
            record ->
                new NewRecord(
                    record.sourceId().text(),
                    new Span(record.start(), record.end()),
                    slots(record),
                    bytes));
  }

  /// Stores what the journal holds, as far as it grew since; days that have ended are sealed.
  ///
  /// @return the products that are new
  public List<Product> store(Moment now) throws IOException {
    List<Product> products = new ArrayList<>();
    for (Stretch stretch : journal.view().stretches()) {
      if (stretch instanceof Stretch.Growing day) {
        boolean ended = dayEnd(day).plusNanos(GRACE_NANOS).isBefore(now);
        Long before = stored.put(day.file(), day.end());
        if (ended || before == null || before != day.end()) {
          Product product = store(day, ended);
          products.add(product);
          if (ended) {
            journal.seal(day, product.identity(), product.payloads().getFirst().name());
            stored.remove(day.file());
          }
        }
      }
    }
    return products;
  }

  private static Moment dayEnd(Stretch.Growing day) {
    return Utc.parse(day.day()).plusNanos(DAY_NANOS);
  }

  private Product store(Stretch.Growing day, boolean ended) throws IOException {
    Moment started = Provenance.now();
    String nslc = new SourceId(day.key()).nslc();
    String subject = nslc + "." + day.day() + "." + day.first();
    String name = (nslc + "." + day.day() + ".mseed").replaceAll("[^A-Za-z0-9._+-]", "_");
    Path file = archive.workFile(name);
    String sha256 = write(day, file);
    Map<String, String> parameters = Map.of("subject", subject, "records_sha256", sha256);
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, List.of());
    Optional<Product> known = archive.find(identity);
    if (known.isPresent()) {
      Files.deleteIfExists(file);
      return known.get();
    }
    return archive.store(
        new ProductDraft(
            RECIPE,
            "Live waveforms of " + nslc + ", " + day.day() + (ended ? "" : ", provisional"),
            parameters,
            List.of(),
            List.of(new DraftPayload(name, "application/vnd.fdsn.mseed", file)),
            entries(file, name),
            provenance.since(started, Programme.ofKey(day.key()).name(), day.span().start()),
            Map.of(ProductDraft.SUBJECT, subject, "format", "miniSEED")));
  }

  private static List<Entry> entries(Path file, String name) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return WaveformContents.entries(
          Bytes.map(file, arena), name, Map.of("level", "raw", "origin", "journal"));
    }
  }

  /// The records as they came, one after the other.
  private static String write(Stretch.Growing day, Path file) throws IOException {
    MessageDigest digest = Identity.sha256();
    try (OutputStream out =
        new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
      for (Stretch.Place place : day.places()) {
        out.write(Journal.bytes(day, place));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
