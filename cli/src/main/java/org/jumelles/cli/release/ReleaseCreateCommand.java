package org.jumelles.cli.release;

import org.jumelles.cli.accord.RecordOption;
import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.Version;
import org.jumelles.cli.archive.ArchiveOption;
import org.jumelles.cli.archive.Lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.pipeline.partnership.Release;
import org.jumelles.pipeline.run.Provenance;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "create",
    description = {
      "Freezes products as one dataset, itself a product: citation, DataCite 4.7 JSON, checksums,",
      "licence and acknowledgement as the data policies have them. Its page is /releases/ID, its",
      "order for download clients /releases/ID/metalink."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles release create --title 'Low frequency events' J0173a-02 --archive mars")
final class ReleaseCreateCommand implements Runnable {
  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "PRODUCT",
      description = "Products' identities or events' names.")
  private List<String> names = List.of();

  @Option(names = "--title", required = true, paramLabel = "TEXT", description = "Its title.")
  private String title = "";

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "UTC day of the release, such as 2026-11-01; today.")
  private @Nullable String date;

  @Override
  public void run() {
    try (Archive open = archive.open()) {
      List<Product> products = names.stream().map(name -> Lookup.of(open, name).product()).toList();
      var accord = new Partnership(open).accord();
      Product product =
          new Release(title, RecordOption.day(date), products)
              .store(open, accord, Provenance.ofThisProcess(Version.NUMBER, accord));
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("id", product.identity().sha256Hex());
      document.put("title", product.title());
      document.put("citation", product.attributes().getOrDefault("citation", ""));
      document.put("products", products.size());
      document.put("page", "/releases/" + product.identity().sha256Hex());
      answer.give(
          document,
          () -> document.forEach((field, value) -> answer.out().printf("%-9s %s%n", field, value)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
