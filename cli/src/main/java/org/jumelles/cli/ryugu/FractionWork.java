package org.jumelles.cli.ryugu;

import java.io.IOException;
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
import org.jumelles.ryugu.unmixing.Abundances;
import org.jumelles.ryugu.unmixing.Endmembers;
import org.jumelles.ryugu.unmixing.Unmixer;
import org.jumelles.ryugu.unmixing.UnmixingMethod;
import org.jumelles.ryugu.unmixing.UnmixingTally;

/// Fractions of endmembers in each spectrum, as maps where they are wanted.
final class FractionWork implements CubeWork {
  /// How fractions are held.
  enum Method {
    NNLS,
    FCLS,
    SPARSE;

    /// @param penalty of SPARSE alone
    UnmixingMethod with(double penalty) {
      return switch (this) {
        case NNLS -> new UnmixingMethod.NonNegative();
        case FCLS -> new UnmixingMethod.FullyConstrained();
        case SPARSE -> new UnmixingMethod.Sparse(penalty, 1e-6);
      };
    }
  }

  private final Answer answer;
  private final Path source;
  private final Cube cube;
  private final Method method;
  private final Endmembers endmembers;
  private final Unmixer unmixer;
  private final UnmixingTally tally;
  private final MapsFile maps;
  private final long begin = System.nanoTime();

  /// @param source the name of the cube
  /// @param penalty of sparse fractions
  /// @param out none for no maps
  FractionWork(
      Path source,
      Cube cube,
      Path ends,
      Method method,
      double penalty,
      Optional<Path> out,
      OutputFile output,
      Answer answer)
      throws IOException {
    this.answer = answer;
    this.source = source;
    this.cube = cube;
    this.method = method;
    CubeInput.goodBands(source, cube.axis());
    ReferenceSpectra given = ReferenceSpectra.read(ends, cube.bands());
    given.axis().ifPresent(axis -> CubeInput.requireSameBands(cube.axis(), ends, axis, answer));
    endmembers = Endmembers.of(ends.toString(), given.names(), given.spectra(), cube.axis().good());
    unmixer = Unmixer.of(endmembers, method.with(penalty));
    tally = new UnmixingTally(endmembers.count());
    String title = "abundances of " + source.getFileName() + " by " + ends.getFileName();
    maps = MapsFile.of(out, cube, names(endmembers), title, output);
  }

  private static List<String> names(Endmembers endmembers) {
    List<String> names = new ArrayList<>(endmembers.names());
    endmembers.names().forEach(name -> names.add("sigma of " + name));
    names.addAll(List.of("rmse", "violation", "state"));
    return names;
  }

  @Override
  public Counting of(CubeScan.Block block) throws IOException {
    Abundances made = unmixer.solve(block.spectra(), block.count());
    if (maps.isWanted()) {
      maps.write(block.firstPixel(), block.count(), rows(made));
    }
    return () -> tally.add(block.firstPixel(), made);
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

  @Override
  public void finish() throws IOException {
    maps.finish();
  }

  /// Whether some spectrum has all its numbers.
  boolean isAny() {
    return tally.pixels() > 0;
  }

  @Override
  public boolean isWhole() {
    return isAny() && tally.unsolved() == 0;
  }

  @Override
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", source.toString());
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
    document.put("seconds", (System.nanoTime() - begin) / 1e9);
    return document;
  }

  @Override
  public void say() {
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

  @Override
  public void close() throws IOException {
    maps.close();
  }
}
