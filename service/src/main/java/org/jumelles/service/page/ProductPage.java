package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jumelles.archive.Archive;
import org.jumelles.archive.lineage.Agent;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.service.cube.CubeFiles;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.holding.Holdings;
import org.jumelles.service.spectra.StoredGranule;

/// The page of one product: what it is, what made it, and of what, back to the raw bytes.
public final class ProductPage {
  private static final int MAX_STEPS = 200;
  private static final int SHOWN_ENTRIES = 20;

  private final Archive archive;
  private final Holdings holdings;
  private final Function<Product, String> card;

  /// @param card sections of HTML that stand before the facts: lineage, citation, access
  public ProductPage(Archive archive, Function<Product, String> card) {
    this.archive = archive;
    this.card = card;
    this.holdings = new Holdings(archive);
  }

  public Answer answer(String id) {
    Optional<Product> product = holdings.named(id);
    if (product.isEmpty()) {
      String body =
          "<section class=\"hero\"><h1>Nothing has this name</h1><p class=\"lead\">"
              + text(id)
              + " names no product and no event of this archive.</p></section>";
      return Answer.of(404, Answer.HTML, Html.page("Not found", body));
    }
    return Answer.of(200, Answer.HTML, Html.page(product.get().title(), body(product.get())));
  }

  private String body(Product product) {
    return "<section class=\"hero\"><h1>"
        + text(product.title())
        + "</h1><p class=\"lead\">Made by <strong>"
        + text(product.recipe().toString())
        + "</strong></p><p class=\"id\">"
        + product.identity().sha256Hex()
        + "</p>"
        + cube(product)
        + "</section>"
        + spectra(product)
        + noise(product)
        + pictures(product)
        + card.apply(product)
        + files(product)
        + facts("Parameters", product.parameters())
        + facts("Attributes", product.attributes())
        + "<section><h2>Why: how it came to be</h2><ol class=\"why\">"
        + why(product)
        + "</ol></section>"
        + made(product)
        + entries(product);
  }

  private String cube(Product product) {
    return CubeFiles.of(archive, product).isEmpty()
        ? ""
        : "<p><a href=\"/ryugu/cubes/"
            + product.identity().sha256Hex()
            + "\">Look at its image cube</a></p>";
  }

  private static String spectra(Product product) {
    return StoredGranule.of(product)
        .map(
            granule ->
                "<p><a href=\"/iasi/granules/"
                    + granule.identity().sha256Hex()
                    + "\">Map of its pixels, and their spectra</a></p>")
        .orElse("");
  }

  private static String noise(Product product) {
    StringBuilder html = new StringBuilder();
    product.entries().stream()
        .filter(entry -> entry.kind().equals("noise"))
        .map(entry -> text(entry.attributes().getOrDefault("channel", "")))
        .forEach(
            channel ->
                html.append("<p><a href=\"/noise/")
                    .append(channel)
                    .append("\">Noise of ")
                    .append(channel)
                    .append(", all sols together</a></p>"));
    return html.toString();
  }

  private static String pictures(Product product) {
    StringBuilder html = new StringBuilder();
    for (Payload payload : product.payloads()) {
      if (payload.mediaType().equals("image/png")) {
        html.append("<figure class=\"large\"><img src=\"")
            .append(address(product, payload))
            .append("\" alt=\"")
            .append(text(product.title()))
            .append("\"></figure>");
      }
    }
    return html.toString();
  }

  private static String files(Product product) {
    StringBuilder html = new StringBuilder();
    html.append("<section><h2>Files</h2>")
        .append(Html.scroll("Files"))
        .append("<table><thead><tr>")
        .append("<th scope=\"col\">Name</th><th scope=\"col\">Type</th>")
        .append("<th scope=\"col\" class=\"n\">Size</th><th scope=\"col\">SHA-256</th></tr>")
        .append("</thead><tbody>");
    for (Payload payload : product.payloads()) {
      html.append("<tr><th scope=\"row\"><a href=\"")
          .append(address(product, payload))
          .append("\">")
          .append(text(payload.name()))
          .append("</a></th><td>")
          .append(text(payload.mediaType()))
          .append("</td><td class=\"n\">")
          .append(Html.bytes(payload.size()))
          .append("</td><td class=\"id\">")
          .append(payload.sha256())
          .append("</td></tr>");
    }
    return html.append("</tbody></table></div></section>").toString();
  }

