package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.calibration.ChannelResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "response",
    description = "The response of a channel at given frequencies, in counts for one unit.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  jumelles seis response station.xml --channel XB.ELYSE.03.BHU \\",
      "      --at 2019-05-23T00:00:00 --frequencies 0.1,1,2.4 --output vel --json",
      "",
      "The sign of the phase is that of a forward transform with exp(-i w t), as in evalresp."
    })
final class SeisResponseCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(paramLabel = "XML", description = "StationXML with the response.")
  private Path xml = Path.of("");

  @Option(
      names = "--channel",
      required = true,
      paramLabel = "ID",
      description = "NET.STA.LOC.CHA or FDSN:NET_STA_LOC_B_S_SS.")
  private String channel = "";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "TIME",
      description = "UTC; chooses the channel epoch.")
  private String at = "";

  @Option(
      names = "--frequencies",
      required = true,
      split = ",",
      paramLabel = "HZ",
      description = "In Hz, with commas between.")
  private List<Double> frequenciesHz = List.of();

  @Option(
      names = "--output",
      defaultValue = "vel",
      paramLabel = "MOTION",
      converter = MotionWord.class,
      description = "Counts for a unit of what: disp (m), vel (m/s), acc (m/s**2). (vel)")
  private Metadata.Motion output = Metadata.Motion.VEL;

  @Override
  public Integer call() throws IOException {
    SourceId id = Waves.sourceId(channel);
    Moment moment = Utc.parse(at);
    for (double hz : frequenciesHz) {
      if (!(hz >= 0) || Double.isInfinite(hz)) {
        throw new IllegalArgumentException("--frequencies: " + hz + " Hz");
      }
    }
    ChannelResponse response = ChannelResponse.of(Metadata.read(xml).response(id, moment));
    double[] hz = frequenciesHz.stream().mapToDouble(Double::doubleValue).toArray();
    double[] values = response.at(hz, output.motion);
    List<Map<String, Object>> points = new ArrayList<>();
    for (int i = 0; i < hz.length; i++) {
      double re = values[2 * i];
      double im = values[2 * i + 1];
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("frequency_hz", hz[i]);
      point.put("real", re);
      point.put("imaginary", im);
      point.put("amplitude", Math.hypot(re, im));
      point.put("phase_rad", Math.atan2(im, re));
      points.add(point);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("channel", id.nslc());
    document.put("at", Utc.text(moment));
    document.put("input_unit", output.unit);
    document.put("output_unit", "counts");
    document.put("response", points);
    answer.give(document, () -> table(id, moment, points));
    return ExitCode.OK;
  }

  private void table(SourceId id, Moment moment, List<Map<String, Object>> points) {
    answer.out().println(id.nslc() + " at " + moment + ", counts for one " + output.unit);
    answer.out().println("  frequency_hz      amplitude   phase_rad");
    for (Map<String, Object> point : points) {
      answer
          .out()
          .println(
              String.format(
                  Locale.ROOT,
                  "%14.7g %14.7g %11.6f",
                  (Double) point.get("frequency_hz"),
                  (Double) point.get("amplitude"),
                  (Double) point.get("phase_rad")));
    }
  }
}
