package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jumelles.formats.pds4.Pds4;
import org.jumelles.formats.pds4.Pds4Label;
import org.jumelles.formats.pds4.SchemaCheck;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "validate",
    description = "Checks a PDS4 label: against its files, and against schemas that you give.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles ryugu validate cube.xml",
      "  jumelles ryugu validate cube.xml --schemas FOLDER --json",
      "",
      "FOLDER has the files that the label asks for, such as PDS4_PDS_1O00.xsd and .sch;",
      "nothing is fetched, and what is missing there is told. Exit code 3 where anything",
      "but a warning was found."
    })
final class RyuguValidateCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();

  @Parameters(paramLabel = "LABEL", description = "A PDS4 label.")
  private Path file = Path.of("");

  @Option(names = "--schemas", paramLabel = "FOLDER", description = "XSD and Schematron files.")
  private Optional<Path> schemas = Optional.empty();

  @Override
  public Integer call() throws IOException {
    List<Defect> defects = new ArrayList<>();
    List<Defect> warnings = new ArrayList<>();
    List<String> used = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      Pds4Label label = Pds4.read(Bytes.map(file, arena));
      defects.addAll(label.defects());
      for (Pds4Label.FileArea area : label.files()) {
        Path data = file.resolveSibling(area.fileName());
        if (Files.isRegularFile(data)) {
          defects.addAll(Pds4.check(label, area, Bytes.map(data, arena)));
        } else {
          Place place = new Place.Path(area.path() + "/File/file_name");
          defects.add(
              new Defect(file.toString(), place, "file_name", "a file", "there is no " + data));
        }
      }
      if (schemas.isPresent()) {
        SchemaCheck.Findings found = new SchemaCheck(schemas.get()).check(file, label);
        defects.addAll(found.defects());
        warnings.addAll(found.warnings());
        used.addAll(found.used());
        missing.addAll(found.missing());
      }
    }
    defects.forEach(defect -> answer.say("jumelles: " + defect.sentence()));
    warnings.forEach(defect -> answer.say("jumelles: warning: " + defect.sentence()));
    missing.forEach(name -> answer.say("jumelles: not checked, for it is not given: " + name));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("schemas", used);
    document.put("schemas_missing", missing);
    document.put("defects", defects.stream().map(Defect::sentence).toList());
    document.put("warnings", warnings.stream().map(Defect::sentence).toList());
    answer.give(
        document,
        () ->
            answer
                .out()
                .println(
                    "%s: %d defects, %d warnings by %d schemas"
                        .formatted(file, defects.size(), warnings.size(), used.size())));
    return defects.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }
}
