package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.library.SpectrumProduct;
import org.jumelles.ryugu.registry.AdaRecord;
import org.jumelles.ryugu.registry.DataCiteRecord;
import org.jumelles.ryugu.registry.MaterialSampleRecord;
import org.jumelles.ryugu.registry.Registration;
import org.jumelles.ryugu.registry.SpecimenRecord;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.SampleLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = "A sample or an analysis as a registry or an archive wants to be told of it.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu sample export X0000 --format igsn --archive grains",
      "  jumelles ryugu sample export X0000-oh --format ada --archive grains -o x0000-oh.json",
      "  jumelles ryugu sample export X0000-oh --format speclib --archive grains -o oh.xml",
      "",
      "igsn: iSamples core 1.0; datacite: DataCite 4.5, a PhysicalObject; ada: adaVNMIR of",
      "an analysis, or of a sample that has one; all three JSON. speclib: the analysis'",
      "spectrum with its sigma as a PDS4 label and a table beside it, after the dictionary",
      "of spectral libraries: the mean of its region in the product that it names, or in",
      "--spectrum. What the ledger does not know is left out, nil or a placeholder that says",
      "so; an IGSN is taken from the sample's field 'igsn'."
    })
final class RyuguSampleExportCommand implements Callable<Integer> {
  enum Format {
    igsn,
    datacite,
    ada,
    speclib
  }

  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "A sample, or an analysis for ada and speclib.")
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

  @Option(
      names = "--spectrum",
      paramLabel = "FILE",
      description = "Of speclib: a spectrum, or the cube that the analysis was made on.")
  private @Nullable Path spectrum;

  @Option(
      names = "--specimen-type",
      paramLabel = "WORDS",
      description = "Of speclib; by its name a sample of Ryugu is a Returned Asteroid Sample.")
  private @Nullable String specimenType;

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "Else standard output; of speclib the label.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      SampleLedger ledger = SampleKeeping.ledger(open);
      if (format == Format.speclib) {
        return speclib(open, ledger);
      }
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

  private int speclib(Archive open, SampleLedger ledger) throws IOException {
    Path label = file;
    if (label == null) {
      throw new IllegalArgumentException("speclib is two files: name the label with -o");
    }
    Fact.Analysis analysis = analysis(ledger);
    Fact.Sample sample = ledger.sample(analysis.name()).orElseThrow();
    Path given = spectrum;
    AnalysedSpectrum found =
        given == null ? AnalysedSpectrum.of(analysis, open) : AnalysedSpectrum.of(analysis, given);
    SpeclibFiles files = new SpeclibFiles(output);
    String comment =
        (SpecimenRecord.isOfRyugu(sample) && specimenType == null
                ? SpecimenRecord.REASON + " "
                : "")
            + "Mean of "
            + found.pixels()
            + " pixels; the standard deviation is that of the mean, pixels taken as independent.";
    files.write(
        label,
        found.spectrum(),
        found.axis(),
        SpecimenRecord.of(ledger, sample, Optional.ofNullable(specimenType)),
        new SpectrumProduct.Naming(
            SpeclibFiles.stem(label),
            analysis.technique() + " of " + sample.name(),
            comment,
            "Reflectance",
            analysis.instrument().orElse("not known"),
            Optional.of(analysis.date().toString()),
            registration(open).registrant()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("label", label.toString());
    document.put("table", SpeclibFiles.table(label).toString());
    document.put("pixels", found.pixels());
    document.put("bands", found.axis().bands());
    answer.give(document, () -> answer.out().println(label + ": " + name + " as speclib"));
    return ExitCode.OK;
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
      case speclib -> throw new AssertionError("written elsewhere");
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
