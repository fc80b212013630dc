package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// The door: a cube from a file, told by its content.
public final class Cubes {
  private Cubes() {}

  /// Opens the cube that a file, or the file beside it, holds; the caller closes it. Either file of
  /// an ENVI pair will do.
  ///
  /// @throws MalformedDataException where it is refused; what is only doubtful is in
  ///     [Container#defects]
  @SuppressWarnings("MustBeClosedChecker") // the cube closes it
  public static Cube open(Path file) throws IOException {
    Arena arena = Arena.ofShared();
    try {
      return open(file, arena);
    } catch (IOException | RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  private static Cube open(Path file, Arena arena) throws IOException {
    Bytes bytes = Bytes.map(file, arena);
    if (EnviCubes.isHeader(bytes)) {
      return EnviCubes.open(file, bytes, arena);
    }
    Path header = EnviCubes.headerOf(file);
    if (!header.equals(file)) {
      return EnviCubes.open(header, file, arena);
    }
    throw new MalformedDataException(
        file.toString(),
        new Place.Offset(0),
        "content",
        "ENVI with its header beside it",
        "none of these");
  }
}
