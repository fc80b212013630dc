package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.cli.answer.Answer;
import org.jumelles.ryugu.calibration.Calibrated;

/// Counts to reflectance, and what else is made of reflectance, in one pass over the frames: each
/// block is read once, and has the numbers that it has when it is read again from a file of
/// float32.
final class CubeChain implements CubeWork {
  private final Answer answer;
  private final CalibrationWork calibration;
  private final Map<String, CubeWork> works = new LinkedHashMap<>();

  CubeChain(CalibrationWork calibration, Answer answer) {
    this.answer = answer;
    this.calibration = calibration;
  }

  /// @param name of the command that does the same alone
  void add(String name, CubeWork work) {
    works.put(name, work);
  }

  @Override
  public Counting of(CubeScan.Block block) throws IOException {
    Calibrated made = calibration.make(block);
    List<Counting> countings = new ArrayList<>();
    countings.add(calibration.counting(block, made));
    round(made.reflectance());
    round(made.noise());
    CubeScan.Block calibrated =
        new CubeScan.Block(
            block.firstPixel(),
            block.count(),
            made.reflectance(),
            calibration.isNoiseKnown() ? Optional.of(made.noise()) : Optional.empty());
    for (CubeWork work : works.values()) {
      countings.add(work.of(calibrated));
    }
    return () -> {
      for (Counting counting : countings) {
        counting.count();
      }
    };
  }

  /// To the numbers that the files hold, which are written by now.
  private static void round(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) values[i];
    }
  }

  @Override
  public void finish() throws IOException {
    calibration.finish();
    for (CubeWork work : works.values()) {
      work.finish();
    }
  }

  @Override
  public boolean isWhole() {
    return works.values().stream().allMatch(CubeWork::isWhole);
  }

  @Override
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("calibrate", calibration.document());
    works.forEach((name, work) -> document.put(name, work.document()));
    return document;
  }

  @Override
  public void say() {
    answer.out().println("calibrate");
    calibration.say();
    works.forEach(
        (name, work) -> {
          answer.out().println();
          answer.out().println(name);
          work.say();
        });
  }

  @Override
  public void close() throws IOException {
    for (CubeWork work : works.values()) {
      work.close();
    }
  }
}
