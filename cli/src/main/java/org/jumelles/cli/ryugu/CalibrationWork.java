package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.OutputFile;
import org.jumelles.ryugu.calibration.Calibrated;
import org.jumelles.ryugu.calibration.Reflectance;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;

/// Counts of a scene to reflectance, with its sigma, its noise and a mask, as four cubes.
final class CalibrationWork implements CubeWork {
  private static final int MOST_REPAIRS_TOLD = 1000;

  private final Answer answer;
  private final CalibrationOptions options;
  private final CalibrationOptions.Scene scene;
  private final Reflectance reflectance;
  private final Path out;
  private final MaskRecord record;
  private final List<CubeWriter> writers = new ArrayList<>();

  CalibrationWork(
      CalibrationOptions options,
      CalibrationOptions.Scene scene,
      Path out,
      OutputFile output,
      Answer answer)
      throws IOException {
    this.answer = answer;
    this.options = options;
    this.scene = scene;
    this.out = out;
    Cube cube = scene.raw();
    reflectance = options.reflectance(cube);
    record = new MaskRecord(cube);
    try {
      writers.add(CubeInput.create(out, wanted("reflectance"), output));
      writers.add(CubeInput.create(beside("-sigma"), wanted("sigma"), output));
      writers.add(CubeInput.create(beside("-noise"), wanted("noise"), output));
      NewCube mask = CubeInput.ofBytes(wanted("mask"), "mask of " + scene.file().getFileName());
      writers.add(CubeInput.create(beside("-mask"), mask, output));
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private NewCube wanted(String what) {
    Cube cube = scene.raw();
    String title = what + " of " + scene.file().getFileName();
    return NewCube.of(cube.lines(), cube.samples(), cube.axis(), title);
  }

  private Path beside(String end) {
    String name = out.getFileName().toString();
    int dot = name.lastIndexOf('.');
    int cut = dot < 0 ? name.length() : dot;
    return out.resolveSibling(name.substring(0, cut) + end + name.substring(cut));
  }

  boolean isNoiseKnown() {
    return reflectance.noise().isPresent();
  }

  /// Reflectance of a block of counts, as it is written.
  Calibrated make(CubeScan.Block block) throws IOException {
    long first = block.firstPixel();
    int count = block.count();
    Calibrated made = scene.calibrated(reflectance, block);
    writers.get(0).write(first, count, made.reflectance());
    writers.get(1).write(first, count, made.sigma());
    writers.get(2).write(first, count, made.noise());
    writers.get(3).write(first, count, made.mask());
    return made;
  }

  Counting counting(CubeScan.Block block, Calibrated made) {
    return () -> record.add(block.firstPixel(), made);
  }

  @Override
  public Counting of(CubeScan.Block block) throws IOException {
    return counting(block, make(block));
  }

  @Override
  public void finish() throws IOException {
    for (CubeWriter writer : writers) {
      writer.finish();
    }
  }

  @Override
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("sigma", beside("-sigma").toString());
    document.put("noise", beside("-noise").toString());
    document.put("mask", beside("-mask").toString());
    document.put("averaged", options.averaged());
    document.put("tuning_sigma_per_cm", options.tuning());
    document.put("sigma_known", isNoiseKnown());
    document.put("values", scene.raw().pixels() * scene.raw().bands());
    document.putAll(record.counts());
    document.put("repairs", record.repairs);
    return document;
  }

  @Override
  public void say() {
    record
        .counts()
        .forEach(
            (word, count) ->
                answer.out().println(String.format(Locale.ROOT, "%-14s %d", word, count)));
  }

  @Override
  public void close() throws IOException {
    for (CubeWriter writer : writers) {
      writer.close();
    }
  }

  /// What was masked, counted by reason, and what was replaced.
  private static final class MaskRecord {
    private final Cube cube;
    private final long[] counts = new long[Calibrated.WORDS.size()];
    private final List<Map<String, Object>> repairs = new ArrayList<>();

    MaskRecord(Cube cube) {
      this.cube = cube;
    }

    void add(long first, Calibrated made) {
      for (byte bits : made.mask()) {
        for (int bit = 0; bits != 0 && bit < counts.length; bit++) {
          counts[bit] += bits >> bit & 1;
        }
      }
      for (Calibrated.Repair one : made.repairs()) {
        if (repairs.size() < MOST_REPAIRS_TOLD) {
          Map<String, Object> told = new LinkedHashMap<>();
          told.put("at", CubeScan.place(cube, first + one.index() / cube.bands()));
          told.put("band", one.index() % cube.bands() + 1);
          told.put("was", one.was());
          told.put("now", one.now());
          repairs.add(told);
        }
      }
    }

    Map<String, Long> counts() {
      Map<String, Long> named = new LinkedHashMap<>();
      for (int bit = 0; bit < counts.length; bit++) {
        named.put(Calibrated.WORDS.get(bit).replace(' ', '_'), counts[bit]);
      }
      return named;
    }
  }
}
