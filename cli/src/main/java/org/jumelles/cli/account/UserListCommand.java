package org.jumelles.cli.account;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Accounts;
import org.jumelles.archive.account.Token;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "Lists accounts and their tokens, good or not.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  jumelles user list --archive mars --json")
final class UserListCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Override
  public void run() {
    try (Archive open = archive.openReadOnly()) {
      Accounts accounts = open.accounts();
      List<Account> all = accounts.all();
      answer.give(
          Map.of("users", all.stream().map(account -> document(account, accounts)).toList()),
          () -> all.forEach(account -> print(account, accounts)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> document(Account account, Accounts accounts) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", account.name());
    document.put("orcid", account.orcid().orElse(""));
    document.put("grants", account.grants());
    document.put("created", account.created().toString());
    document.put("revoked", account.revoked().map(Moment::toString).orElse(""));
    document.put(
        "logins",
        accounts.logins(account.name()).stream()
            .map(login -> Map.of("issuer", login.issuer(), "subject", login.subject()))
            .toList());
    document.put(
        "tokens", accounts.tokens(account.name()).stream().map(UserListCommand::token).toList());
    return document;
  }

  private static Map<String, Object> token(Token token) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("number", token.number());
    document.put("label", token.label());
    document.put("expires", token.expires().toString());
    document.put("state", state(token));
    return document;
  }

  private static String state(Token token) {
    return token.isGoodAt(Provenance.now())
        ? "good"
        : token.revoked().isPresent() ? "revoked" : "expired";
  }

  private void print(Account account, Accounts accounts) {
    answer
        .out()
        .println(
            account.name()
                + account.orcid().map(id -> "  " + id).orElse("")
                + account.revoked().map(at -> "  revoked " + at).orElse(""));
    account.grants().forEach(grant -> answer.out().println("  may read " + grant));
    accounts
        .logins(account.name())
        .forEach(
            login ->
                answer.out().println("  logs in as " + login.subject() + " of " + login.issuer()));
    for (Token token : accounts.tokens(account.name())) {
      answer
          .out()
          .printf(
              "  token %d  %s until %s  %s%n",
              token.number(), state(token), token.expires(), token.label());
    }
  }
}
