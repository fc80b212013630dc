package org.jumelles.cli.release;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.partnership.Release;
import org.jumelles.pipeline.partnership.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "list",
    description = "Lists releases, oldest first, and which were withdrawn.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  jumelles release list --archive mars")
final class ReleaseListCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Override
  public void run() {
    try (Archive open = archive.openReadOnly()) {
      List<Product> releases = open.products(Release.RECIPE.name());
      answer.give(
          Map.of("releases", releases.stream().map(one -> document(open, one)).toList()),
          () -> {
            releases.forEach(one -> answer.out().println(line(open, one)));
            if (releases.isEmpty()) {
              answer.say("no release yet; jumelles release create makes one");
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> document(Archive open, Product release) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", release.identity().sha256Hex());
    document.put("title", release.title());
    document.put("date", release.parameters().getOrDefault("date", "not known"));
    document.put("products", release.inputs().size());
    document.put("withdrawn", Withdrawal.of(open, release.identity()).isPresent());
    return document;
  }

  private static String line(Archive open, Product release) {
    boolean withdrawn = Withdrawal.of(open, release.identity()).isPresent();
    return release.identity().sha256Hex().substring(0, 12)
        + "  "
        + release.parameters().getOrDefault("date", "not known")
        + "  "
        + release.title()
        + (withdrawn ? "  WITHDRAWN" : "");
  }
}
