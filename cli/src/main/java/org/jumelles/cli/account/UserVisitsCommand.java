package org.jumelles.cli.account;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.account.Visit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "visits",
    description = "Who had which data or was refused, newest first, and downloads by product.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles user visits --limit 20 --archive mars")
final class UserVisitsCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "At most so many visits (${DEFAULT-VALUE}).")
  private int limit;

  @Override
  public void run() {
    try (Archive open = archive.openReadOnly()) {
      List<Visit> visits = open.accounts().visits(limit);
      Map<String, Long> downloads = new TreeMap<>();
      open.downloads("0000", "9999")
          .forEach((one, count) -> downloads.merge(one.product().sha256Hex(), count, Long::sum));
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("visits", visits.stream().map(UserVisitsCommand::row).toList());
      document.put("downloads", downloads);
      answer.give(
          document,
          () -> {
            for (Visit visit : visits) {
              answer
                  .out()
                  .printf(
                      "%s  %-12s %-15s %-8s %3d  %s%n",
                      visit.time(),
                      visit.who().isEmpty() ? "-" : visit.who(),
                      visit.address(),
                      visit.action(),
                      visit.answer(),
                      visit.target());
            }
            downloads.forEach(
                (product, count) -> answer.out().println(product + "  downloads " + count));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> row(Visit visit) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("time", visit.time().toString());
    row.put("user", visit.who());
    row.put("address", visit.address());
    row.put("action", visit.action());
    row.put("target", visit.target());
    row.put("answer", visit.answer());
    return row;
  }
}
