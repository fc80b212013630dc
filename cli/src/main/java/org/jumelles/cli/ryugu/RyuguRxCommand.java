package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.matrix.Scatter;
import org.jumelles.ryugu.scene.Anomaly;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rx",
    description = "How far each spectrum is from the rest of the scene.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu rx scene.hdr --json",
      "  jumelles ryugu rx scene.hdr -o distance.hdr",
      "",
      "(x - mean)' C**-1 (x - mean) with mean and covariance of the whole scene, over the",
      "good bands; the mean of it is about their number. AT is line and sample from zero."
    })
final class RyuguRxCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "CUBE", description = "Spectra.")
  private Path file = Path.of("");

  @Option(names = "-o", paramLabel = "OUT", description = "A map of float32.")
  private @Nullable Path out;

  private static final class Tally {
    private double most = Double.NEGATIVE_INFINITY;
    private long at = -1;
    private double sum;
    private long count;
    private long none;

    void add(long first, double[] values) {
      for (int i = 0; i < values.length; i++) {
        if (Double.isNaN(values[i])) {
          none++;
          continue;
        }
        sum += values[i];
        count++;
        if (values[i] > most) {
          most = values[i];
          at = first + i;
        }
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    long begin = System.nanoTime();
    try (Cube cube = CubeInput.open(file, answer)) {
      int[] good = CubeInput.goodBands(file, cube.axis());
      CubeScan scan = new CubeScan(cube, answer);
      Scatter scatter = RyuguPcaCommand.told(scan, cube, file, answer);
      if (scatter.count() < 2) {
        answer.say("jumelles: " + file + ": no two spectra of numbers");
        return ExitCode.REFUSED;
      }
      Anomaly anomaly = Anomaly.of(file.toString(), scatter);
      Tally tally = new Tally();
      CubeScan.Step<double[]> step = block -> anomaly.of(scan.good(block, good), block.count());
      if (out == null) {
        scan.eachLent(step, (first, count, made) -> tally.add(first, made));
      } else {
        NewCube wanted =
            NewCube.maps(
                cube.lines(),
                cube.samples(),
                List.of("distance squared"),
                "anomalies of " + file.getFileName());
        try (CubeWriter writer = CubeInput.create(out, wanted, output)) {
          scan.eachLent(
              step,
              (first, count, made) -> {
                writer.write(first, count, made);
                tally.add(first, made);
              });
          writer.finish();
        }
      }
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("file", file.toString());
      document.put("max", tally.most);
      document.put("at", CubeScan.place(cube, tally.at));
      document.put("mean", tally.sum / tally.count);
      document.put("spectra", tally.count);
      document.put("no_data", tally.none);
      document.put("bands_used", good.length);
      document.put("seconds", (System.nanoTime() - begin) / 1e9);
      answer.give(document, () -> answer.out().println(text(cube, tally)));
      return ExitCode.OK;
    }
  }

  private static String text(Cube cube, Tally tally) {
    return String.format(
        Locale.ROOT,
        "greatest %.8g at %s, mean %.8g of %d spectra",
        tally.most,
        CubeScan.place(cube, tally.at),
        tally.sum / tally.count,
        tally.count);
  }
}
