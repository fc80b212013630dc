package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jumelles.cli.answer.OutputFile;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;

/// Maps of a cube, several numbers a pixel, where they are wanted; else nothing is written.
final class MapsFile implements AutoCloseable {
  static final MapsFile NONE = new MapsFile(Optional.empty());

  private final Optional<CubeWriter> writer;

  private MapsFile(Optional<CubeWriter> writer) {
    this.writer = writer;
  }

  /// @param out none for no maps
  /// @param names of the numbers
  static MapsFile of(
      Optional<Path> out, Cube cube, List<String> names, String title, OutputFile output)
      throws IOException {
    if (out.isEmpty()) {
      return NONE;
    }
    NewCube wanted = NewCube.maps(cube.lines(), cube.samples(), names, title);
    return new MapsFile(Optional.of(CubeInput.create(out.get(), wanted, output)));
  }

  boolean isWanted() {
    return writer.isPresent();
  }

  void write(long firstPixel, int count, double[] rows) throws IOException {
    if (writer.isPresent()) {
      writer.get().write(firstPixel, count, rows);
    }
  }

  /// Puts the files in their place.
  void finish() throws IOException {
    if (writer.isPresent()) {
      writer.get().finish();
    }
  }

  @Override
  public void close() throws IOException {
    if (writer.isPresent()) {
      writer.get().close();
    }
  }
}
