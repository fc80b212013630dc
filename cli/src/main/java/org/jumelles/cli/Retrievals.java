package org.jumelles.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.retrieval.AbsorptionTable;
import org.jumelles.iasi.retrieval.GasColumn;
import org.jumelles.iasi.retrieval.GasRetrieval;
import org.jumelles.iasi.calibration.NoiseTable;
import org.jumelles.iasi.spectrum.Channels;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// All retrievals out of one file.
final class Retrievals {
  private static final double ANGLE_STEP_DEG = 0.5;
  private static final int CSV_BYTES = 64 << 20;

  private final AbsorptionTable table;
  private final GasRetrieval retrieval;
  private final SceneOptions scene;
  private final Answer answer;
  private final int limit;
  private final double[] noise;
  private final List<Result> results = new ArrayList<>();
  private final ConcurrentHashMap<Integer, GasRetrieval.Start> starts = new ConcurrentHashMap<>();
  private String state = "";
  private int passed;

  /// One spectrum's.
  record Result(String name, double latitudeDeg, double longitudeDeg, Outcome<GasColumn> outcome) {}

  Retrievals(
      AbsorptionTable table, GasRetrieval retrieval, SceneOptions scene, Answer answer, int limit) {
    this.table = table;
    this.retrieval = retrieval;
    this.scene = scene;
    this.answer = answer;
    this.limit = limit;
    this.noise = NoiseTable.BUILT_IN.radiance(table.wavenumberPerCm());
  }

  List<Result> results() {
    return Collections.unmodifiableList(results);
  }

  String state() {
    return state;
  }

  long count(Class<?> kind) {
    return results.stream().filter(result -> kind.isInstance(result.outcome())).count();
  }

  /// @return the exit code
  int of(Path file) throws IOException {
    Atmosphere air = scene.atmosphereOrStandard(answer);
    state = air.source();
    if (file.toString().endsWith(".csv")) {
      GasRetrieval.Start start = retrieval.start(air, scene.surface(air));
      Outcome<GasColumn> outcome = retrieval.retrieve(file.toString(), start, csv(file), noise);
      results.add(
          new Result(file.getFileName().toString(), Double.NaN, Double.NaN, judged(outcome)));
      return ExitCode.OK;
    }
    return SpectraFile.with(
        file,
        spectra -> {
          spectra.eachLine(line -> line(line, file, air));
          if (passed > 0) {
            answer.say("jumelles: " + passed + " spectra not looked at: --limit " + limit);
          }
          return spectra.tell(answer);
        });
  }

  private void line(ScanLine line, Path file, Atmosphere air) {
    int room = Math.max(0, limit - results.size());
    int[] pixels =
        IntStream.range(0, ScanLine.PIXELS).filter(pixel -> line.present()[pixel]).toArray();
    passed += Math.max(0, pixels.length - room);
    results.addAll(
        IntStream.of(pixels)
            .limit(room)
            .parallel()
            .mapToObj(pixel -> pixel(line, pixel, file, air))
            .toList());
  }

  private Result pixel(ScanLine line, int pixel, Path file, Atmosphere air) {
    String name =
        line.number()
            + "/"
            + pixel / ScanLine.PIXELS_PER_VIEW
            + "/"
            + pixel % ScanLine.PIXELS_PER_VIEW;
    String source = file + " " + name;
    double[] radiance = new double[noise.length];
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
    if (line.quality().bad(pixel, band)) {
      outcome = refused(source, "quality", "band " + band + " is flagged bad");
    } else if (!(zenith >= 0 && zenith <= 75)) {
      outcome = refused(source, "satellite zenith angle", zenith + " degrees");
    } else {
      outcome = judged(retrieval.retrieve(source, start(air, zenith), radiance, noise));
    }
    return new Result(
        name, line.geometry().latitudeDeg()[pixel], line.geometry().longitudeDeg()[pixel], outcome);
  }

  private GasRetrieval.Start start(Atmosphere air, double zenithDeg) {
    int step = (int) Math.round(zenithDeg / ANGLE_STEP_DEG);
    return starts.computeIfAbsent(
        step,
        at -> {
          Atmosphere seen = air.seenAt(at * ANGLE_STEP_DEG);
          return retrieval.start(seen, scene.surface(seen));
        });
  }

  /// Without a state of the air to start from nothing is good.
  private Outcome<GasColumn> judged(Outcome<GasColumn> outcome) {
    if (scene.given() || outcome.found().isEmpty()) {
      return outcome;
    }
    List<Defect> defects = new ArrayList<>(outcome.defects());
    defects.add(
        0,
        new Defect(
            state,
            new Place.Whole(),
            "state of the air",
            "a profile to start from",
            "none given; a made-up standard was taken"));
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
    double[] radiance = new double[noise.length];
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
