package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.registration.AffineMap;
import org.jumelles.ryugu.registration.ImageChain;
import org.jumelles.ryugu.registration.Spot;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.SampleLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "locate",
    description = "The pixel of one image in another image of the same grain, with its sigma.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  jumelles ryugu sample locate X0000-micromega 101.5,81.5 X0000-microscope \\",
      "      --archive grains",
      "",
      "By the control points that the ledger holds, as an affine map; through other images",
      "where the two share no points. LINE,SAMPLE from zero, 0,0 the centre of the first pixel."
    })
final class RyuguSampleLocateCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "FROM", description = "An image of the ledger.")
  private String from = "";

  @Parameters(index = "1", paramLabel = "LINE,SAMPLE", description = "A place on it.")
  private String place = "";

  @Parameters(index = "2", paramLabel = "TO", description = "Another image.")
  private String to = "";

  @Option(
      names = "--sigma",
      paramLabel = "PIXELS",
      defaultValue = "0",
      description = "Of the place given, on each axis (0).")
  private double sigma;

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      SampleLedger ledger = SampleKeeping.ledger(open);
      requireImage(ledger, from);
      Fact.Image target = requireImage(ledger, to);
      ImageChain.Found found =
          ImageChain.of(ledger)
              .locate(from, spot(), to)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no control points join " + from + " and " + to));
      boolean inside =
          on(found.spot().line(), target.lines()) && on(found.spot().sample(), target.samples());
      Map<String, Object> document = document(found.spot(), inside);
      document.put("steps", found.steps().stream().map(RyuguSampleLocateCommand::step).toList());
      answer.give(document, () -> print(found, inside));
      return ExitCode.OK;
    }
  }

  private static boolean on(double at, int size) {
    return at >= -0.5 && at <= size - 0.5;
  }

  private Spot spot() {
    String[] parts = place.split(",", 2);
    try {
      if (!(sigma >= 0)) {
        throw new IllegalArgumentException("--sigma " + sigma + " is not 0 or more");
      }
      return new Spot(
          Double.parseDouble(parts[0].strip()),
          Double.parseDouble(parts.length == 2 ? parts[1].strip() : ""),
          sigma,
          sigma,
          0);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + place + "' is no LINE,SAMPLE such as 100,80", e);
    }
  }

  private static Fact.Image requireImage(SampleLedger ledger, String id) {
    List<Fact.Image> images = ledger.facts(Fact.Image.class);
    return images.stream()
        .filter(image -> image.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the ledger has no image '"
                        + id
                        + "'; it has "
                        + images.stream().map(Fact.Image::id).toList()));
  }

  private static Map<String, Object> document(Spot spot, boolean inside) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("line", spot.line());
    document.put("sample", spot.sample());
    document.put("line_sigma", spot.lineSigma());
    document.put("sample_sigma", spot.sampleSigma());
    document.put("covariance", spot.covariance());
    document.put("inside", inside);
    return document;
  }

  private static Map<String, Object> step(ImageChain.Step step) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("from", step.backward() ? step.pair().to() : step.pair().from());
    document.put("to", step.backward() ? step.pair().from() : step.pair().to());
    document.put("points", step.map().residuals().size());
    document.put("reduced_chi_square", SampleText.orNull(step.map().reducedChiSquare()));
    List<Map<String, Object>> residuals = new ArrayList<>();
    for (AffineMap.Residual one : step.map().residuals()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("line", one.line());
      row.put("sample", one.sample());
      row.put("line_sigmas", one.lineSigmas());
      row.put("sample_sigmas", one.sampleSigmas());
      residuals.add(row);
    }
    document.put("residuals", residuals);
    return document;
  }

  private void print(ImageChain.Found found, boolean inside) {
    Spot spot = found.spot();
    answer
        .out()
        .println(
            String.format(
                Locale.ROOT,
                "%s: line %.2f +-%.2f, sample %.2f +-%.2f%s",
                to,
                spot.line(),
                spot.lineSigma(),
                spot.sample(),
                spot.sampleSigma(),
                inside ? "" : ", off the image"));
    for (ImageChain.Step step : found.steps()) {
      String judged =
          step.map().reducedChiSquare().isPresent()
              ? String.format(
                  Locale.ROOT,
                  "reduced chi square %.2f",
                  step.map().reducedChiSquare().getAsDouble())
              : "three points fit any map: nothing to judge it by";
      answer
          .out()
          .println(
              "  by "
                  + step.map().residuals().size()
                  + " points of "
                  + step.pair().from()
                  + " and "
                  + step.pair().to()
                  + "; "
                  + judged);
    }
  }
}
