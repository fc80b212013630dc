package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.iasi.column.AirState;
import org.jumelles.iasi.column.PixelColumn;
import org.jumelles.iasi.column.PixelRetrieval;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.retrieval.NoiseCovariance;
import org.jumelles.iasi.sounding.SoundingState;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// All retrievals out of one file.
final class Retrievals {
  private static final int CSV_BYTES = 64 << 20;

  private final AbsorptionTable table;
  private final GasRetrieval retrieval;
  private final AirStates states;
  private final Answer answer;
  private final int limit;
  private final PixelRetrieval pixels;
  private final List<PixelColumn> results = new ArrayList<>();
  private int passed;

  Retrievals(
      AbsorptionTable table,
      GasRetrieval retrieval,
      AirStates states,
      NoiseCovariance noise,
      Answer answer,
      int limit) {
    this.table = table;
    this.retrieval = retrieval;
    this.states = states;
    this.answer = answer;
    this.limit = limit;
    this.pixels = new PixelRetrieval(table, retrieval, noise);
  }

  List<PixelColumn> results() {
    return Collections.unmodifiableList(results);
  }

  long count(Class<?> kind) {
    return results.stream().filter(result -> kind.isInstance(result.outcome())).count();
  }

  /// @return the exit code
  int of(Path file) throws IOException {
    if (file.toString().endsWith(".csv")) {
      AirState state = states.plain(file.toString());
      Outcome<GasColumn> outcome =
          retrieval.retrieve(file.toString(), state.start(), csv(file), pixels.noise());
      results.add(
          new PixelColumn(
              file.getFileName().toString(),
              -1,
              -1,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Optional.of(state.told()),
              PixelRetrieval.judged(outcome, state)));
      return ExitCode.OK;
    }
    return SpectraFile.with(
        file,
        answer,
        spectra -> {
          spectra.eachLine(line -> line(line, file));
          if (passed > 0) {
            answer.say("jumelles: " + passed + " spectra not looked at: --limit " + limit);
          }
          return spectra.tell(answer);
        });
  }

  private void line(ScanLine line, Path file) {
    int room = Math.max(0, limit - results.size());
    int[] pixels =
        IntStream.range(0, ScanLine.PIXELS).filter(pixel -> line.present()[pixel]).toArray();
    passed += Math.max(0, pixels.length - room);
    int taken = Math.min(room, pixels.length);
    List<Optional<SoundingState>> near = new ArrayList<>();
    for (int i = 0; i < taken; i++) {
      near.add(
          states.near(
              line.geometry().latitudeDeg()[pixels[i]],
              line.geometry().longitudeDeg()[pixels[i]],
              line.views()[pixels[i] / ScanLine.PIXELS_PER_VIEW]));
    }
    results.addAll(
        IntStream.range(0, taken)
            .parallel()
            .mapToObj(i -> pixel(line, pixels[i], file, near.get(i)))
            .toList());
  }

  private PixelColumn pixel(ScanLine line, int pixel, Path file, Optional<SoundingState> near) {
    return pixels.of(
        line, pixel, file.toString(), (spectrum, zenith) -> states.of(spectrum, near, zenith));
  }

  /// The table's channels out of rows of wavenumber and radiance.
  private double[] csv(Path file) throws IOException {
    if (Files.size(file) > CSV_BYTES) {
      throw new IllegalArgumentException(file + ": " + Files.size(file) + " bytes of CSV");
    }
    double[] radiance = new double[table.wavenumberPerCm().length];
    java.util.Arrays.fill(radiance, Double.NaN);
    List<String> rows = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int i = 1; i < rows.size(); i++) {
      String[] cells = rows.get(i).split(",", -1);
      try {
        long c = Math.round(4 * (Double.parseDouble(cells[0]) - table.wavenumberPerCm()[0]));
        if (c >= 0 && c < radiance.length) {
          radiance[(int) c] = Double.parseDouble(cells[1]);
        }
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
        throw new MalformedDataException(
            file.toString(),
            new Place.LineColumn(i + 1, 1),
            "row",
            "wavenumber_per_cm,radiance_w_m2_sr_per_m",
            "'" + rows.get(i) + "' " + unreadable.getMessage());
      }
    }
    return radiance;
  }
}
