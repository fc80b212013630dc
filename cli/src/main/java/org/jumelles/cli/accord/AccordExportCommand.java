package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.accord.Accord;
import org.jumelles.accord.programme.Programme;
import org.jumelles.pipeline.partnership.DataCite;
import org.jumelles.pipeline.partnership.FactYaml;
import org.jumelles.pipeline.partnership.Raid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = {
      "The record as YAML that a person can edit and `accord record` reads back; the programmes as",
      "RAiD metadata (ISO 23527) or as DataCite 4.7 JSON."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles accord export --format yaml",
      "  jumelles accord export --format raid --programme SEIS"
    })
final class AccordExportCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();
  @Mixin private OutputFile output = new OutputFile();

  @Option(
      names = "--format",
      defaultValue = "yaml",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private Format format = Format.yaml;

  @Option(names = "--programme", paramLabel = "P", description = "One programme; all of them.")
  private @Nullable String programme;

  @Option(names = "-o", paramLabel = "FILE", description = "Standard output where not given.")
  private @Nullable Path file;

  private final List<String> missing = new ArrayList<>();

  /// What a record can be written as.
  enum Format {
    yaml,
    raid,
    datacite
  }

  @Override
  public Integer call() throws IOException {
    String text = record.ask(this::text);
    missing.forEach(one -> answer.say("the record does not know " + one));
    if (file == null) {
      answer.out().print(text);
    } else {
      output.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
    return ExitCode.OK;
  }

  private String text(Accord accord) {
    return switch (format) {
      case yaml -> FactYaml.text(accord.facts());
      case raid -> {
        missing.addAll(Raid.missing(accord, programmes(accord)));
        yield Raid.json(accord, programmes(accord));
      }
      case datacite -> {
        missing.addAll(DataCite.missing(accord, programmes(accord)));
        yield DataCite.json(accord, programmes(accord));
      }
    };
  }

  private List<Programme> programmes(Accord accord) {
    List<Programme> wanted =
        accord.all(Programme.class).stream()
            .filter(one -> programme == null || one.name().equals(programme))
            .toList();
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("the record knows no programme " + programme);
    }
    return wanted;
  }
}
