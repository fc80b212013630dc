package org.jumelles.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.sounding.SoundingIndex;
import picocli.CommandLine.Option;

/// What a retrieval is told besides spectra: a sounding product to start from, and the noise.
final class StateOptions {
  private static final int CSV_BYTES = 4 << 20;

  @Option(
      names = "--l2",
      paramLabel = "FILE",
      description = {
        "EPS Level 2 (IASI_SND_02): temperature, humidity, ground and emissivity of the",
        "nearest footprint. Other gases come from --profile, or from round curves."
      })
  private @Nullable Path soundings;

  @Option(
      names = "--l2-km",
      paramLabel = "KM",
      defaultValue = "25",
      description = "How far away a footprint of --l2 may be. (25)")
  private double km = 25;

  @Option(
      names = "--l2-minutes",
      paramLabel = "MIN",
      defaultValue = "30",
      description = "How long before or after. (30)")
  private double minutes = 30;

  @Option(
      names = "--l2-cloud",
      paramLabel = "PERCENT",
      defaultValue = "10",
      description = "More cloud than that in --l2 makes a column doubtful. (10)")
  private double cloudPercent = 10;

  @Option(
      names = "--nedr",
      split = ",",
      paramLabel = "FILE",
      description = {
        "The noise by channel: EUMETSAT's IASI_EV?_xx_Mxx (HDF5), or a CSV of",
        "wavenumber_per_cm,nedr_w_m2_sr_per_m. Without: a built-in table."
      })
  private List<Path> noiseFiles = List.of();

  /// Nothing where the option was not given.
  Optional<SoundingIndex> soundings(Answer answer, Arena arena) throws IOException {
    Path file = soundings;
    return file == null
        ? Optional.empty()
        : Optional.of(PlanetModels.need(SoundingIndex.read(Waves.map(file, arena)), answer));
  }

  SoundingIndex.Limits limits() {
    return new SoundingIndex.Limits(km, 60 * minutes);
  }

  double mostCloudPercent() {
    return cloudPercent;
  }

  NoiseTable noise() throws IOException {
    if (noiseFiles.isEmpty()) {
      return NoiseTable.BUILT_IN;
    }
    Path first = noiseFiles.getFirst();
    if (first.toString().endsWith(".csv")) {
      if (noiseFiles.size() > 1 || Files.size(first) > CSV_BYTES) {
        throw new IllegalArgumentException("--nedr takes one CSV of up to 4 MiB");
      }
      return NoiseTable.ofCsv(first.toString(), Files.readAllLines(first, StandardCharsets.UTF_8));
    }
    List<NetCdfFile> files = new ArrayList<>();
    try {
      for (Path file : noiseFiles) {
        files.add(NetCdfFile.open(file));
      }
      return NoiseTable.of(files);
    } finally {
      files.forEach(NetCdfFile::close);
    }
  }
}
