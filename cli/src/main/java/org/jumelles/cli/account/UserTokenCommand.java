package org.jumelles.cli.account;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.account.Token;
import org.jumelles.archive.account.Visit;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "token",
    description = {
      "Makes a token for an account: 256 random bits, shown this once and kept as a hash. Programs",
      "send it as `Authorization: Bearer TOKEN`."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles user token Ann --days 90 --label laptop --archive mars")
final class UserTokenCommand implements Runnable {
  private static final long NANOS_A_DAY = 86_400_000_000_000L;

  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "NAME", description = "An account.")
  private String name = "";

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "90",
      description = "It expires after so many days of 86400 s, at most 3660 (${DEFAULT-VALUE}).")
  private int days;

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "What it is for.")
  private String label = "";

  @Override
  public void run() {
    if (days < 1 || days > 3660) {
      throw new IllegalArgumentException("--days " + days + " is outside 1 to 3660");
    }
    try (Archive open = archive.openReadOnly()) {
      Moment now = Provenance.now();
      Token.Fresh fresh =
          open.accounts().issue(name, label, now, now.plusNanos(days * NANOS_A_DAY));
      open.accounts()
          .note(
              List.of(
                  new Visit(now, name, "command", "token", "token " + fresh.token().number(), 0)),
              Map.of());
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("number", fresh.token().number());
      document.put("user", name);
      document.put("expires", fresh.token().expires().toString());
      document.put("token", fresh.secret());
      answer.give(
          document,
          () -> {
            answer.out().println(fresh.secret());
            answer.say(
                "token "
                    + fresh.token().number()
                    + ", good until "
                    + fresh.token().expires()
                    + "; it cannot be shown again");
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
