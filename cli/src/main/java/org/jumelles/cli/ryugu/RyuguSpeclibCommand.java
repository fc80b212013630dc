package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.pds4.SpectrumLabel;
import org.jumelles.ryugu.library.SpectralLibraries;
import org.jumelles.ryugu.library.SpectralLibrary;
import org.jumelles.ryugu.library.Spectrum;
import org.jumelles.ryugu.library.SpectrumProduct;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "speclib",
    description = "A library as PDS4 products of the dictionary of spectral libraries.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu speclib minerals.sli --specimen-type 'Terrestrial Sample' \\",
      "      --material-type Mineral --texture Particulate --producer 'A. Analyst' -o labels",
      "",
      "A label and a table each spectrum. The dictionary's lists have no word for what is not",
      "known, so what a library's file cannot tell is asked for; owner and place are nil.",
      "Numbers keep all digits; deleted channels are the missing constant -1.23E34."
    })
final class RyuguSpeclibCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(paramLabel = "LIB", description = "Spectra.")
  private Path library = Path.of("");

  @Option(
      names = "--specimen-type",
      required = true,
      paramLabel = "WORDS",
      description = "Such as 'Terrestrial Sample'.")
  private String specimenType = "";

  @Option(
      names = "--material-type",
      required = true,
      paramLabel = "WORDS",
      description = "Such as 'Unconsolidated Mixture'.")
  private String materialType = "";

  @Option(
      names = "--texture",
      required = true,
      paramLabel = "WORD",
      description = "Particulate or Nonparticulate.")
  private String texture = "";

  @Option(
      names = "--origin",
      defaultValue = "Natural",
      paramLabel = "WORD",
      description = "Natural, Natural-Doped or Synthetic. (Natural)")
  private String origin = "";

  @Option(
      names = "--type",
      defaultValue = "Reflectance",
      paramLabel = "WORD",
      description = "What was measured. (Reflectance)")
  private String type = "";

  @Option(names = "--instrument", defaultValue = "not known", paramLabel = "NAME")
  private String instrument = "";

  @Option(names = "--producer", required = true, paramLabel = "NAME", description = "Of the data.")
  private String producer = "";

  @Option(names = "--entry", paramLabel = "NAME", description = "Only this one.")
  private @Nullable String entry;

  @Option(names = "-o", required = true, paramLabel = "FOLDER", description = "Made where missing.")
  private Path folder = Path.of("");

  @Override
  public Integer call() throws IOException {
    SpectralLibrary read = SpectralLibraries.read(library);
    read.defects().forEach(defect -> answer.say("jumelles: doubtful: " + defect.sentence()));
    CubeInput.micrometres(library, read.axis());
    String only = entry;
    List<Spectrum> spectra =
        only == null
            ? read.spectra()
            : List.of(
                read.spectrum(only)
                    .orElseThrow(
                        () -> new IllegalArgumentException(library + " has no entry " + only)));
    Files.createDirectories(folder);
    SpeclibFiles files = new SpeclibFiles(output);
    Set<String> taken = new TreeSet<>();
    List<String> labels = new ArrayList<>();
    for (Spectrum spectrum : spectra) {
      String stem = free(SpectrumProduct.stem(spectrum.name()), taken);
      Path label = folder.resolve(stem + ".xml");
      files.write(label, spectrum, read.axis(), specimen(spectrum), naming(stem, spectrum));
      labels.add(label.toString());
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", library.toString());
    document.put("spectra", labels.size());
    document.put("labels", labels);
    answer.give(
        document,
        () -> answer.out().println(folder + ": " + labels.size() + " labels with their tables"));
    return read.defects().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }

  private static String free(String stem, Set<String> taken) {
    String name = stem;
    for (int i = 2; !taken.add(name); i++) {
      name = stem + "-" + i;
    }
    return name;
  }

  private SpectrumLabel.Specimen specimen(Spectrum spectrum) {
    return new SpectrumLabel.Specimen(
        spectrum.name(),
        "entry of " + library.getFileName(),
        specimenType,
        origin,
        Optional.empty(),
        materialType,
        texture,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private SpectrumProduct.Naming naming(String stem, Spectrum spectrum) {
    return new SpectrumProduct.Naming(
        stem,
        spectrum.name(),
        "Entry of " + library.getFileName() + ", as it stands there.",
        type,
        instrument,
        Optional.empty(),
        producer);
  }
}
