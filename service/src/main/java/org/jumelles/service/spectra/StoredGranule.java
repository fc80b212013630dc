package org.jumelles.service.spectra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.Granules;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.service.access.Pass;

/// A raw granule of the archive.
public record StoredGranule(Product product, Entry entry) {
  public static final String KIND = "spectra";

  /// What is done with an open granule.
  public interface Use<T> {
    T of(Granule granule) throws IOException;
  }

  /// The granule that a product is; empty where it is something else.
  public static Optional<StoredGranule> of(Product product) {
    return product.entries().stream()
        .filter(entry -> entry.kind().equals(KIND))
        .findFirst()
        .map(entry -> new StoredGranule(product, entry));
  }

  /// The granule that a product is, or that it was made from.
  public static Optional<StoredGranule> behind(Archive archive, Product product) {
    return of(product)
        .or(
            () ->
                product.inputs().stream()
                    .map(archive::find)
                    .flatMap(Optional::stream)
                    .map(StoredGranule::of)
                    .flatMap(Optional::stream)
                    .findFirst());
  }

  public Identity identity() {
    return product.identity();
  }

  public String platform() {
    return entry.attributes().getOrDefault("platform", "not known");
  }

  /// `Metop-A 2012-11-02T00:00:02Z`; a satellite that the container does not know has the name
  /// that the archive gives it.
  public String name() {
    return entry.key().replaceFirst("^not known(?= )", platform());
  }

  /// @param pass to this granule's product
  public <T> T open(Pass pass, Use<T> use) {
    try (Arena arena = Arena.ofConfined()) {
      return use.of(Granules.open(Bytes.map(pass.path(entry.payload()), arena)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
