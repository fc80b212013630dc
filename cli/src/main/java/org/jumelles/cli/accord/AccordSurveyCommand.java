package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.Rows;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.accord.Accord;
import org.jumelles.archive.Archive;
import org.jumelles.pipeline.partnership.Dossier;
import org.jumelles.pipeline.partnership.Evidence;
import org.jumelles.pipeline.partnership.Survey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "survey",
    description = {
      "What became of the priorities of one edition of the science survey: by whom each is",
      "addressed, with which products and papers, why it was declined, or that it is open; and what",
      "hangs loose: programmes that no priority names, outputs of no programme."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord survey 2019")
final class AccordSurveyCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private RecordOption record = new RecordOption();

  @Parameters(index = "0", paramLabel = "EDITION", description = "Such as 2019.")
  private String edition = "";

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "Products count that were made up to this day; today.")
  private @Nullable String on;

  @Override
  public Integer call() throws IOException {
    LocalDate day = RecordOption.day(on);
    Survey survey =
        record.hasArchive()
            ? record.askArchive((accord, archive) -> survey(accord, archive, day))
            : record.ask(accord -> Survey.of(accord, edition, day, Optional.empty()));
    Map<String, Object> document = survey.document();
    answer.give(document, () -> print(document));
    return ExitCode.OK;
  }

  private Survey survey(Accord accord, Archive archive, LocalDate day) {
    Evidence evidence = Dossier.of(archive, Survey.ALWAYS, day).evidence();
    return Survey.of(accord, edition, day, Optional.of(evidence));
  }

  private void print(Map<String, Object> document) {
    var out = answer.out();
    out.printf(
        "Science survey %s, %s, %s to %s: %s contributions, %s groups%n",
        document.get("edition"),
        document.get("place"),
        document.get("from"),
        document.get("to"),
        document.get("contributions"),
        document.get("groups"));
    List<Map<String, Object>> rows = Rows.of(document, "priorities");
    if (rows.isEmpty()) {
      out.println("  no priority of it is recorded");
    }
    for (Map<String, Object> row : rows) {
      out.printf("  %-10s %s: %s%n", row.get("state"), row.get("name"), row.get("statement"));
      if (row.containsKey("programmes")) {
        out.println(
            "             by "
                + row.get("programmes")
                + ", products made "
                + row.get("products")
                + ", outputs "
                + row.get("outputs"));
      }
      if (row.containsKey("reason")) {
        out.println("             because " + row.get("reason"));
      }
    }
    out.println(
        "  programmes that no priority names: " + document.get("programmes_without_priority"));
    out.println("  outputs of no programme: " + document.get("outputs_without_programme"));
  }
}
