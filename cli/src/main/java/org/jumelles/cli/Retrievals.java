package org.jumelles.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.retrieval.NoiseCovariance;
import org.jumelles.iasi.sounding.SoundingState;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Utc;

/// All retrievals out of one file.
final class Retrievals {
  private static final int CSV_BYTES = 64 << 20;

  private final AbsorptionTable table;
  private final GasRetrieval retrieval;
  private final AirStates states;
  private final Answer answer;
  private final int limit;
  private final NoiseCovariance noise;
  private final List<Result> results = new ArrayList<>();
  private int passed;

  /// One spectrum's.
  ///
  /// @param origin of the state that it started from; empty where it was refused before
  /// @param unixSeconds of the view; NaN where not known
  record Result(
      String name,
      double latitudeDeg,
      double longitudeDeg,
      double unixSeconds,
      Optional<AirStates.Origin> origin,
      Outcome<GasColumn> outcome) {}

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
    this.noise = noise;
  }

  List<Result> results() {
    return Collections.unmodifiableList(results);
  }

  long count(Class<?> kind) {
    return results.stream().filter(result -> kind.isInstance(result.outcome())).count();
  }

  /// @return the exit code
  int of(Path file) throws IOException {
    if (file.toString().endsWith(".csv")) {
      AirStates.State state = states.plain(file.toString());
      Outcome<GasColumn> outcome =
          retrieval.retrieve(file.toString(), state.start(), csv(file), noise);
      results.add(
          new Result(
              file.getFileName().toString(),
              Double.NaN,
              Double.NaN,
              Double.NaN,
              Optional.of(state.origin()),
              judged(outcome, state)));
      return ExitCode.OK;
    }
    return SpectraFile.with(
        file,
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

  private Result pixel(ScanLine line, int pixel, Path file, Optional<SoundingState> near) {
    String name =
        line.number()
            + "/"
            + pixel / ScanLine.PIXELS_PER_VIEW
            + "/"
            + pixel % ScanLine.PIXELS_PER_VIEW;
    String source = file + " " + name;
    double[] radiance = new double[table.wavenumberPerCm().length];
    int band = 1;
    for (int c = 0; c < radiance.length; c++) {
      double nu = table.wavenumberPerCm()[c];
      int channel = Channels.nearest(nu);
      band = nu < 1210 ? 1 : nu < 2000 ? 2 : 3;
      radiance[c] =
          line.counts()[ScanLine.at(pixel) + channel - 1] * line.scale().factors()[channel - 1];
    }
    double zenith = line.geometry().satelliteZenithDeg()[pixel];
    Outcome<GasColumn> outcome;
    Optional<AirStates.Origin> origin = Optional.empty();
    if (line.quality().bad(pixel, band)) {
      outcome = refused(source, "quality", "band " + band + " is flagged bad");
    } else if (!(zenith >= 0 && zenith <= 75)) {
      outcome = refused(source, "satellite zenith angle", zenith + " degrees");
    } else {
      AirStates.State state = states.of(source, near, zenith);
      origin = Optional.of(state.origin());
      outcome = judged(retrieval.retrieve(source, state.start(), radiance, noise), state);
    }
    return new Result(
        name,
        line.geometry().latitudeDeg()[pixel],
        line.geometry().longitudeDeg()[pixel],
        Utc.unixNanos(line.views()[pixel / ScanLine.PIXELS_PER_VIEW]) / 1e9,
        origin,
        outcome);
  }

  /// What makes its state doubtful makes a column doubtful.
  private static Outcome<GasColumn> judged(Outcome<GasColumn> outcome, AirStates.State state) {
    if (state.doubts().isEmpty() || outcome.found().isEmpty()) {
      return outcome;
    }
    List<Defect> defects = new ArrayList<>(state.doubts());
    defects.addAll(outcome.defects());
    return new Outcome.Doubtful<>(outcome.found().get(), defects);
  }

  private static Outcome<GasColumn> refused(String source, String field, String found) {
    return new Outcome.Refused<>(
        new Defect(source, new Place.Whole(), field, "IASI Level 1C", found));
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
