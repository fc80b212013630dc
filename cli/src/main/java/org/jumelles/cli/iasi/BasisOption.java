package org.jumelles.cli.iasi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.detection.Basis;
import picocli.CommandLine.Option;

/// The user's basis of principal components: a folder with EUMETSAT's HDF5 files.
final class BasisOption {
  private static final Logger JHDF = Logger.getLogger("io.jhdf");

  @Option(
      names = "--basis",
      paramLabel = "DIR",
      description = "EUMETSAT's IASI_EV1_xx_Mxx to IASI_EV3_xx_Mxx.")
  private @Nullable Path folder;

  /// Nothing where the option was not given.
  Optional<Basis> find() throws IOException {
    return folder == null ? Optional.empty() : Optional.of(read(folder));
  }

  Basis need() throws IOException {
    if (folder == null) {
      throw new IllegalArgumentException(
          "--basis DIR is wanted: the folder with EUMETSAT's IASI_EV1_xx_Mxx to IASI_EV3_xx_Mxx,"
              + " which EUMETSAT gives to registered users");
    }
    return read(folder);
  }

  static Basis read(Path folder) throws IOException {
    JHDF.setLevel(Level.WARNING);
    List<Path> paths;
    try (Stream<Path> all = Files.list(folder)) {
      paths =
          all.filter(path -> String.valueOf(path.getFileName()).contains("_EV")).sorted().toList();
    }
    if (paths.isEmpty()) {
      throw new IllegalArgumentException(
          folder + ": no file such as IASI_EV1_xx_Mxx in this folder");
    }
    List<NetCdfFile> files = new ArrayList<>();
    try {
      paths.forEach(path -> files.add(NetCdfFile.open(path)));
      return Basis.read(files);
    } finally {
      files.forEach(NetCdfFile::close);
    }
  }
}
