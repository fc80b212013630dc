package org.jumelles.cli.ryugu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.OutputFile;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.parameter.Continuum;

/// Spectra over their upper convex hull, as a cube.
final class ContinuumWork implements CubeWork {
  /// What the hull runs over.
  enum AxisKind {
    WAVELENGTH,
    WAVENUMBER;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Answer answer;
  private final Cube cube;
  private final AxisKind kind;
  private final Path out;
  private final Continuum continuum;
  private final CubeWriter writer;
  private long none;

  /// @param source the name of the cube
  ContinuumWork(Path source, Cube cube, AxisKind kind, Path out, OutputFile output, Answer answer)
      throws IOException {
    this.answer = answer;
    this.cube = cube;
    this.kind = kind;
    this.out = out;
    Axis axis = cube.axis();
    double[] values = CubeInput.micrometres(source, axis);
    if (kind == AxisKind.WAVENUMBER) {
      for (int k = 0; k < values.length; k++) {
        values[k] = 1e4 / values[k];
      }
    }
    continuum = Continuum.over(source.toString(), values, axis.good());
    String title = "over the upper convex hull by " + kind.word() + " of " + source.getFileName();
    writer = CubeInput.create(out, NewCube.of(cube.lines(), cube.samples(), axis, title), output);
  }

  @Override
  public Counting of(CubeScan.Block block) throws IOException {
    double[] over = new double[block.spectra().length];
    continuum.remove(block.spectra(), block.count(), over);
    writer.write(block.firstPixel(), block.count(), over);
    long more = CubeInput.notNumbers(over);
    return () -> none += more;
  }

  @Override
  public void finish() throws IOException {
    writer.finish();
  }

  @Override
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("axis", kind.word());
    document.put("spectra", cube.pixels());
    document.put("bad_bands", CubeInput.bad(cube.axis()));
    document.put("no_value", none);
    return document;
  }

  @Override
  public void say() {
    answer
        .out()
        .println(
            out
                + ": "
                + cube.pixels()
                + " spectra over their hull by "
                + kind.word()
                + "; "
                + none
                + " values without a number");
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