  private static String facts(String title, Map<String, String> facts) {
    if (facts.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<section><h2>" + title + "</h2><dl class=\"facts\">");
    facts.forEach(
        (name, value) ->
            html.append("<div><dt>")
                .append(text(name))
                .append("</dt><dd>")
                .append(text(value))
                .append("</dd></div>"));
    return html.append("</dl></section>").toString();
  }

  /// The product and all it was made from, nearest first, each once.
  private String why(Product from) {
    List<Identity> next = new ArrayList<>(List.of(from.identity()));
    Set<Identity> seen = new HashSet<>();
    StringBuilder html = new StringBuilder();
    int steps = 0;
    for (int i = 0; i < next.size() && steps < MAX_STEPS; i++) {
      if (!seen.add(next.get(i))) {
        continue;
      }
      steps++;
      Optional<Product> product = archive.find(next.get(i));
      if (product.isPresent()) {
        html.append(step(product.get()));
        next.addAll(product.get().inputs());
      } else {
        html.append("<li>").append(next.get(i).sha256Hex()).append(" is not in this archive</li>");
      }
    }
    return html.toString();
  }

  private static String step(Product product) {
    StringBuilder html = new StringBuilder();
    html.append("<li><h3><a href=\"/products/")
        .append(product.identity().sha256Hex())
        .append("\">")
        .append(text(product.title()))
        .append("</a></h3><p><span class=\"badge\">")
        .append(text(product.recipe().toString()))
        .append("</span> <span class=\"id\">")
        .append(Html.shortId(product.identity().sha256Hex()))
        .append("</span></p><p>")
        .append(product.recipe().isIngest() ? "Bytes as they came, stored " : "Made ")
        .append(Html.time(product.lineage().endedAt()))
        .append(" by code <code>")
        .append(text(product.lineage().codeCommit()))
        .append("</code></p><ul class=\"agents\">");
    product
        .lineage()
        .agents()
        .forEach(agent -> html.append("<li>").append(words(agent)).append("</li>"));
    return html.append("</ul></li>").toString();
  }

  private static String words(Agent agent) {
    return switch (agent) {
      case Agent.Software(String name, String version) ->
          "Software: " + text(name) + " " + text(version);
      case Agent.Operator(String name) -> "Operator: " + text(name);
      case Agent.Programme(String name, Agent.Accountable.Known known) ->
          "Accountable for "
              + text(name)
              + ": <strong>"
              + text(known.organisation())
              + "</strong> ("
              + text(known.role())
              + "; "
              + text(known.source())
              + ")";
      case Agent.Programme(String name, Agent.Accountable.NotKnown unknown) ->
          "Accountable for " + text(name) + ": not known (" + text(unknown.reason()) + ")";
    };
  }

  private String made(Product product) {
    List<Product> made = archive.derivedFrom(product.identity());
    if (made.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<section><h2>Made from it</h2><ul>");
    made.stream()
        .limit(MAX_STEPS)
        .forEach(
            each ->
                html.append("<li><a href=\"/products/")
                    .append(each.identity().sha256Hex())
                    .append("\">")
                    .append(text(each.title()))
                    .append("</a> <span class=\"badge\">")
                    .append(text(each.recipe().toString()))
                    .append("</span></li>"));
    return html.append("</ul></section>").toString();
  }

  private static String entries(Product product) {
    if (product.entries().isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append("<section><h2>What it holds</h2>")
        .append(Html.scroll("What it holds"))
        .append("<table><thead><tr>")
        .append("<th scope=\"col\">Kind</th><th scope=\"col\">Key</th><th scope=\"col\">From</th>")
        .append("<th scope=\"col\">To</th></tr></thead><tbody>");
    product.entries().stream()
        .limit(SHOWN_ENTRIES)
        .forEach(
            entry ->
                html.append("<tr><td>")
                    .append(text(entry.kind()))
                    .append("</td><th scope=\"row\">")
                    .append(text(entry.key()))
                    .append("</th><td>")
                    .append(Html.time(entry.span().start()))
                    .append("</td><td>")
                    .append(Html.time(entry.span().end()))
                    .append("</td></tr>"));
    html.append("</tbody></table></div>");
    if (product.entries().size() > SHOWN_ENTRIES) {
      html.append("<p>and ")
          .append(Html.count(product.entries().size() - SHOWN_ENTRIES))
          .append(" more</p>");
    }
    return html.append("</section>").toString();
  }

  private static String address(Product product, Payload payload) {
    return "/products/" + product.identity().sha256Hex() + "/files/" + payload.name();
  }
}
