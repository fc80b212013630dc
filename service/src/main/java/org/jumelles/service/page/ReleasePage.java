package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.partnership.Release;
import org.jumelles.pipeline.partnership.Withdrawal;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.holding.Holdings;

/// The landing page of a release: how to cite it, under which terms, what is in it, how to fetch
/// it.
public final class ReleasePage {
  private final Archive archive;
  private final Holdings holdings;

  public ReleasePage(Archive archive) {
    this.archive = archive;
    this.holdings = new Holdings(archive);
  }

  /// `/releases/ID`.
  public Answer answer(String id) {
    Optional<Product> release =
        holdings.named(id).filter(one -> one.recipe().name().equals(Release.RECIPE.name()));
    if (release.isEmpty()) {
      String body =
          "<section class=\"hero\"><h1>No release has this name</h1><p class=\"lead\">"
              + text(id)
              + " names no release of this archive.</p></section>";
      return Answer.of(404, Answer.HTML, Html.page("Not found", body));
    }
    return Answer.of(200, Answer.HTML, Html.page(release.get().title(), body(release.get())));
  }

  private String body(Product release) {
    String id = release.identity().sha256Hex();
    StringBuilder html = new StringBuilder(4096);
    html.append("<section class=\"hero\"><h1>")
        .append(text(release.title()))
        .append("</h1><p class=\"lead\">")
        .append(text(release.attributes().getOrDefault("citation", "")))
        .append("</p>")
        .append(withdrawn(release))
        .append("</section><section><h2>Terms</h2><dl class=\"facts\">");
    fact(html, "Released", release.parameters().getOrDefault("date", "not known"));
    fact(html, "Licence", release.parameters().getOrDefault("licence", "not known"));
    fact(
        html, "Acknowledgement", release.parameters().getOrDefault("acknowledgement", "not known"));
    html.append(
            "</dl></section><section><h2>Fetch</h2><ul class=\"services\"><li><a href=\"/releases/")
        .append(id)
        .append("/metalink\">Order</a><span>Metalink 4, for clients that resume</span></li>");
    for (Payload payload : release.payloads()) {
      html.append("<li><a href=\"/products/")
          .append(id)
          .append("/files/")
          .append(text(payload.name()))
          .append("\">")
          .append(text(payload.name()))
          .append("</a><span>")
          .append(Html.bytes(payload.size()))
          .append("</span></li>");
    }
    html.append("</ul></section><section><h2>Products</h2><ul class=\"services\">");
    for (Product member : archive.inputsOf(release.identity())) {
      html.append("<li><a href=\"/products/")
          .append(member.identity().sha256Hex())
          .append("\">")
          .append(text(member.title()))
          .append("</a><span>")
          .append(text(member.recipe().toString()))
          .append("</span></li>");
    }
    return html.append("</ul></section>").toString();
  }

  private String withdrawn(Product release) {
    return Withdrawal.of(archive, release.identity())
        .map(
            one ->
                "<p class=\"limits\">Withdrawn at "
                    + text(Html.shortTime(one.at()))
                    + " UTC: "
                    + text(one.reason())
                    + ". Do not use it; it stays so that what cites it leads here.</p>")
        .orElse("");
  }

  private static void fact(StringBuilder html, String name, String value) {
    html.append("<div><dt>")
        .append(name)
        .append("</dt><dd>")
        .append(text(value))
        .append("</dd></div>");
  }
}
