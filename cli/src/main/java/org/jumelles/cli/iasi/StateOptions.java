package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.netcdf.NetCdfFile;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.retrieval.NoiseCovariance;
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

  @Option(
      names = "--independent-noise",
      description = {
        "Takes channels as independent, which apodised ones are not: for spectra without",
        "apodisation, or to compare."
      })
  private boolean independent;

  @Option(
      names = "--model-error",
      paramLabel = "K",
      description = {
        "What each channel may be off beside noise, K at 280 K. Without: the table's",
        "rms. 120 real spectra of Metop-A want 0.03 near 2150 cm-1."
      })
  private double modelErrorK = Double.NaN;

  /// Nothing where the option was not given.
  Optional<SoundingIndex> soundings(Answer answer, Arena arena) throws IOException {
    Path file = soundings;
    return file == null
        ? Optional.empty()
        : Optional.of(InputFile.need(SoundingIndex.read(InputFile.map(file, arena)), answer));
  }

  SoundingIndex.Limits limits() {
    return new SoundingIndex.Limits(km, 60 * minutes);
  }

  double mostCloudPercent() {
    return cloudPercent;
  }

  /// The covariance of a spectrum's noise.
  ///
  /// @param sigma of the channels
  NoiseCovariance covariance(GasRetrieval retrieval, double[] sigma) {
    if (modelErrorK < 0) {
      throw new IllegalArgumentException("--model-error " + modelErrorK + ": 0 or more");
    }
    return independent
        ? NoiseCovariance.independent(sigma)
        : retrieval.noise(
            sigma,
            Double.isNaN(modelErrorK) ? OptionalDouble.empty() : OptionalDouble.of(modelErrorK));
  }

  /// For people: how the channels' noise belongs together.
  String correlation() {
    return independent ? "independent channels" : "as apodisation correlates it";
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
