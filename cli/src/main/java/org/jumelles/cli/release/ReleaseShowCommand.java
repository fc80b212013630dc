package org.jumelles.cli.release;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.archive.ArchiveOption;
import org.jumelles.cli.archive.Lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.partnership.Release;
import org.jumelles.pipeline.partnership.Withdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Shows a release: citation, terms, products, and whether it was withdrawn.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles release show 3f9a --archive mars")
final class ReleaseShowCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(
      index = "0",
      paramLabel = "RELEASE",
      description = "A release's identity, or its first digits.")
  private String name = "";

  @Override
  public void run() {
    try (Archive open = archive.openReadOnly()) {
      Product release = find(open, name);
      List<Product> members = open.inputsOf(release.identity());
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("id", release.identity().sha256Hex());
      document.put("title", release.title());
      for (String field : List.of("date", "creators", "publisher", "licence", "acknowledgement")) {
        document.put(field, release.parameters().getOrDefault(field, "not known"));
      }
      document.put("citation", release.attributes().getOrDefault("citation", ""));
      document.put("page", "/releases/" + release.identity().sha256Hex());
      document.put("order", "/releases/" + release.identity().sha256Hex() + "/metalink");
      Optional<Withdrawal> withdrawal = Withdrawal.of(open, release.identity());
      document.put("withdrawn", withdrawal.map(one -> one.at().toString()).orElse(""));
      document.put("reason", withdrawal.map(Withdrawal::reason).orElse(""));
      Map<String, Object> shown = new LinkedHashMap<>(document);
      document.put(
          "products",
          members.stream()
              .map(one -> Map.of("id", one.identity().sha256Hex(), "title", one.title()))
              .toList());
      answer.give(
          document,
          () -> {
            shown.forEach(
                (field, value) -> {
                  if (!String.valueOf(value).isEmpty()) {
                    answer.out().printf("%-15s %s%n", field, value);
                  }
                });
            members.forEach(
                one ->
                    answer
                        .out()
                        .printf(
                            "%-15s %s  %s%n",
                            "product", one.identity().sha256Hex().substring(0, 12), one.title()));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws IllegalArgumentException where no release is named so
  static Product find(Archive open, String name) {
    Product product = Lookup.of(open, name).product();
    if (!product.recipe().name().equals(Release.RECIPE.name())) {
      throw new IllegalArgumentException(
          "'" + name + "' is a product of " + product.recipe() + " and no release");
    }
    return product;
  }
}
