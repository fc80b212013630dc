package org.jumelles.archive.store;

import io.ocfl.api.OcflRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.ProductDocument;
import org.jumelles.archive.product.ProductReading;
import org.jumelles.archive.product.StoredProduct;

/// The objects of an archive, in a folder or in a bucket; the same files with the same bytes.
///
/// Reading needs no OCFL library: the place of an object follows from its identity (extension
/// 0004 with tuples of 3, three of them, over the object's id) and each has one version. A place is
/// a path below the storage root, with `/`.
public sealed interface Store extends AutoCloseable permits FolderStore, BucketStore {
  String CONTENT = "v1/content";
  String INVENTORY = "inventory.json";

  /// What a look over the whole store finds.
  ///
  /// @param objects the places of all objects, in their order
  /// @param strays what belongs to no object, as people name it
  record Listing(List<String> objects, List<String> strays) {
    public Listing {
      objects = List.copyOf(objects);
      strays = List.copyOf(strays);
    }
  }

  /// Where it is, for people.
  String name();

  /// Makes an empty storage root where there is none.
  ///
  /// @param workFolder for what is made aside first
  void create(Path workFolder) throws IOException;

  /// Whether it holds no object.
  boolean isEmpty() throws IOException;

  boolean contains(Identity identity) throws IOException;

  /// The places of all objects, in their order.
  List<String> objects() throws IOException;

  /// @param underWay whether a living writer is about to make an object of what lies at a place
  Listing list(Predicate<String> underWay) throws IOException;

  /// The files of the object at a place.
  ObjectFiles files(String place) throws IOException;

  /// A file of this machine with the bytes of a payload; beside it lie the product's others.
  /// Payloads of one product with equal bytes share a file. To be read only, and for as long as the
  /// given path object itself is held.
  Path path(Product product, Payload payload) throws IOException;

  /// A file with the bytes of one payload as they are, right or wrong: where they lie, or copied.
  ///
  /// @param aside where a copy goes
  /// @throws NoSuchFileException where there are none
  Path asItIs(Product product, Payload payload, Path aside) throws IOException;

  /// Puts an object in, built aside: whole or not at all.
  ///
  /// @return false where the object was there already
  boolean put(StoredProduct stored, List<StagedFile> files, OcflRepository aside, Path asideRoot)
      throws IOException;

  /// Puts a whole object in, as another store has it.
  ///
  /// @param object the folder of its files
  void take(Identity identity, Path object) throws IOException;

  /// Removes what a dead writer left of an object that is none yet.
  void sweep(Identity identity) throws IOException;

  /// Moves an object out of the store into a new folder.
  void setAside(Identity identity, Path folder) throws IOException;

  /// Copies the storage root's own files to a folder.
  void copyRoot(Path to) throws IOException;

  /// Copies an object's files, as they are, to the same place below another root.
  void copyObject(Identity identity, Path toRoot) throws IOException;

  @Override
  void close();

  static String objectId(Identity identity) {
    return "urn:jumelles:product:" + identity.sha256Hex();
  }

  /// Where a product's object lies in any store.
  static String place(Identity identity) {
    byte[] id = objectId(identity).getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(Identity.sha256().digest(id));
    return hash.substring(0, 3)
        + "/"
        + hash.substring(3, 6)
        + "/"
        + hash.substring(6, 9)
        + "/"
        + hash;
  }

  /// The payload of the product that gave the name to the file in which these bytes lie.
  static String contentName(Product product, Payload payload) {
    return product.payloads().stream()
        .filter(other -> other.sha256().equals(payload.sha256()))
        .findFirst()
        .orElseThrow()
        .name();
  }

  /// Where the bytes of a payload lie below the folder of the product's object.
  static Path within(Path object, Product product, Payload payload) {
    return object.resolve(CONTENT).resolve(contentName(product, payload));
  }

  /// Reads a product's document.
  ///
  /// @throws NoSuchFileException where the store has no such object
  default StoredProduct read(Identity identity) throws IOException {
    return readAt(place(identity));
  }

  /// Reads the document of the product whose object lies at a place.
  default StoredProduct readAt(String place) throws IOException {
    String file = CONTENT + "/" + ProductDocument.FILE_NAME;
    ObjectFiles files = files(place);
    return ProductReading.product(files.bytes(file), files.named(file));
  }
}
