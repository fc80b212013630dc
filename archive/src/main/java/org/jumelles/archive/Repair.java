package org.jumelles.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.product.Identity;

/// What a repair did, and what it could not.
///
/// @param ledgerRewritten whether the ledger's file was made anew from the catalogue's rows
/// @param after what a look at every byte found when all was done
public record Repair(List<Mended> mended, boolean ledgerRewritten, Verification after) {
  public Repair {
    mended = List.copyOf(mended);
  }

  /// Where a file's bytes were found again; each was hashed before it was taken.
  public enum Source {
    ITSELF,
    BACKUP,
    DERIVED,
    SET_ASIDE
  }

  /// A file of a product and where its bytes came from.
  public record MendedFile(String name, Source source) {}

  /// A product that is whole again.
  ///
  /// @param aside where its damaged files lie now; empty where it had none
  public record Mended(
      Identity product, String title, List<MendedFile> files, Optional<Path> aside) {
    public Mended {
      files = List.copyOf(files);
    }
  }

  /// Makes a derived product again from its inputs.
  @FunctionalInterface
  public interface Again {
    /// @return empty where its recipe is not known here, or refuses
    Optional<ProductDraft> make(Identity identity) throws IOException;
  }
}
