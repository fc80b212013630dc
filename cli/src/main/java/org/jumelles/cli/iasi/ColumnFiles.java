package org.jumelles.cli.iasi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.validation.ColumnSet;

/// Opens the products that `iasi retrieve -o` writes.
final class ColumnFiles {
  private static final Logger JHDF = Logger.getLogger("io.jhdf");

  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private ColumnFiles() {}

  /// Whether a file is HDF5, as no file of spectra is.
  static boolean isColumns(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(HDF5.length), HDF5);
    }
  }

  static ColumnSet read(Path path) {
    JHDF.setLevel(Level.WARNING);
    try (NetCdfFile file = NetCdfFile.open(path)) {
      return ColumnSet.read(file);
    }
  }
}
