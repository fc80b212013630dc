package org.jumelles.cli;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.validation.ColumnSet;

/// Opens the products that `iasi retrieve -o` writes.
final class ColumnFiles {
  private static final Logger JHDF = Logger.getLogger("io.jhdf");

  private ColumnFiles() {}

  static ColumnSet read(Path path) {
    JHDF.setLevel(Level.WARNING);
    try (NetCdfFile file = NetCdfFile.open(path)) {
      return ColumnSet.read(file);
    }
  }
}
