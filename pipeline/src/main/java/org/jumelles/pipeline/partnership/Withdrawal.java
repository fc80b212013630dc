package org.jumelles.pipeline.partnership;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ledger.LedgerEntry;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;

/// That a release should not be used any more. The release stays, so that what cites it still leads
/// to something; the ledger says since when, who and why.
public record Withdrawal(Moment at, String by, String reason) {
  private static final String KIND = "release/withdrawal";
  private static final String RELEASE = "release";
  private static final String REASON = "reason";

  /// @throws IllegalArgumentException where it was withdrawn before, or the reason says nothing
  public static Withdrawal record(Archive archive, Identity release, String by, String reason)
      throws IOException {
    if (reason.isBlank() || reason.length() > 1000 || reason.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a withdrawal wants a reason of 1 to 1000 characters");
    }
    Optional<Withdrawal> before = of(archive, release);
    if (before.isPresent()) {
      throw new IllegalArgumentException(
          "release " + release + " was withdrawn at " + before.get().at);
    }
    return of(archive.append(by, KIND, Map.of(RELEASE, release.sha256Hex(), REASON, reason)));
  }

  /// Whether and why a release was withdrawn.
  public static Optional<Withdrawal> of(Archive archive, Identity release) {
    return archive.ledger(KIND).stream()
        .filter(entry -> release.sha256Hex().equals(entry.body().get(RELEASE)))
        .findFirst()
        .map(Withdrawal::of);
  }

  private static Withdrawal of(LedgerEntry entry) {
    return new Withdrawal(
        entry.time(), entry.author(), entry.body().getOrDefault(REASON, "not known"));
  }
}
