package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.unmixing.Abundances;
import org.jumelles.ryugu.unmixing.Endmembers;
import org.jumelles.ryugu.unmixing.Unmixer;
import org.jumelles.ryugu.unmixing.UnmixingMethod;
import org.jumelles.ryugu.unmixing.UnmixingTally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "unmix",
    description = "Abundances of endmembers in each pixel, exactly, with a certificate.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu unmix scene.hdr --endmembers minerals.hdr",
      "  jumelles ryugu unmix scene.hdr --endmembers minerals.hdr --method fcls -o maps.hdr",
      "  jumelles ryugu unmix scene.mat --endmembers ends.mat --method sparse --penalty 0.01",
      "",
      "The endmembers are in the bands of CUBE: pixels of a cube, a library, or columns of a",
      "matrix. OUT holds a map a fraction, its sigma, the residual, the worst breach of the",
      "conditions of optimality, and a state: 0 solved, 1 no data, 2 on the brink, 3 unsolved.",
      "The mixture is linear: a fraction is of area, not of mass. The condition number tells",
      "how far the endmembers can be told apart at all. Exit code 3 where one is unsolved."
    })
final class RyuguUnmixCommand implements Callable<Integer> {
  enum Method {
    NNLS,
    FCLS,
    SPARSE
  }

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "CUBE", description = "Spectra in the unit of the endmembers.")
  private Path file = Path.of("");

  @Option(names = "--endmembers", required = true, paramLabel = "E", description = "Spectra.")
  private Path ends = Path.of("");

  @Option(
      names = "--method",
      defaultValue = "NNLS",
      paramLabel = "nnls|fcls|sparse",
      description = "None negative; that and sum one; that and few. (nnls)")
  private Method method = Method.NNLS;

  @Option(
      names = "--penalty",
      defaultValue = "0.001",
      paramLabel = "L",
      description = "Of sparse: 1/2 |E a - x|^2 + L |a|_1, in the spectra's unit squared. (0.001)")
  private double penalty;

  @Option(
      names = "--divide-by",
      defaultValue = "1",
      paramLabel = "K",
      description = "Every value of CUBE is divided by it. (1)")
  private double divisor;

  @Option(names = "-o", paramLabel = "OUT", description = "Maps of float32.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    long begin = System.nanoTime();
    try (Cube cube = CubeInput.open(file, answer)) {
      CubeInput.goodBands(file, cube.axis());
      ReferenceSpectra given = ReferenceSpectra.read(ends, cube.bands());
      given.axis().ifPresent(axis -> CubeInput.requireSameBands(cube.axis(), ends, axis, answer));
      Endmembers endmembers =
          Endmembers.of(ends.toString(), given.names(), given.spectra(), cube.axis().good());
      Unmixer unmixer = Unmixer.of(endmembers, wanted());
      UnmixingTally tally = new UnmixingTally(endmembers.count());
      CubeScan scan = new CubeScan(cube, divisor);
      if (out == null) {
        scan.each(
            block -> unmixer.solve(block.spectra(), block.count()),
            (first, count, made) -> tally.add(first, made));
      } else {
        write(out, cube, scan, unmixer, tally);
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      if (tally.pixels() == 0) {
        answer.say("jumelles: " + scan.nothing(file));
      }
      answer.give(document(cube, endmembers, tally, seconds), () -> text(endmembers, tally));
      return tally.unsolved() == 0 && tally.pixels() > 0 ? ExitCode.OK : ExitCode.REFUSED;
    }
  }

  private UnmixingMethod wanted() {
    return switch (method) {
      case NNLS -> new UnmixingMethod.NonNegative();
      case FCLS -> new UnmixingMethod.FullyConstrained();
      case SPARSE -> new UnmixingMethod.Sparse(penalty, 1e-6);
    };
  }

  private void write(Path to, Cube cube, CubeScan scan, Unmixer unmixer, UnmixingTally tally)
      throws IOException {
    List<String> names = new ArrayList<>(unmixer.endmembers().names());
    unmixer.endmembers().names().forEach(name -> names.add("sigma of " + name));
    names.addAll(List.of("rmse", "violation", "state"));
    NewCube wanted =
        NewCube.maps(
            cube.lines(),
            cube.samples(),
            names,
            "abundances of " + file.getFileName() + " by " + ends.getFileName());
    try (CubeWriter writer = CubeInput.create(to, wanted, output)) {
      scan.each(
          block -> {
            Abundances made = unmixer.solve(block.spectra(), block.count());
            writer.write(block.firstPixel(), block.count(), rows(made));
            return made;
          },
          (first, count, made) -> tally.add(first, made));
      writer.finish();
    }
  }

  private static double[] rows(Abundances made) {
    int p = made.endmembers();
    int width = 2 * p + 3;
    double[] rows = new double[made.pixels() * width];
    for (int i = 0; i < made.pixels(); i++) {
      System.arraycopy(made.fractions(), i * p, rows, i * width, p);
      System.arraycopy(made.sigma(), i * p, rows, i * width + p, p);
      rows[i * width + 2 * p] = made.rmse()[i];
      rows[i * width + 2 * p + 1] = made.violation()[i];
      rows[i * width + 2 * p + 2] = made.state()[i];
    }
    return rows;
  }

  private Map<String, Object> document(
      Cube cube, Endmembers endmembers, UnmixingTally tally, double seconds) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("method", method.name().toLowerCase(Locale.ROOT));
    document.put("endmembers", endmembers.names());
    document.put("mean", CubeInput.boxed(tally.mean()));
    document.put("mean_normalised", CubeInput.boxed(tally.meanShare()));
    document.put("reconstruction_rmse", tally.reconstructionRmse());
    document.put("worst_certificate", tally.worstViolation());
    if (method == Method.SPARSE) {
      document.put("worst_gap", tally.worstGap());
    }
    tally.worstPixel().ifPresent(pixel -> document.put("worst_at", CubeScan.place(cube, pixel)));
    document.put("condition_number", endmembers.conditionNumber());
    document.put("angle_to_others_rad", CubeInput.boxed(endmembers.anglesRad()));
    document.put("bands_used", endmembers.used().length);
    document.put("spectra", tally.pixels());
    document.put("no_data", tally.noData());
    tally
        .firstNoData()
        .ifPresent(pixel -> document.put("first_no_data_at", CubeScan.place(cube, pixel)));
    document.put("on_the_brink", tally.degenerate());
    document.put("unsolved", tally.unsolved());
    document.put("seconds", seconds);
    return document;
  }

  private void text(Endmembers endmembers, UnmixingTally tally) {
    double[] mean = tally.mean();
    double[] shares = tally.meanShare();
    double[] angles = endmembers.anglesRad();
    answer.out().println("endmember, mean abundance, mean share, angle to the others (rad)");
    for (int j = 0; j < mean.length; j++) {
      String name = endmembers.names().get(j);
      answer
          .out()
          .println(
              String.format(
                  Locale.ROOT, "%-32s %10.5f %10.5f %12.4g", name, mean[j], shares[j], angles[j]));
    }
    answer.say(
        String.format(
            Locale.ROOT,
            "%d spectra, %d without data, %d on the brink, %d unsolved; rmse %.6g,"
                + " worst certificate %.2g, condition number %.6g",
            tally.pixels(),
            tally.noData(),
            tally.degenerate(),
            tally.unsolved(),
            tally.reconstructionRmse(),
            tally.worstViolation(),
            endmembers.conditionNumber()));
  }
}
