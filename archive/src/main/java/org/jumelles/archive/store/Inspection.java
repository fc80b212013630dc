package org.jumelles.archive.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.ProductDocument;
import org.jumelles.archive.product.ProductReading;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.kernel.outcome.MalformedDataException;
import tools.jackson.core.JacksonException;

/// A look at every byte of one object.
public final class Inspection {
  private static final String DECLARATION = "0=ocfl_object_1.1";
  private static final String DECLARED = "ocfl_object_1.1\n";
  private static final Set<String> ALWAYS =
      Set.of(
          DECLARATION,
          "inventory.json",
          "inventory.json.sha256",
          "v1/inventory.json",
          "v1/inventory.json.sha256");

  private final Store store;
  private final Path root;
  private final List<Problem> problems = new ArrayList<>();
  private long files;
  private long bytes;
  private @Nullable StoredProduct stored;

  private Inspection(Store store, Path root) {
    this.store = store;
    this.root = root;
  }

  /// @param stored the product, where its document could be read
  /// @param files how many were hashed
  /// @param bytes how many were hashed
  public record Result(
      Optional<StoredProduct> stored, long files, long bytes, List<Problem> problems) {

    /// The document, where its own bytes and the inventory's are what they were.
    public Optional<StoredProduct> believed() {
      boolean doubted =
          problems.stream()
              .anyMatch(
                  problem ->
                      switch (problem) {
                        case Problem.Changed(Path file, _, _) -> isMetadata(file);
                        case Problem.Missing(Path file) -> isMetadata(file);
                        case Problem.Malformed _ -> true;
                        default -> false;
                      });
      return doubted ? Optional.empty() : stored;
    }

    private static boolean isMetadata(Path file) {
      return file.endsWith("inventory.json") || file.endsWith(ProductDocument.FILE_NAME);
    }
  }

  /// Hashes all files of the object in a folder and compares them with its inventory, its product
  /// document and its place.
  public static Result of(Store store, Path root) throws IOException {
    Inspection inspection = new Inspection(store, root);
    inspection.inspect();
    return new Result(
        Optional.ofNullable(inspection.stored),
        inspection.files,
        inspection.bytes,
        List.copyOf(inspection.problems));
  }

  private void inspect() throws IOException {
    Path file = root.resolve("inventory.json");
    if (!Files.exists(file)) {
      problems.add(new Problem.Missing(file));
      return;
    }
    byte[] inventory = Files.readAllBytes(file);
    checkSidecar(file, inventory);
    try {
      OcflInventory read = OcflInventory.read(inventory);
      checkFiles(read.manifest());
      checkProduct(read);
    } catch (JacksonException e) {
      problems.add(new Problem.Malformed(file, e.getOriginalMessage()));
    } catch (MalformedDataException e) {
      problems.add(new Problem.Malformed(root, e.defect().sentence()));
    }
  }

  private void checkSidecar(Path file, byte[] inventory) throws IOException {
    String found = HexFormat.of().formatHex(Identity.sha256().digest(inventory));
    for (String copy : List.of("inventory.json.sha256", "v1/inventory.json.sha256")) {
      Path sidecar = root.resolve(copy);
      if (!Files.exists(sidecar)) {
        problems.add(new Problem.Missing(sidecar));
        continue;
      }
      String text = new String(Files.readAllBytes(sidecar), StandardCharsets.ISO_8859_1);
      String expected = text.strip().split("\\s+", 2)[0];
      if (!expected.equals(found)) {
        problems.add(new Problem.Changed(file, expected, found));
      }
    }
    Path twin = root.resolve("v1/inventory.json");
    if (!Files.exists(twin)) {
      problems.add(new Problem.Missing(twin));
    } else {
      compare(twin, found);
    }
  }

  private void checkFiles(Map<String, String> manifest) throws IOException {
    Set<String> expected = new TreeSet<>(ALWAYS);
    expected.addAll(manifest.keySet());
    for (Map.Entry<String, String> file : manifest.entrySet()) {
      Path path = root.resolve(file.getKey()).normalize();
      if (!path.startsWith(root) || !Files.isRegularFile(path)) {
        problems.add(new Problem.Missing(path));
      } else {
        compare(path, file.getValue());
      }
    }
    checkDeclaration(root.resolve(DECLARATION));
    for (Path path : Durable.walk(root)) {
      if (!Files.isDirectory(path) && !expected.contains(root.relativize(path).toString())) {
        problems.add(new Problem.Unknown(path));
      }
    }
  }

  private void checkDeclaration(Path file) throws IOException {
    if (!Files.exists(file)) {
      problems.add(new Problem.Missing(file));
      return;
    }
    byte[] expected = DECLARED.getBytes(StandardCharsets.US_ASCII);
    compare(file, HexFormat.of().formatHex(Identity.sha256().digest(expected)));
  }

  private void compare(Path path, String expected) throws IOException {
    Durable.Hashed hashed = Durable.hash(path);
    files++;
    bytes += hashed.size();
    if (!hashed.sha256().equals(expected)) {
      problems.add(new Problem.Changed(path, expected, hashed.sha256()));
    }
  }

  private void checkProduct(OcflInventory inventory) throws IOException {
    Path file = root.resolve("v1/content").resolve(ProductDocument.FILE_NAME);
    if (!Files.exists(file)) {
      if (!inventory.manifest().containsKey("v1/content/" + ProductDocument.FILE_NAME)) {
        problems.add(new Problem.Missing(file));
      }
      return;
    }
    StoredProduct read = ProductReading.product(Files.readAllBytes(file), file.toString());
    Product product = read.product();
    stored = read;
    boolean inPlace = store.objectRoot(product.identity()).equals(root);
    if (!inPlace || !inventory.id().equals(Store.objectId(product.identity()))) {
      problems.add(new Problem.Malformed(file, "product " + product.identity() + " lies astray"));
    }
    if (!identity(product).equals(product.identity())) {
      problems.add(
          new Problem.Malformed(file, "what it tells has the identity " + identity(product)));
    }
    for (Payload payload : product.payloads()) {
      Path bytesAt = store.path(product, payload);
      String path = root.relativize(bytesAt).toString();
      if (!payload.sha256().equals(inventory.manifest().get(path))) {
        problems.add(new Problem.Malformed(file, "payload " + payload.name() + " is not as told"));
      }
    }
  }

  private static Identity identity(Product product) {
    return product.recipe().isIngest()
        ? Identity.ofBytes(product.payloads().getFirst().sha256())
        : Identity.of(
            product.recipe().name(),
            product.recipe().version(),
            product.parameters(),
            product.inputs());
  }
}
