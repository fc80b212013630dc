package org.jumelles.cli.account;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.account.Login;
import org.jumelles.archive.account.Visit;
import org.jumelles.pipeline.run.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "login",
    description = {
      "Lets whom an OpenID Connect issuer knows by a subject come in by this account. Whoever logs",
      "in and has none yet is told the subject to name here."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = {
      "  jumelles user login Ann --issuer https://id.example.org --subject 7f3a --archive mars"
    })
final class UserLoginCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "NAME", description = "An account.")
  private String name = "";

  @Option(
      names = "--issuer",
      required = true,
      paramLabel = "URL",
      description = "As the issuer writes itself: as given to serve --oidc-issuer.")
  private String issuer = "";

  @Option(
      names = "--subject",
      required = true,
      paramLabel = "SUB",
      description = "By which the issuer knows the person.")
  private String subject = "";

  @Override
  public void run() {
    Login login = new Login(issuer, subject);
    try (Archive open = archive.openReadOnly()) {
      open.accounts().addLogin(name, login);
      open.accounts()
          .note(
              List.of(
                  new Visit(
                      Provenance.now(), name, "command", "login", subject + " of " + issuer, 0)),
              Map.of());
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", name);
      document.put("issuer", issuer);
      document.put("subject", subject);
      answer.give(
          document,
          () -> answer.out().println(name + " comes in as '" + subject + "' of " + issuer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
