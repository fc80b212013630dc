package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.CubeWriter;
import org.jumelles.ryugu.cube.NewCube;
import org.jumelles.ryugu.parameter.Continuum;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "continuum",
    description = "Divides each spectrum by its upper convex hull.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu continuum scene.hdr -o flat.hdr",
      "  jumelles ryugu continuum scene.hdr --axis wavenumber -o flat.hdr",
      "",
      "The hull runs over the true axis, by its unit: that over wavelength is not that",
      "over wavenumber, so it is named in the answer. Bad bands, values that are no number,",
      "and places where the hull is not above zero, become NaN and are counted."
    })
final class RyuguContinuumCommand implements Callable<Integer> {
  enum AxisKind {
    WAVELENGTH,
    WAVENUMBER
  }

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "CUBE", description = "Reflectance.")
  private Path file = Path.of("");

  @Option(
      names = "--axis",
      defaultValue = "WAVELENGTH",
      paramLabel = "wavelength|wavenumber",
      description = "What the hull runs over. (wavelength)")
  private AxisKind kind = AxisKind.WAVELENGTH;

  @Option(names = "-o", required = true, paramLabel = "OUT", description = "float32, as CUBE.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    try (Cube cube = CubeInput.open(file, answer)) {
      Axis axis = cube.axis();
      double[] values = CubeInput.micrometres(file, axis);
      if (kind == AxisKind.WAVENUMBER) {
        for (int k = 0; k < values.length; k++) {
          values[k] = 1e4 / values[k];
        }
      }
      Continuum continuum = Continuum.over(file.toString(), values, axis.good());
      NewCube wanted =
          NewCube.of(
              cube.lines(),
              cube.samples(),
              axis,
              "over the upper convex hull by " + word() + " of " + file.getFileName());
      long[] none = new long[1];
      try (CubeWriter writer = CubeInput.create(out, wanted, output)) {
        new CubeScan(cube)
            .each(
                block -> {
                  continuum.remove(block.spectra(), block.count(), block.spectra());
                  writer.write(block.firstPixel(), block.count(), block.spectra());
                  return CubeInput.notNumbers(block.spectra());
                },
                (first, count, more) -> none[0] += more);
        writer.finish();
      }
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("file", out.toString());
      document.put("axis", word());
      document.put("spectra", cube.pixels());
      document.put("bad_bands", CubeInput.bad(axis));
      document.put("no_value", none[0]);
      answer.give(document, () -> answer.out().println(text(cube, none[0])));
      return ExitCode.OK;
    }
  }

  private String word() {
    return kind == AxisKind.WAVELENGTH ? "wavelength" : "wavenumber";
  }

  private String text(Cube cube, long none) {
    return out
        + ": "
        + cube.pixels()
        + " spectra over their hull by "
        + word()
        + "; "
        + none
        + " values without a number";
  }
}
