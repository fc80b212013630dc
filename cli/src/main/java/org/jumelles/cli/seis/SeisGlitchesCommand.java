package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.glitch.Glitch;
import org.jumelles.seis.glitch.GlitchParameters;
import org.jumelles.seis.glitch.Glitches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "glitches",
    description = "Finds the glitches of an instrument of three sensors.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis glitches raw.mseed --stationxml station.xml",
      "  jumelles seis glitches u.mseed v.mseed w.mseed --stationxml station.xml --json",
      "",
      "Raw counts of U, V and W. A glitch is a step in acceleration (m/s**2 along each",
      "sensor) seen through the response, with its spike, a step in displacement (m);",
      "the time is its onset. Where the components have gaps, what all three have is",
      "searched, the rest is told."
    })
final class SeisGlitchesCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "miniSEED in counts.")
  private List<Path> files = List.of();

  @Option(names = "--stationxml", required = true, paramLabel = "XML", description = "Responses.")
  private Path xml = Path.of("");

  @Override
  public Integer call() throws IOException {
    GlitchSearch search = GlitchSearch.of(files, xml, answer);
    List<Glitch> glitches =
        search
            .each(
                triple ->
                    Glitches.find(triple.traces(), triple.sensors(), GlitchParameters.DEFAULT),
                answer)
            .stream()
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Glitch::onset))
            .toList();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("glitches", glitches.stream().map(GlitchSearch::row).toList());
    document.put("notes", search.notes());
    answer.give(document, () -> table(glitches));
    return ExitCode.OK;
  }

  private void table(List<Glitch> glitches) {
    answer.out().println("onset, amplitude +- sigma in nm/s**2 by sensor, polarisation, reduction");
    for (Glitch glitch : glitches) {
      StringBuilder row = new StringBuilder(Utc.text(glitch.onset()));
      for (Glitch.Component one : glitch.components()) {
        row.append(
            String.format(
                Locale.ROOT,
                "  %s %8.2f +- %5.2f",
                GlitchSearch.letter(one.id()),
                one.amplitudeMPerS2() * 1e9,
                one.sigmaMPerS2() * 1e9));
      }
      row.append(
          String.format(
              Locale.ROOT, "  %.3f  %.3f", glitch.polarisation(), glitch.varianceReduction()));
      answer.out().println(row);
    }
    answer.say(glitches.size() + " glitches");
  }
}
