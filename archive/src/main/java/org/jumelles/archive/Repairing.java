package org.jumelles.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.catalogue.Catalogue;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.StoredProduct;
import org.jumelles.archive.store.Durable;
import org.jumelles.archive.store.Inspection;
import org.jumelles.archive.store.Session;
import org.jumelles.archive.store.StagedFile;
import org.jumelles.archive.store.Store;

/// Gives damaged products their files back.
///
/// Each payload is sought by its hash: in the object itself, among what an earlier repair set
/// aside, in a backup, and by making the product again. The object is built anew from the product's
/// row (or its document, where the row is lost too), the damaged one is set aside and never
/// deleted, and the new one takes its place. Killed between the last two, the object is missing and
/// the next repair finds its files where they were set aside.
final class Repairing {
  private final Path folder;
  private final Store store;
  private final Catalogue catalogue;
  private final Session session;
  private final Optional<Store> backup;
  private final Repair.Again again;

  Repairing(
      Path folder,
      Store store,
      Catalogue catalogue,
      Session session,
      Optional<Store> backup,
      Repair.Again again) {
    this.folder = folder;
    this.store = store;
    this.catalogue = catalogue;
    this.session = session;
    this.backup = backup;
    this.again = again;
  }

  /// Raw products first, then each derived one whose inputs are whole.
  List<Repair.Mended> repair(List<Damage> damages) throws IOException {
    Map<Identity, Damage> open = new TreeMap<>();
    damages.forEach(damage -> open.put(damage.product(), damage));
    List<Repair.Mended> mended = new ArrayList<>();
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Damage damage : List.copyOf(open.values())) {
        Optional<Repair.Mended> one = one(damage, open.keySet());
        if (one.isPresent()) {
          mended.add(one.get());
          open.remove(damage.product());
          progress = true;
        }
      }
    }
    return mended;
  }

  private Optional<Repair.Mended> one(Damage damage, Set<Identity> open) throws IOException {
    Optional<StoredProduct> known = known(damage.product());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Product product = known.get().product();
    List<StagedFile> staged = new ArrayList<>();
    try {
      List<Repair.MendedFile> files = new ArrayList<>();
      boolean derivable =
          !product.recipe().isIngest() && product.inputs().stream().noneMatch(open::contains);
      for (Payload payload : product.payloads()) {
        Optional<Repair.Source> source = stage(product, payload, staged);
        source.ifPresent(from -> files.add(new Repair.MendedFile(payload.name(), from)));
      }
      if (staged.size() < product.payloads().size()) {
        if (!derivable || !derive(product, staged, files)) {
          return Optional.empty();
        }
      }
      Optional<Path> aside = setAside(product.identity());
      session.put(known.get(), staged);
      catalogue.insert(known.get());
      session.settle(product.identity());
      return Optional.of(new Repair.Mended(product.identity(), product.title(), files, aside));
    } finally {
      session.discard(staged);
    }
  }

  /// What the product is, by its row, or by a document that can still be believed.
  private Optional<StoredProduct> known(Identity identity) throws IOException {
    Optional<StoredProduct> row = catalogue.find(identity);
    if (row.isPresent()) {
      return row;
    }
    for (Store one : backup.map(other -> List.of(store, other)).orElse(List.of(store))) {
      if (one.contains(identity)) {
        Optional<StoredProduct> document = Inspection.of(one, Store.place(identity)).believed();
        if (document.isPresent()) {
          return document;
        }
      }
    }
    return Optional.empty();
  }

  /// Takes the bytes of a payload from the first place that still has them.
  private Optional<Repair.Source> stage(Product product, Payload payload, List<StagedFile> staged)
      throws IOException {
    if (take(at(store, product, payload), payload, staged)) {
      return Optional.of(Repair.Source.ITSELF);
    }
    for (Path aside : setAsideBefore(product.identity())) {
      if (take(Optional.of(Store.within(aside, product, payload)), payload, staged)) {
        return Optional.of(Repair.Source.SET_ASIDE);
      }
    }
    if (backup.isPresent() && take(at(backup.get(), product, payload), payload, staged)) {
      return Optional.of(Repair.Source.BACKUP);
    }
    return Optional.empty();
  }

  /// Where a payload's bytes can be read, right or wrong; not where there are more than promised.
  private Optional<Path> at(Store one, Product product, Payload payload) {
    try {
      return Optional.of(one.asItIs(product, payload, session.workFile("payload")));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean take(Optional<Path> from, Payload payload, List<StagedFile> staged)
      throws IOException {
    if (from.isEmpty()) {
      return false;
    }
    Path file = from.get();
    if (!Files.isRegularFile(file)
        || Files.size(file) != payload.size()
        || !Durable.hash(file).sha256().equals(payload.sha256())) {
      return false;
    }
    StagedFile one = session.stage(payload.name(), payload.mediaType(), file);
    staged.add(one);
    return one.payload().equals(payload);
  }

  /// Adds what is still lacking by making the product again; it counts where the hash is the same.
  private boolean derive(Product product, List<StagedFile> staged, List<Repair.MendedFile> files)
      throws IOException {
    Optional<ProductDraft> draft = again.make(product.identity());
    if (draft.isEmpty()) {
      return false;
    }
    for (DraftPayload made : draft.get().payloads()) {
      Optional<Payload> wanted = product.payload(made.name());
      boolean lacking = staged.stream().noneMatch(one -> one.payload().name().equals(made.name()));
      if (wanted.isPresent() && lacking && take(Optional.of(made.file()), wanted.get(), staged)) {
        files.add(new Repair.MendedFile(made.name(), Repair.Source.DERIVED));
      }
      Files.deleteIfExists(made.file());
    }
    return staged.size() == product.payloads().size();
  }

  private Path asideFolder() {
    return folder.resolve("damaged");
  }

  private Optional<Path> setAside(Identity identity) throws IOException {
    if (!store.contains(identity)) {
      return Optional.empty();
    }
    Files.createDirectories(asideFolder());
    Path aside = asideFolder().resolve(identity.sha256Hex());
    for (int i = 2; Files.exists(aside); i++) {
      aside = asideFolder().resolve(identity.sha256Hex() + "-" + i);
    }
    store.setAside(identity, aside);
    return Optional.of(aside);
  }

  private List<Path> setAsideBefore(Identity identity) throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(asideFolder())) {
      try (var children = Files.list(asideFolder())) {
        children
            .filter(child -> child.getFileName().toString().startsWith(identity.sha256Hex()))
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }
}
