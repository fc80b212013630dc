package org.jumelles.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.registry.AdaRecord;
import org.jumelles.ryugu.registry.DataCiteRecord;
import org.jumelles.ryugu.registry.MaterialSampleRecord;
import org.jumelles.ryugu.registry.Registration;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.SampleLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = "A sample or an analysis as a registry wants to be told of it, in JSON.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu sample export X0000 --format igsn --archive grains",
      "  jumelles ryugu sample export X0000-oh --format ada --archive grains -o x0000-oh.json",
      "",
      "igsn: iSamples core 1.0; datacite: DataCite 4.5, a PhysicalObject; ada: adaVNMIR of",
      "an analysis, or of a sample that has one. What the ledger does not know is left out",
      "or is a placeholder that says so; an IGSN is taken from the sample's field 'igsn'."
    })
final class RyuguSampleExportCommand implements Callable<Integer> {
  enum Format {
    igsn,
    datacite,
    ada
  }

  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(index = "0", paramLabel = "ID", description = "A sample, or an analysis for ada.")
  private String name = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES}.")
  private Format format = Format.igsn;

  @Option(
      names = "--registrant",
      paramLabel = "NAME",
      description = "Who registers; else the author of the ledger's last entry.")
  private @Nullable String registrant;

  @Option(names = "-o", paramLabel = "FILE", description = "Else standard output.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      SampleLedger ledger = SampleKeeping.ledger(open);
      Map<String, Object> record = record(ledger, registration(open));
      Path to = file;
      if (to == null) {
        answer.json(record);
        return ExitCode.OK;
      }
      byte[] text = Answer.jsonText(record).getBytes(StandardCharsets.UTF_8);
      output.write(to, out -> out.write(text));
      answer.give(
          Map.of("file", to.toString()),
          () -> answer.out().println(to + ": " + name + " as " + format));
      return ExitCode.OK;
    }
  }

  private Registration registration(Archive open) {
    SampleKeeping.Newest newest = SampleKeeping.newest(open);
    return new Registration(
        newest.recordedUtc(), registrant == null ? newest.author() : registrant);
  }

  private Map<String, Object> record(SampleLedger ledger, Registration registration) {
    return switch (format) {
      case igsn -> MaterialSampleRecord.of(ledger, sample(ledger), registration);
      case datacite -> DataCiteRecord.of(ledger, sample(ledger), registration);
      case ada -> AdaRecord.of(ledger, analysis(ledger), registration);
    };
  }

  private Fact.Sample sample(SampleLedger ledger) {
    Fact.Sample sample = ledger.find(name);
    if (Registration.igsn(sample).isEmpty()) {
      answer.say("jumelles: " + sample.name() + " has no IGSN in the ledger: a placeholder");
    }
    return sample;
  }

  private Fact.Analysis analysis(SampleLedger ledger) {
    for (Fact.Analysis analysis : ledger.facts(Fact.Analysis.class)) {
      if (analysis.id().equals(name)) {
        return analysis;
      }
    }
    List<Fact.Analysis> ofSample = ledger.facts(ledger.find(name).name(), Fact.Analysis.class);
    if (ofSample.size() != 1) {
      throw new IllegalArgumentException(
          name
              + " has "
              + ofSample.size()
              + " analyses; name one of "
              + ofSample.stream().map(Fact.Analysis::id).toList());
    }
    return ofSample.getFirst();
  }
}
