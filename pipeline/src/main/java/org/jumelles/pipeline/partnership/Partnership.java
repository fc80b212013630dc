package org.jumelles.pipeline.partnership;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Admission;
import org.jumelles.accord.fact.Fact;
import org.jumelles.accord.programme.Deliverable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ledger.Ledger;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;

/// The record that an archive keeps.
public final class Partnership {
  private static final int BLOCK_BYTES = 1 << 16;

  private final Archive archive;

  public Partnership(Archive archive) {
    this.archive = archive;
  }

  /// The record as it is known now.
  public Accord accord() {
    return knownOn(Moment.MAX);
  }

  /// The record as it was known at an instant: what was written later does not count. Before the
  /// first fact was written it is empty.
  public Accord knownOn(Moment instant) {
    return Accord.of("ledger", facts(instant));
  }

  private List<Fact> facts(Moment instant) {
    List<Fact> facts = new ArrayList<>();
    for (LedgerEntry entry : archive.ledger()) {
      if (entry.kind().startsWith(Accord.LEDGER)
          && entry.body().containsKey(Fact.ID)
          && !entry.time().isAfter(instant)) {
        facts.add(Fact.ofBody(entry.kind().substring(Accord.LEDGER.length()), entry.body()));
      }
    }
    return facts;
  }

  /// All entries about one fact, such as `role/CNES-SEIS`, the oldest first.
  public List<LedgerEntry> history(String key) {
    return archive.ledger().stream()
        .filter(entry -> entry.kind().startsWith(Accord.LEDGER))
        .filter(
            entry ->
                key.equals(
                    entry.kind().substring(Accord.LEDGER.length())
                        + "/"
                        + entry.body().getOrDefault(Fact.ID, "")))
        .toList();
  }

  /// Writes facts for good, or none of them: they must stand together with all that is recorded,
  /// and a data deliverable that they call accepted must be in the archive with its bytes unharmed.
  /// Facts that are recorded word for word are passed over.
  ///
  /// @param source the file that they are from, for defects
  public Recorded record(String author, String source, List<Fact> facts) throws IOException {
    Accord now = accord();
    List<Fact> known = now.facts();
    List<Fact> news = facts.stream().filter(fact -> !known.contains(fact)).toList();
    Admission admission = now.with(source, news);
    List<Defect> defects = new ArrayList<>(admission.defects());
    if (admission.accord().isPresent()) {
      for (Deliverable deliverable : admission.accord().get().all(Deliverable.class)) {
        if (isNew(deliverable, news)) {
          fixity(deliverable, source).ifPresent(defects::add);
        }
      }
    }
    if (!defects.isEmpty()) {
      return new Recorded(0, 0, defects);
    }
    if (!news.isEmpty()) {
      archive.append(
          news.stream()
              .map(fact -> new Ledger.Note(author, Accord.LEDGER + fact.kind(), fact.body()))
              .toList());
    }
    return new Recorded(news.size(), facts.size() - news.size(), List.of());
  }

  /// What became of facts that were handed in.
  ///
  /// @param defects where there is one, nothing was written
  public record Recorded(int written, int known, List<Defect> defects) {
    public Recorded {
      defects = List.copyOf(defects);
    }
  }

  private static boolean isNew(Deliverable deliverable, List<Fact> news) {
    return news.stream().anyMatch(fact -> fact.key().equals("deliverable/" + deliverable.name()));
  }

  private Optional<Defect> fixity(Deliverable deliverable, String source) throws IOException {
    if (deliverable.kind() != Deliverable.Kind.DATA || !deliverable.isAccepted()) {
      return Optional.empty();
    }
    List<Product> evidence =
        Identity.isHex(deliverable.evidence())
            ? archive.findByPrefix(deliverable.evidence())
            : List.of();
    String found =
        evidence.size() == 1
            ? harm(evidence.getFirst())
            : "'" + deliverable.evidence() + "' names " + evidence.size() + " products";
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Defect(
                source,
                new Place.Path("deliverable/" + deliverable.name()),
                "evidence",
                "a data deliverable is accepted only if its fixity check passes",
                found));
  }

  /// What is wrong with the bytes of a product, or nothing.
  private String harm(Product product) throws IOException {
    for (Payload payload : product.payloads()) {
      String now = sha256(product.identity(), payload.name());
      if (!now.equals(payload.sha256())) {
        return payload.name()
            + " of "
            + product.identity()
            + " has SHA-256 "
            + now
            + " where "
            + payload.sha256()
            + " was stored";
      }
    }
    return "";
  }

  private String sha256(Identity identity, String payload) throws IOException {
    MessageDigest digest = Identity.sha256();
    try (InputStream in = Channels.newInputStream(archive.open(identity, payload))) {
      byte[] block = new byte[BLOCK_BYTES];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
