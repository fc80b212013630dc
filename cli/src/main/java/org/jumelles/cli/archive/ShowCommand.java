package org.jumelles.cli.archive;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Shows one product or event: files, contents, where its bytes lie.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footerHeading = "%nExample:%n",
    footer = "  jumelles show 3fa1")
public final class ShowCommand implements Callable<Integer> {
  private static final int ENTRIES_SHOWN = 20;

  @Mixin private Answer answer = new Answer();
  @Mixin private ArchiveOption archive = new ArchiveOption();

  @Parameters(index = "0", paramLabel = "ID", description = "Start of an identity, or an event.")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    try (Archive open = archive.openReadOnly()) {
      Lookup lookup = Lookup.of(open, name);
      Map<String, Object> document = new LinkedHashMap<>();
      lookup.event().ifPresent(event -> document.put("event", EventText.document(event)));
      Product product = lookup.product();
      document.put("identity", product.identity().sha256Hex());
      document.put("title", product.title());
      document.put("recipe", product.recipe().name() + " " + product.recipe().version());
      document.put("parameters", product.parameters());
      document.put("attributes", product.attributes());
      document.put("inputs", product.inputs().stream().map(Object::toString).toList());
      document.put("files", product.payloads());
      document.put("entries", product.entries().size());
      Map<String, String> places = new LinkedHashMap<>();
      for (var payload : product.payloads()) {
        places.put(payload.name(), open.path(product.identity(), payload.name()).toString());
      }
      document.put("paths", places);
      answer.give(document, () -> print(lookup, places));
      return ExitCode.OK;
    }
  }

  private void print(Lookup lookup, Map<String, String> places) {
    var out = answer.out();
    Product product = lookup.product();
    lookup.event().ifPresent(event -> out.println(EventText.line(event)));
    out.println(product.title());
    out.println("  identity    " + product.identity());
    out.println("  recipe      " + product.recipe().name() + " " + product.recipe().version());
    product
        .parameters()
        .forEach((key, value) -> out.println("  parameter   " + key + " = " + value));
    product.inputs().forEach(input -> out.println("  input       " + input));
    for (var payload : product.payloads()) {
      out.printf(
          "  file        %s, %,d bytes, %s, sha256 %s%n",
          payload.name(), payload.size(), payload.mediaType(), payload.sha256());
      out.println("              " + places.get(payload.name()));
    }
    product.entries().stream()
        .limit(ENTRIES_SHOWN)
        .forEach(
            entry ->
                out.printf(
                    "  %-11s %s  %s to %s%n",
                    entry.kind(), entry.key(), entry.span().start(), entry.span().end()));
    if (product.entries().size() > ENTRIES_SHOWN) {
      out.println("  and " + (product.entries().size() - ENTRIES_SHOWN) + " more entries");
    }
  }
}
