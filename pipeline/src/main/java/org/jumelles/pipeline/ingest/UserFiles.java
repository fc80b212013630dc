package org.jumelles.pipeline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;

/// The user's files: found, copied, and what cannot be read of them told apart from what the
/// archive cannot do.
final class UserFiles {
  private static final int COPY_BYTES = 1 << 16;
  private static final int LONGEST_NAME = 150;

  /// The archive's own files in a product.
  private static final Set<String> KEPT_NAMES = Set.of("product.json", "prov.json");

  private UserFiles() {}

  /// The visible files below a path, and the folders that may not be looked into.
  static List<Path> filesOf(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new NoSuchFileException(path.toString());
    }
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    TreeSet<Path> files = new TreeSet<>();
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Files.isRegularFile(file) && isVisible(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return List.copyOf(files);
  }

  private static boolean isVisible(Path file) {
    return !file.getFileName().toString().startsWith(".");
  }

  static String copyAndHash(Path from, Path to) throws IOException {
    try (OutputStream out = Files.newOutputStream(to)) {
      return copyAndHash(from, out);
    }
  }

  private static String copyAndHash(Path from, OutputStream to) throws IOException {
    MessageDigest digest = Identity.sha256();
    try (InputStream in = ofUser(() -> Files.newInputStream(from));
        OutputStream out = new DigestOutputStream(to, digest)) {
      byte[] block = new byte[COPY_BYTES];
      for (int read = ofUser(() -> in.read(block));
          read >= 0;
          read = ofUser(() -> in.read(block))) {
        out.write(block, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The user's file could not be read; the archive is well.
  static final class UnreadableException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    UnreadableException(IOException cause) {
      super(cause);
    }
  }

  /// Something read from a file of the user.
  interface Reading<T> {
    T read() throws IOException;
  }

  static <T> T ofUser(Reading<T> reading) throws UnreadableException {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UnreadableException(e);
    }
  }

  static String sha256(Path file) throws IOException {
    return copyAndHash(file, OutputStream.nullOutputStream());
  }

  static Defect unreadable(Path file, UnreadableException e) {
    return new Defect(
        file.toString(),
        new Place.Whole(),
        "file",
        "a file that can be read",
        String.valueOf(e.getCause()));
  }

  /// The file's own name, its end where it is long, with what a payload's name may not hold made
  /// into `_`.
  static String payloadName(Path file) {
    String name = file.getFileName().toString().replaceAll("[^A-Za-z0-9._+-]", "_");
    String end = name.substring(Math.max(0, name.length() - LONGEST_NAME));
    return end.startsWith(".") || KEPT_NAMES.contains(end) ? "_" + end : end;
  }
}
