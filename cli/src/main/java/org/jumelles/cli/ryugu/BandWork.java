package org.jumelles.cli.ryugu;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.OutputFile;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.parameter.BandFits;
import org.jumelles.ryugu.parameter.BandPlan;

/// Bands of each spectrum, as maps or as a table of a line a pixel.
final class BandWork implements CubeWork {
  private static final List<String> FIELDS =
      List.of(
          "centre_um",
          "centre_sigma_um",
          "depth",
          "depth_sigma",
          "width_um",
          "width_sigma_um",
          "area_um",
          "area_sigma_um");

  private final Answer answer;
  private final Cube cube;
  private final BandPlan plan;
  private final BandMaps bands;
  private final Path out;
  private final int width;
  private final MapsFile maps;
  private final Optional<OutputStream> table;
  private final long[][] states;

  /// @param source the name of the cube
  /// @param sigmas of the cube; a block's own where a block has some
  record Measured(Path source, Cube cube, BandPlan plan, Optional<Cube> sigmas) {
    BandMaps bands() {
      double[] um = CubeInput.micrometres(source, cube.axis());
      return new BandMaps(source.toString(), um, cube.axis().good(), plan, sigmas);
    }
  }

  private BandWork(
      Measured measured,
      BandMaps bands,
      Path out,
      MapsFile maps,
      Optional<OutputStream> table,
      Answer answer) {
    this.answer = answer;
    this.cube = measured.cube;
    this.plan = measured.plan;
    this.bands = bands;
    this.out = out;
    this.width = names(plan).size();
    this.maps = maps;
    this.table = table;
    this.states = new long[plan.windows().size()][BandFits.STATES.size()];
  }

  /// The plan in a file, or the standard one.
  static BandPlan plan(Optional<Path> file) throws IOException {
    return file.isEmpty()
        ? BandPlan.standard()
        : BandPlan.parse(file.get().toString(), new String(Files.readAllBytes(file.get()), UTF_8));
  }

  /// As maps.
  static BandWork maps(Measured measured, Path out, OutputFile output, Answer answer)
      throws IOException {
    BandMaps bands = measured.bands();
    String title = "bands of " + measured.source.getFileName();
    MapsFile maps =
        MapsFile.of(Optional.of(out), measured.cube, names(measured.plan), title, output);
    return new BandWork(measured, bands, out, maps, Optional.empty(), answer);
  }

  /// As a table.
  ///
  /// @param out where the stream goes
  static BandWork table(Measured measured, Path out, OutputStream stream, Answer answer)
      throws IOException {
    BandMaps bands = measured.bands();
    String head = "line,sample," + String.join(",", names(measured.plan)) + "\n";
    stream.write(head.getBytes(UTF_8));
    return new BandWork(measured, bands, out, MapsFile.NONE, Optional.of(stream), answer);
  }

  @Override
  public Counting of(CubeScan.Block block) throws IOException {
    double[] made = bands.of(block);
    maps.write(block.firstPixel(), block.count(), made);
    return () -> {
      tally(made);
      if (table.isPresent()) {
        for (int i = 0; i < block.count(); i++) {
          table.get().write(row(block.firstPixel() + i, made, i).getBytes(UTF_8));
        }
      }
    };
  }

  @Override
  public void finish() throws IOException {
    maps.finish();
  }

  private static List<String> names(BandPlan plan) {
    List<String> names = new ArrayList<>();
    plan.windows()
        .forEach(
            window -> {
              FIELDS.forEach(field -> names.add(window.name() + " " + field));
              names.add(window.name() + " chi_square");
              names.add(window.name() + " state");
            });
    plan.indices()
        .forEach(
            index -> {
              names.add(index.name());
              names.add(index.name() + " sigma");
            });
    return names;
  }

  private void tally(double[] made) {
    for (int from = 0; from < made.length; from += width) {
      for (int band = 0; band < states.length; band++) {
        states[band][(int) made[from + band * BandMaps.FIELDS + BandMaps.FIELDS - 1]]++;
      }
    }
  }

  private String row(long pixel, double[] made, int i) {
    StringBuilder row = new StringBuilder();
    row.append(pixel / cube.samples()).append(',').append(pixel % cube.samples());
    for (int k = 0; k < width; k++) {
      double value = made[i * width + k];
      row.append(',');
      if (!Double.isNaN(value)) {
        row.append((float) value);
      }
    }
    return row.append('\n').toString();
  }

  @Override
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("spectra", cube.pixels());
    Map<String, Object> each = new LinkedHashMap<>();
    for (int band = 0; band < states.length; band++) {
      Map<String, Long> counts = new LinkedHashMap<>();
      for (int state = 0; state < BandFits.STATES.size(); state++) {
        counts.put(BandFits.STATES.get(state).replace(' ', '_'), states[band][state]);
      }
      each.put(plan.windows().get(band).name(), counts);
    }
    document.put("bands", each);
    return document;
  }

  @Override
  public void say() {
    answer.out().println("band, " + String.join(", ", BandFits.STATES));
    for (int band = 0; band < states.length; band++) {
      StringBuilder row = new StringBuilder();
      for (long count : states[band]) {
        row.append(String.format(Locale.ROOT, "%10d", count));
      }
      answer.out().println(plan.windows().get(band).name() + "  " + row);
    }
    answer.say("written: " + out);
  }

  @Override
  public void close() throws IOException {
    maps.close();
  }
}
