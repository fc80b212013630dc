package org.jumelles.pipeline.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.outcome.MalformedDataException;

/// Derived products made again from their inputs, and held against what is stored.
///
/// @param same how many came out bit for bit the same
/// @param differing titles and files of those that did not
/// @param notDerivable products whose recipe, in their version, is not in this program
public record Derivation(int same, List<String> differing, List<String> notDerivable) {
  public static final Derivation NONE = new Derivation(0, List.of(), List.of());
  private static final int BLOCK_BYTES = 1 << 16;

  public Derivation {
    differing = List.copyOf(differing);
    notDerivable = List.copyOf(notDerivable);
  }

  /// Makes each planned product again that the archive has; nothing is stored.
  public static Derivation of(Archive archive, List<Work> plan, Progress progress)
      throws IOException {
    Map<Identity, Work> works = new HashMap<>();
    plan.forEach(work -> works.put(work.identity(), work));
    int same = 0;
    List<String> differing = new ArrayList<>();
    List<String> notDerivable = new ArrayList<>();
    List<Product> derived =
        archive.products().stream().filter(product -> !product.recipe().isIngest()).toList();
    progress.begin("deriving again", derived.size());
    for (Product product : derived) {
      Work work = works.get(product.identity());
      if (work == null) {
        notDerivable.add(product.title() + ", " + product.identity());
      } else {
        List<String> differences = differences(product, work);
        differing.addAll(differences);
        same += differences.isEmpty() ? 1 : 0;
      }
      progress.advance(1);
    }
    progress.end();
    return new Derivation(same, differing, notDerivable);
  }

  /// Makes a product once more, for one whose files were damaged; nothing is stored.
  ///
  /// @return empty where it cannot be made
  public static Optional<ProductDraft> again(Work work) throws IOException {
    try {
      return work.step().make().found();
    } catch (MalformedDataException bad) {
      return Optional.empty();
    }
  }

  private static List<String> differences(Product product, Work work) throws IOException {
    Optional<ProductDraft> draft = work.step().make().found();
    if (draft.isEmpty()) {
      return List.of(product.title() + ": cannot be made any more");
    }
    List<String> differences = new ArrayList<>();
    for (DraftPayload made : draft.get().payloads()) {
      String stored = product.payload(made.name()).map(Payload::sha256).orElse("nothing");
      String now = sha256(made.file());
      Files.deleteIfExists(made.file());
      if (!stored.equals(now)) {
        differences.add(
            product.title() + ", " + made.name() + ": stored " + stored + ", made again " + now);
      }
    }
    if (!draft.get().entries().equals(product.entries())) {
      differences.add(product.title() + ": its list of entries");
    }
    return differences;
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = Identity.sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] block = new byte[BLOCK_BYTES];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
