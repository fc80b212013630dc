package org.jumelles.archive.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final List<String> SIDECARS =
      List.of("inventory.json.sha256", "v1/inventory.json.sha256");
  private static final Set<String> ALWAYS =
      Set.of(
          DECLARATION,
          "inventory.json",
          "inventory.json.sha256",
          "v1/inventory.json",
          "v1/inventory.json.sha256");

  private final String place;
  private final ObjectFiles object;
  private final Set<String> names;
  private final List<Problem> problems = new ArrayList<>();
  private long files;
  private long bytes;
  private @Nullable StoredProduct stored;

  private Inspection(Store store, String place) throws IOException {
    this.place = place;
    this.object = store.files(place);
    this.names = object.names();
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
                        case Problem.Changed(String file, _, _) -> isMetadata(file);
                        case Problem.Missing(String file) -> isMetadata(file);
                        case Problem.Malformed _ -> true;
                        default -> false;
                      });
      return doubted ? Optional.empty() : stored;
    }

    private static boolean isMetadata(String file) {
      return file.endsWith("/" + Store.INVENTORY) || file.endsWith("/" + ProductDocument.FILE_NAME);
    }
  }

  /// Hashes all files of the object at a place and compares them with its inventory, its product
  /// document and its place.
  public static Result of(Store store, String place) throws IOException {
    Inspection inspection = new Inspection(store, place);
    inspection.inspect();
    return new Result(
        Optional.ofNullable(inspection.stored),
        inspection.files,
        inspection.bytes,
        List.copyOf(inspection.problems));
  }

  private void inspect() throws IOException {
    if (isMissing(Store.INVENTORY)) {
      return;
    }
    byte[] inventory = object.bytes(Store.INVENTORY);
    checkSidecar(inventory);
    try {
      OcflInventory read = OcflInventory.read(inventory);
      checkFiles(read.manifest());
      checkProduct(read);
    } catch (JacksonException e) {
      malformed(Store.INVENTORY, e.getOriginalMessage());
    } catch (MalformedDataException e) {
      malformed("", e.defect().sentence());
    }
  }

  private boolean isMissing(String name) {
    if (names.contains(name)) {
      return false;
    }
    problems.add(new Problem.Missing(object.named(name)));
    return true;
  }

  private void malformed(String name, String found) {
    problems.add(new Problem.Malformed(object.named(name), found));
  }

  private void checkSidecar(byte[] inventory) throws IOException {
    String found = HexFormat.of().formatHex(Identity.sha256().digest(inventory));
    for (String sidecar : SIDECARS) {
      if (isMissing(sidecar)) {
        continue;
      }
      String text = new String(object.bytes(sidecar), StandardCharsets.ISO_8859_1);
      if (!text.matches("[0-9a-f]{64}[ \\t]+inventory\\.json\\n?")) {
        malformed(sidecar, "it is no hash and name of the inventory");
        continue;
      }
      String expected = text.substring(0, 64);
      if (!expected.equals(found)) {
        problems.add(new Problem.Changed(object.named(Store.INVENTORY), expected, found));
      }
    }
    checkTwins();
    if (!isMissing("v1/inventory.json")) {
      compare("v1/inventory.json", found);
    }
  }

  /// An object of one version has its sidecar twice, byte by byte the same.
  private void checkTwins() throws IOException {
    if (names.containsAll(SIDECARS)
        && !Arrays.equals(object.bytes(SIDECARS.get(0)), object.bytes(SIDECARS.get(1)))) {
      malformed(SIDECARS.get(0), "it is not as its copy in v1");
    }
  }

  private void checkFiles(Map<String, String> manifest) throws IOException {
    Set<String> expected = new TreeSet<>(ALWAYS);
    expected.addAll(manifest.keySet());
    for (Map.Entry<String, String> file : manifest.entrySet()) {
      if (!isMissing(file.getKey())) {
        compare(file.getKey(), file.getValue());
      }
    }
    if (!isMissing(DECLARATION)) {
      byte[] declared = DECLARED.getBytes(StandardCharsets.US_ASCII);
      compare(DECLARATION, HexFormat.of().formatHex(Identity.sha256().digest(declared)));
    }
    names.stream()
        .filter(name -> !expected.contains(name))
        .forEach(name -> problems.add(new Problem.Unknown(object.named(name))));
  }

  private void compare(String name, String expected) throws IOException {
    Durable.Hashed hashed;
    try {
      hashed = object.hash(name);
    } catch (NoSuchFileException e) {
      problems.add(new Problem.Missing(object.named(name)));
      return;
    }
    files++;
    bytes += hashed.size();
    if (!hashed.sha256().equals(expected)) {
      problems.add(new Problem.Changed(object.named(name), expected, hashed.sha256()));
    }
  }

  private void checkProduct(OcflInventory inventory) throws IOException {
    String file = Store.CONTENT + "/" + ProductDocument.FILE_NAME;
    if (!names.contains(file)) {
      if (!inventory.manifest().containsKey(file)) {
        problems.add(new Problem.Missing(object.named(file)));
      }
      return;
    }
    StoredProduct read = ProductReading.product(object.bytes(file), object.named(file));
    Product product = read.product();
    stored = read;
    boolean inPlace = Store.place(product.identity()).equals(place);
    if (!inPlace || !inventory.id().equals(Store.objectId(product.identity()))) {
      malformed(file, "product " + product.identity() + " lies astray");
    }
    if (!identity(product).equals(product.identity())) {
      malformed(file, "what it tells has the identity " + identity(product));
    }
    for (Payload payload : product.payloads()) {
      String path = Store.CONTENT + "/" + Store.contentName(product, payload);
      if (!payload.sha256().equals(inventory.manifest().get(path))) {
        malformed(file, "payload " + payload.name() + " is not as told");
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
