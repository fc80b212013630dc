package org.jumelles.cli.account;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.account.Visit;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "revoke",
    description = {
      "Ends an account with its tokens and password, or one token. It holds from the next request",
      "on; the history stays."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles user revoke Ann --token 3 --archive mars")
final class UserRevokeCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "NAME", description = "An account.")
  private String name = "";

  @Option(names = "--token", paramLabel = "N", description = "This token alone, by its number.")
  private @Nullable Long token;

  @Override
  public void run() {
    try (Archive open = archive.openReadOnly()) {
      Moment now = Provenance.now();
      String what = token == null ? "account " + name : "token " + token;
      if (token == null) {
        open.accounts().revoke(name, now);
      } else if (open.accounts().tokens(name).stream().noneMatch(one -> one.number() == token)
          || !open.accounts().revokeToken(token, now)) {
        throw new IllegalArgumentException("'" + name + "' has no token " + token + " to revoke");
      }
      open.accounts().note(List.of(new Visit(now, name, "command", "revoke", what, 0)), Map.of());
      answer.give(
          Map.of("revoked", what, "at", now.toString()),
          () -> answer.out().println("revoked " + what));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
