package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Permission;
import org.jumelles.accord.policy.Access;
import org.jumelles.accord.policy.DataPolicy;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.jumelles.pipeline.partnership.Evidence;
import org.jumelles.pipeline.partnership.Partnership;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.holding.Holdings;
import org.jumelles.service.page.Html;

/// What the page of a product says beside its files: lineage, how to cite it, who may read it.
public final class ProductCard {
  private final Archive archive;
  private final Partnership partnership;
  private final Holdings holdings;

  public ProductCard(Archive archive) {
    this.archive = archive;
    this.partnership = new Partnership(archive);
    this.holdings = new Holdings(archive);
  }

  public String sections(Product product) {
    return "<section id=\"lineage\"><h2>Lineage</h2>"
        + LineageDrawing.of(archive, product)
        + "</section>"
        + Frame.section(
            "Citation and access",
            citation(product) + policy(product, "", Parameters.now()).html());
  }

  private static String citation(Product product) {
    String made = Utc.text(product.lineage().endedAt()).substring(0, 10);
    return "<p class=\"verdict\">"
        + text(product.title())
        + ". Made "
        + made
        + " by "
        + text(product.recipe().toString())
        + ". SHA-256 <span class=\"id\">"
        + product.identity().sha256Hex()
        + "</span>.</p>";
  }

  private Table policy(Product product, String user, Moment at) {
    Accord accord = partnership.accord();
    String programme = Evidence.programme(product);
    Access access = Permission.of(accord, programme, observationEnd(product), user, at);
    List<List<String>> rows = new ArrayList<>();
    row(rows, "Access at " + Html.shortTime(at), words(access));
    row(rows, "Programme", programme);
    Optional<DataPolicy> policy =
        accord.all(DataPolicy.class).stream()
            .filter(one -> one.programme().equals(programme))
            .findFirst();
    row(rows, "Policy", policy.map(DataPolicy::name).orElse("not recorded"));
    row(rows, "Tiers of use", policy.map(one -> String.join("; ", one.tiers())).orElse(""));
    row(rows, "Licence", policy.map(DataPolicy::licence).orElse(""));
    row(rows, "Acknowledgement", policy.map(DataPolicy::acknowledgement).orElse(""));
    row(rows, "Contact", policy.map(DataPolicy::contact).orElse(""));
    policy.ifPresent(one -> row(rows, "Source", one.source()));
    return new Table("Citation and access", List.of("What", "value"), rows);
  }

  private static void row(List<List<String>> rows, String what, String value) {
    rows.add(List.of(text(what), text(value.isEmpty() ? "not known" : value)));
  }

  private static String words(Access access) {
    return switch (access) {
      case Access.Open(String reason) -> "may be read: " + reason;
      case Access.ByRole(String role, Moment opens) ->
          "may be read by role " + role + "; public from " + Utc.text(opens);
      case Access.Embargoed(String policy, Moment opens) ->
          "may not be read: embargo of policy " + policy + "; public from " + Utc.text(opens);
    };
  }

  private static Moment observationEnd(Product product) {
    return product.entries().stream()
        .map(entry -> entry.span().end())
        .filter(one -> !one.equals(Moment.MAX))
        .max(Comparator.naturalOrder())
        .orElse(product.lineage().endedAt());
  }

  /// Who may read a product at an instant: the question of the page `/accord/policy`.
  Answer policy(Parameters asked) {
    String name = asked.text("product");
    String at = asked.text("at");
    String form =
        Frame.form(
            "/accord/policy",
            Frame.field("Product or event", "product", "text", name)
                + Frame.field("Person or ORCID", "user", "text", asked.text("user"))
                + Frame.field("At (UTC)", "at", "text", at));
    String lead = "Computed when asked: policy, product, person and time decide, nothing else.";
    if (name.isEmpty()) {
      return Frame.job("/accord/policy", "Policy of a product", lead, form);
    }
    Moment instant = at.isEmpty() ? Parameters.now() : Parameters.moment(at, false);
    return holdings
        .named(name)
        .map(
            product ->
                Frame.job(
                    "/accord/policy",
                    "Policy of a product",
                    lead,
                    form
                        + "<section><h2>"
                        + Frame.link("/products/" + id(product.identity()), product.title())
                        + "</h2>"
                        + policy(product, asked.text("user"), instant).html()
                        + "</section>"))
        .orElseGet(() -> Frame.refused(404, name + " names no product and no event."));
  }

  private static String id(Identity identity) {
    return identity.sha256Hex();
  }
}
