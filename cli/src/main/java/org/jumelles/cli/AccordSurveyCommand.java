package org.jumelles.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jumelles.accord.Accord;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.priority.Edition;
import org.jumelles.accord.priority.Priority;
import org.jumelles.accord.programme.Programme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "survey",
    description = {
      "What became of the priorities of one edition of the science survey: by whom each is",
      "addressed and with which papers, why it was declined, or that it is open; and programmes that",
      "no priority names."
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

  @Override
  public Integer call() throws IOException {
    Map<String, Object> document = record.ask(this::document);
    answer.give(document, () -> print(document));
    return ExitCode.OK;
  }

  private Map<String, Object> document(Accord accord) {
    Edition held =
        accord.all(Edition.class).stream()
            .filter(one -> one.name().equals(edition))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the record has no edition '"
                            + edition
                            + "'; it has "
                            + accord.all(Edition.class).stream().map(Edition::name).toList()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("edition", held.name());
    document.put("place", held.place());
    document.put("from", held.from().toString());
    document.put("to", held.to().toString());
    document.put("contributions", known(held.contributions()));
    document.put("groups", known(held.groups()));
    document.put("source", held.source());
    TreeSet<String> named = new TreeSet<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Priority priority : accord.all(Priority.class)) {
      if (priority.edition().equals(edition)) {
        rows.add(row(accord, priority, named));
      }
    }
    document.put("priorities", rows);
    document.put(
        "programmes_without_priority",
        accord.all(Programme.class).stream()
            .map(Programme::name)
            .filter(name -> !named.contains(name))
            .toList());
    return document;
  }

  private static Object known(int count) {
    return count == 0 ? "not known" : count;
  }

  private static Map<String, Object> row(Accord accord, Priority priority, Set<String> named) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", priority.name());
    row.put("theme", priority.theme());
    row.put("statement", priority.statement());
    row.put("rank", known(priority.rank()));
    switch (priority.state()) {
      case Priority.State.Addressed(List<String> programmes) -> {
        named.addAll(programmes);
        row.put("state", "addressed");
        row.put("programmes", programmes);
        row.put(
            "outputs",
            accord.all(Output.class).stream()
                .filter(output -> output.programmes().stream().anyMatch(programmes::contains))
                .map(Output::doi)
                .toList());
      }
      case Priority.State.Declined(String reason) -> {
        row.put("state", "declined");
        row.put("reason", reason);
      }
      case Priority.State.Open() -> row.put("state", "open");
    }
    row.put("source", priority.source());
    return row;
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
        out.println("             by " + row.get("programmes") + ", outputs " + row.get("outputs"));
      }
      if (row.containsKey("reason")) {
        out.println("             because " + row.get("reason"));
      }
    }
    out.println(
        "  programmes that no priority names: " + document.get("programmes_without_priority"));
  }
}
