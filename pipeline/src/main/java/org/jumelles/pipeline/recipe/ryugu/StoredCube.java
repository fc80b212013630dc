package org.jumelles.pipeline.recipe.ryugu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.pipeline.ingest.CubeContents;
import org.jumelles.pipeline.ingest.Ingest;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.library.SpectralLibraries;

/// A cube or a library, which is one of a spectrum a line, that was taken in: the product of its
/// header, label or file, and the products of the
/// files that this one names.
///
/// @param key the cube's name
/// @param entry what the header's product says of it
/// @param others data by the name that the header knows it by
public record StoredCube(String key, Product head, Entry entry, Map<String, Identity> others) {
  public StoredCube {
    others = Collections.unmodifiableMap(new TreeMap<>(others));
  }

  /// All that the archive holds, oldest stored first. Two ENVI headers of equal bytes are one
  /// product: each data file that names it is a cube of its own.
  static List<StoredCube> all(Archive archive) {
    List<Product> raw = archive.products(Recipe.INGEST.name());
    List<StoredCube> cubes = of(raw, CubeContents.CUBE);
    for (Product data : raw) {
      twin(data, cubes).ifPresent(cubes::add);
    }
    return cubes;
  }

  /// All spectral libraries that the archive holds, oldest stored first.
  static List<StoredCube> libraries(Archive archive) {
    return of(archive.products(Recipe.INGEST.name()), CubeContents.LIBRARY);
  }

  private static List<StoredCube> of(List<Product> raw, String kind) {
    List<StoredCube> found = new ArrayList<>();
    for (Product product : raw) {
      for (Entry entry : product.entries()) {
        if (entry.kind().equals(kind)) {
          found.add(new StoredCube(entry.key(), product, entry, beside(product)));
        }
      }
    }
    return found;
  }

  /// Files that a header names, by the name that it gives them.
  public static Map<String, Identity> beside(Product product) {
    Map<String, Identity> beside = new TreeMap<>();
    product
        .attributes()
        .forEach(
            (name, value) -> {
              if (name.startsWith(Ingest.BESIDE)) {
                beside.put(name.substring(Ingest.BESIDE.length()), new Identity(value));
              }
            });
    return beside;
  }

  private static Optional<StoredCube> twin(Product data, List<StoredCube> cubes) {
    String by = data.attributes().getOrDefault(Ingest.DESCRIBED_BY, "");
    String name = data.attributes().getOrDefault(Ingest.DESCRIBED_AS, "");
    List<StoredCube> known =
        cubes.stream().filter(cube -> cube.head.identity().sha256Hex().equals(by)).toList();
    boolean news =
        !known.isEmpty()
            && known.getFirst().entry.attributes().getOrDefault("format", "").startsWith("ENVI")
            && known.stream().noneMatch(cube -> cube.others.containsValue(data.identity()));
    return news
        ? Optional.of(
            new StoredCube(
                name, known.getFirst().head, known.getFirst().entry, Map.of(name, data.identity())))
        : Optional.empty();
  }

  List<Identity> inputs() {
    List<Identity> inputs = new ArrayList<>(List.of(head.identity()));
    others.values().stream().filter(other -> !inputs.contains(other)).forEach(inputs::add);
    return inputs;
  }

  /// What a recipe's parameters say of it, with those of the recipe's own.
  Map<String, String> parameters(Map<String, String> own) {
    Map<String, String> parameters = new TreeMap<>(own);
    parameters.put("cube", head.identity().sha256Hex());
    others.forEach((name, identity) -> parameters.put("with " + name, identity.sha256Hex()));
    return parameters;
  }

  /// Opens it; the caller closes it.
  Cube open(Archive archive) throws IOException {
    return open(head, head.payloads().getFirst().name(), others, Shelf.of(archive, head));
  }

  /// Where the files lie, for who may read them.
  public interface Shelf {
    /// A file of the product itself.
    Path own(String payload) throws IOException;

    /// The one file of another product that this one names.
    Path beside(Identity other) throws IOException;

    /// Everything that the archive holds.
    static Shelf of(Archive archive, Product product) {
      return new Shelf() {
        @Override
        public Path own(String payload) throws IOException {
          return archive.path(product.identity(), payload);
        }

        @Override
        public Path beside(Identity other) throws IOException {
          Product data = archive.find(other).orElseThrow();
          return archive.path(other, data.payloads().getFirst().name());
        }
      };
    }
  }

  /// Opens a cube of a product by the name of its header, label or file; the caller closes it. Its
  /// pixels are the product's file of the name that the header gives, wherever the store keeps the
  /// one and the other: of equal headers it keeps one, beside the pixels of one of them.
  ///
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where it is refused
  public static Cube open(Product product, String name, Shelf shelf) throws IOException {
    return open(product, name, beside(product), shelf);
  }

  /// The same, from an archive of which everything may be read.
  public static Cube open(Archive archive, Product product, String name) throws IOException {
    return open(product, name, Shelf.of(archive, product));
  }

  private static Cube open(Product product, String name, Map<String, Identity> others, Shelf shelf)
      throws IOException {
    Map<String, Path> files = new TreeMap<>();
    for (Payload payload : product.payloads()) {
      if (!payload.name().equals(name)) {
        files.put(payload.name(), shelf.own(payload.name()));
      }
    }
    for (Map.Entry<String, Identity> other : others.entrySet()) {
      files.put(other.getKey(), shelf.beside(other.getValue()));
    }
    Path file = shelf.own(name);
    boolean library =
        product.entries().stream().anyMatch(one -> one.kind().equals(CubeContents.LIBRARY));
    return library
        ? SpectralLibraries.read(name, file, files).cube()
        : Cubes.open(name, file, files);
  }

  /// A whole number of the entry.
  long number(String attribute) {
    return Long.parseLong(entry.attributes().getOrDefault(attribute, "0"));
  }
}
