package org.jumelles.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Small ENVI cubes of one line, from numbers in text.
final class TestCubes {
  private TestCubes() {}

  /// @param numbers spectrum after spectrum
  /// @param more lines of the header
  static Path write(Path folder, String name, int pixels, String numbers, String more)
      throws IOException {
    String[] words = numbers.strip().split("\\s+");
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      values[i] = Double.parseDouble(words[i]);
    }
    return write(folder, name, pixels, values, more);
  }

  static Path write(Path folder, String name, int pixels, double[] values, String more)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    Files.write(folder.resolve(name + ".img"), bytes.array());
    Path header = folder.resolve(name + ".hdr");
    Files.writeString(
        header,
        """
        ENVI
        samples = %d
        lines = 1
        bands = %d
        header offset = 0
        data type = 5
        interleave = bip
        byte order = 0
        %s
        """
            .formatted(pixels, values.length / pixels, more));
    return header;
  }
}
