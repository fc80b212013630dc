package org.jumelles.service.download;

import java.util.List;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.partnership.Release;
import org.jumelles.pipeline.partnership.Withdrawal;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Markup;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.holding.Holdings;

/// The order of a release: every file with size, hash and address, as a Metalink 4 document
/// [RFC5854] that download clients check and resume by.
public final class Order {
  private final Archive archive;
  private final Holdings holdings;

  public Order(Archive archive) {
    this.archive = archive;
    this.holdings = new Holdings(archive);
  }

  /// `/releases/ID/metalink`.
  public Answer metalink(Request request, String id) {
    Optional<Product> release =
        holdings.named(id).filter(one -> one.recipe().name().equals(Release.RECIPE.name()));
    if (release.isEmpty()) {
      return Answer.of(404, Answer.TEXT, "No release is named so\n");
    }
    if (Withdrawal.of(archive, release.get().identity()).isPresent()) {
      return Answer.of(
          410, Answer.TEXT, "The release was withdrawn; /releases/" + id + " says why\n");
    }
    if (request.base().isEmpty()) {
      return Answer.of(400, Answer.TEXT, "The Host header names no host\n");
    }
    StringBuilder xml =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<metalink xmlns=\"urn:ietf:params:xml:ns:metalink\">\n");
    files(xml, request.base(), release.get());
    List<Product> members = archive.inputsOf(release.get().identity());
    members.forEach(member -> files(xml, request.base(), member));
    return Answer.of(200, "application/metalink4+xml", xml.append("</metalink>\n").toString())
        .with("Content-Disposition", "attachment; filename=\"release.meta4\"");
  }

  private static void files(StringBuilder xml, String base, Product product) {
    String id = product.identity().sha256Hex();
    for (Payload payload : product.payloads()) {
      xml.append("  <file name=\"")
          .append(Markup.escaped(id + "/" + payload.name()))
          .append("\">\n    <size>")
          .append(payload.size())
          .append("</size>\n    <hash type=\"sha-256\">")
          .append(payload.sha256())
          .append("</hash>\n    <url>")
          .append(Markup.escaped(base + "/products/" + id + "/files/" + payload.name()))
          .append("</url>\n  </file>\n");
    }
  }
}
