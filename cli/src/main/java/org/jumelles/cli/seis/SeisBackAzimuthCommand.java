package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.calibration.GroundMotion;
import org.jumelles.seis.location.BackAzimuth;
import org.jumelles.seis.location.Polarisation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backazimuth",
    description = "From which direction a P wave came, by its polarisation.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis backazimuth zne.mseed --p 2019-05-23T02:22:59",
      "  jumelles seis backazimuth raw.mseed --stationxml station.xml --p TIME --json",
      "",
      "Degrees clockwise from north, towards the source. Which of two opposite directions",
      "it is follows from P's way up; the share of the other is told."
    })
final class SeisBackAzimuthCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "miniSEED, three components.")
  private List<Path> files = List.of();

  @Option(names = "--stationxml", paramLabel = "XML", description = "Where FILE holds counts.")
  private @Nullable Path xml;

  @Option(names = "--p", required = true, paramLabel = "TIME", description = "P, UTC.")
  private String p = "";

  @Override
  public Integer call() throws IOException {
    Moment at = Utc.parse(p);
    ThreeComponents ground = ThreeComponents.read(files, xml, GroundMotion.VELOCITY, at, answer);
    Outcome<BackAzimuth> outcome =
        Polarisation.backAzimuth(
            ground.z(), ground.n(), ground.e(), at, Polarisation.Settings.DEFAULT);
    BackAzimuth found = InputFile.need(outcome, answer);
    answer.give(document(found, outcome.defects()), () -> text(found));
    return ExitCode.OK;
  }

  private static Map<String, Object> document(BackAzimuth found, List<Defect> doubts) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("back_azimuth_deg", found.degrees());
    document.put("sigma_deg", found.sigmaDeg());
    document.put("maximum_deg", found.pdf().maximum());
    document.put("rectilinearity", found.rectilinearity());
    document.put("incidence_deg", found.incidenceDeg());
    document.put("degree_of_polarisation", found.degreeOfPolarisation());
    document.put("opposite_share", found.oppositeShare());
    document.put("doubts", doubts.stream().map(Defect::sentence).toList());
    document.put("pdf", SeisLocateCommand.pdf(found.pdf()));
    return document;
  }

  private void text(BackAzimuth found) {
    answer
        .out()
        .printf(
            Locale.ROOT,
            "%.1f degrees, sigma %.1f; rectilinearity %.2f, incidence %.1f degrees,"
                + " %.0f %% on the opposite side%n",
            found.degrees(),
            found.sigmaDeg(),
            found.rectilinearity(),
            found.incidenceDeg(),
            100 * found.oppositeShare());
    answer.out().flush();
  }
}
