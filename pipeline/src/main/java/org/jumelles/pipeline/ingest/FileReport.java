package org.jumelles.pipeline.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.outcome.Defect;

/// What became of one file. Its units (records, channel epochs, events) add up: read = good +
/// doubtful + refused.
public record FileReport(
    Path file, Fate fate, Optional<Identity> product, Units units, List<Defect> defects) {
  public FileReport {
    defects = List.copyOf(defects);
  }

  /// What happened to a file as a whole.
  public enum Fate {
    /// New, and now in the archive.
    STORED,
    /// Its bytes were in the archive before.
    KNOWN,
    /// Of a format that is read here, but nothing in it could be used.
    REFUSED,
    /// Of no format that is read here.
    LEFT_ASIDE
  }

  /// Counted units of one or more files.
  public record Units(long good, long doubtful, long refused) {
    public static final Units NONE = new Units(0, 0, 0);

    public long read() {
      return good + doubtful + refused;
    }

    public Units plus(Units other) {
      return new Units(good + other.good, doubtful + other.doubtful, refused + other.refused);
    }
  }
}
