package org.jumelles.service.access;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.recipe.ryugu.StoredCube;

/// Leave to read the files of one product: the only way to them from within this module, so that
/// whoever forgets to ask for leave has no bytes to give away.
public final class Pass implements StoredCube.Shelf {
  private final Archive archive;
  private final Identity product;

  Pass(Archive archive, Identity product) {
    this.archive = archive;
    this.product = product;
  }

  /// Leave that asks nobody, for what describes a product and tells nothing that was measured:
  /// outlines, axes, shapes, instruments. Who uses it is counted by a test.
  public static Pass toDescribe(Archive archive, Identity product) {
    return new Pass(archive, product);
  }

  public Identity product() {
    return product;
  }

  /// The file of a payload; to be read only.
  public Path path(String payload) throws IOException {
    return archive.path(product, payload);
  }

  @Override
  public Path own(String payload) throws IOException {
    return path(payload);
  }

  /// The file of a product that this one names as lying beside it, such as the pixels of a header.
  /// The gate asked for both.
  @Override
  public Path beside(Identity other) throws IOException {
    Product data =
        archive
            .find(product)
            .filter(named -> StoredCube.beside(named).containsValue(other))
            .flatMap(_ -> archive.find(other))
            .orElseThrow(() -> new NoSuchFileException(other.toString(), null, "not beside it"));
    return archive.path(other, data.payloads().getFirst().name());
  }

  public SeekableByteChannel open(String payload) throws IOException {
    return archive.open(product, payload);
  }
}
