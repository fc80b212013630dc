package org.jumelles.cli.accord;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.LedgerCheck;
import org.jumelles.archive.store.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "verify",
    description = {
      "Checks the hash chain of the ledger and each row of the catalogue against it: one changed",
      "row is found and named."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles accord verify --archive mars")
final class AccordVerifyCommand implements Callable<Integer> {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Override
  public Integer call() throws IOException {
    try (var open = archive.openRecovered()) {
      LedgerCheck check = open.verifyLedger();
      List<String> problems = check.problems().stream().map(Problem::sentence).toList();
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("entries", check.entries());
      document.put("problems", problems);
      answer.give(
          document,
          () -> {
            answer.out().printf("%,d ledger entries chained.%n", check.entries());
            problems.forEach(problem -> answer.out().println("  ! " + problem));
            answer.out().println(problems.isEmpty() ? "Clean." : "NOT clean.");
          });
      return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
  }
}
