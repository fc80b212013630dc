package org.jumelles.cli.account;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Visit;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.service.access.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    description = {
      "Adds an account. Name and ORCID iD are those of the partnership's record, whose roles then",
      "count for it; an account opens nothing by itself. With --fdsn it gets a password for",
      "queryauth, which is shown once."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles user add Ann --orcid 0000-0002-1825-0097 --archive mars")
final class UserAddCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "NAME", description = "1 to 64 letters, digits, blanks.")
  private String name = "";

  @Option(names = "--orcid", paramLabel = "ID", description = "Such as 0000-0002-1825-0097.")
  private @Nullable String orcid;

  @Option(
      names = "--grant",
      paramLabel = "PATTERN",
      description = "Restricted channels to open, as NET.STA.LOC.CHA with * and ?; repeatable.")
  private List<String> grants = List.of();

  @Option(names = "--fdsn", description = "Make a password for HTTP digest.")
  private boolean fdsn;

  @Override
  public void run() {
    try (Archive open = archive.openReadOnly()) {
      var now = Provenance.now();
      open.accounts()
          .add(new Account(name, Optional.ofNullable(orcid), grants, now, Optional.empty()));
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", name);
      document.put("orcid", orcid == null ? "" : orcid);
      document.put("grants", grants);
      if (fdsn) {
        String password = password();
        open.accounts().setPassword(name, Digest.hashes(name, password));
        document.put("password", password);
      }
      open.accounts()
          .note(List.of(new Visit(now, name, "command", "add", "account " + name, 0)), Map.of());
      answer.give(
          document,
          () -> {
            answer.out().println("added " + name);
            if (document.containsKey("password")) {
              answer.out().println("password, shown this once: " + document.get("password"));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String password() {
    byte[] bits = new byte[18];
    new SecureRandom().nextBytes(bits);
    return new String(
        Base64.getUrlEncoder().withoutPadding().encode(bits), StandardCharsets.US_ASCII);
  }
}
