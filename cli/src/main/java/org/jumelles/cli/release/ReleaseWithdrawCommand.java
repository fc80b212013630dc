package org.jumelles.cli.release;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.partnership.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "withdraw",
    description = {
      "Says that a release should not be used any more, and why. Nothing is deleted: its page stays,",
      "with the reason; its order is answered with 410. This cannot be taken back."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles release withdraw 3f9a --reason 'wrong response' --archive mars")
final class ReleaseWithdrawCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(
      index = "0",
      paramLabel = "RELEASE",
      description = "A release's identity, or its first digits.")
  private String name = "";

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  @Override
  public void run() {
    try (Archive open = archive.open()) {
      Product release = ReleaseShowCommand.find(open, name);
      Withdrawal withdrawal =
          Withdrawal.record(
              open, release.identity(), System.getProperty("user.name", "not known"), reason);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("id", release.identity().sha256Hex());
      document.put("title", release.title());
      document.put("withdrawn", withdrawal.at().toString());
      document.put("reason", withdrawal.reason());
      answer.give(
          document, () -> answer.out().println("withdrew '" + release.title() + "': " + reason));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
