package org.jumelles.cli.seis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.InputFile;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.body.Body;
import org.jumelles.seis.calibration.GroundMotion;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.magnitude.Displacement;
import org.jumelles.seis.magnitude.Magnitude;
import org.jumelles.seis.magnitude.Magnitudes;
import org.jumelles.seis.magnitude.Measurement;
import org.jumelles.seis.magnitude.SpectralFit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "magnitude",
    description = "How big a quake was, by each scale that can be measured.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis magnitude raw.mseed --stationxml station.xml --p TIME --s TIME \\",
      "      --distance 30 --type LF --json",
      "  jumelles seis magnitude zne.mseed --motion acc --p TIME --s TIME --distance 30 --type BB",
      "",
      "mb(P), mb(S), MFB, M2.4 and Mw, the preferred of them for the type; what could not",
      "be measured is absent, and why is told."
    })
final class SeisMagnitudeCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private BodyOption body = new BodyOption();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "miniSEED, three components.")
  private List<Path> files = List.of();

  @Option(names = "--stationxml", paramLabel = "XML", description = "Where FILE holds counts.")
  private @Nullable Path xml;

  @Option(
      names = "--motion",
      paramLabel = "MOTION",
      converter = MotionWord.class,
      description = "Without --stationxml: disp (m), vel (m/s) or acc (m/s**2) of FILE.")
  private Metadata.@Nullable Motion motion;

  @Option(names = "--p", required = true, paramLabel = "TIME", description = "P or Pg, UTC.")
  private String p = "";

  @Option(names = "--s", required = true, paramLabel = "TIME", description = "S or Sg, UTC.")
  private String s = "";

  @Option(names = "--distance", required = true, paramLabel = "DEG", description = "Degrees.")
  private double distanceDeg;

  @Option(names = "--distance-sigma", paramLabel = "DEG", description = "Else 0.08 of log10.")
  private double sigmaDeg = Double.NaN;

  @Option(names = "--type", required = true, paramLabel = "T", description = "LF BB WB HF 2.4 VF")
  private String type = "";

  @Override
  public Integer call() throws IOException {
    Moment first = Utc.parse(p);
    Measurement wish = new Measurement(first, Utc.parse(s), distanceDeg, sigmaDeg, typeOf(type));
    int integrations = integrations();
    ThreeComponents ground =
        ThreeComponents.read(files, xml, GroundMotion.DISPLACEMENT, first, answer);
    Body on = body.ofNetwork(ground.z().id().network(), answer);
    if (on.magnitudes().isEmpty()) {
      throw new MalformedDataException(
          ground.z().id().nslc(),
          new Place.Whole(),
          "network",
          "docs/bodies.md, magnitude",
          on.noMagnitudeScale().orElse(""));
    }
    Outcome<Magnitudes> outcome =
        wish.of(
            on.magnitudes().get(),
            Displacement.of(ground.z(), integrations),
            Displacement.of(ground.n(), integrations),
            Displacement.of(ground.e(), integrations));
    Magnitudes found = InputFile.need(outcome, answer);
    Map<String, Object> document = document(found);
    document.put("type", wish.type().shortName());
    document.put("doubts", outcome.defects().stream().map(Defect::sentence).toList());
    answer.give(document, () -> text(found));
    return ExitCode.OK;
  }

  private int integrations() {
    if (xml != null) {
      return 0;
    }
    Metadata.Motion named = motion;
    if (named == null) {
      throw new IllegalArgumentException(
          "--stationxml for counts, or --motion for ground motion: a size wants its unit");
    }
    return switch (named) {
      case DISP -> 0;
      case VEL -> 1;
      case ACC -> 2;
    };
  }

  private static EventType typeOf(String text) {
    return Arrays.stream(EventType.values())
        .filter(
            one ->
                one.shortName().replace(" Hz", "").equalsIgnoreCase(text)
                    || one.shortName().equalsIgnoreCase(text)
                    || one.catalogueName().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("--type " + text + ": LF, BB, WB, HF, 2.4 or VF"));
  }

  private static Map<String, Object> document(Magnitudes found) {
    Map<String, Object> document = new LinkedHashMap<>();
    scales(found).forEach((name, one) -> one.ifPresent(value -> document.put(name, value)));
    Optional<SpectralFit> fit = found.fit();
    if (fit.isPresent()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("a0_db", fit.get().levelDb());
      row.put("a0_sigma_db", fit.get().levelSigmaDb());
      row.put("t_star_s", fit.get().attenuationSeconds());
      row.put("misfit_db", fit.get().misfitDb());
      row.put("bins", fit.get().bins());
      row.put("band_hz", List.of(fit.get().lowHz(), fit.get().highHz()));
      document.put("fit", row);
    }
    document.put("notes", found.notes());
    return document;
  }

  private static Map<String, Optional<Magnitude>> scales(Magnitudes found) {
    Map<String, Optional<Magnitude>> scales = new LinkedHashMap<>();
    scales.put("mb_p", found.bodyP());
    scales.put("mb_s", found.bodyS());
    scales.put("mfb", found.mfb());
    scales.put("m24", found.resonance());
    scales.put("mw", found.preferred());
    return scales;
  }

  private void text(Magnitudes found) {
    scales(found)
        .forEach(
            (name, one) ->
                answer
                    .out()
                    .println(
                        one.map(
                                value ->
                                    String.format(
                                        Locale.ROOT,
                                        "%-5s %5.2f sigma %.2f",
                                        name,
                                        value.value(),
                                        value.sigma()))
                            .orElse(name + "  -")));
    found.notes().forEach(answer::say);
    answer.out().flush();
  }
}
