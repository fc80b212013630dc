package org.jumelles.service.access;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;

/// Leave to read the files of one product: the only way to them from within this module, so that
/// whoever forgets to ask for leave has no bytes to give away.
public final class Pass {
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

  /// Lets a reader of the pipeline read the product, whose files it finds itself; what else it
  /// reads, the gate was asked for as well.
  public <T> T read(Reading<T> reading) throws IOException {
    return reading.of(archive);
  }

  /// Reads a product of an archive.
  @FunctionalInterface
  public interface Reading<T> {
    T of(Archive archive) throws IOException;
  }

  public SeekableByteChannel open(String payload) throws IOException {
    return archive.open(product, payload);
  }
}
