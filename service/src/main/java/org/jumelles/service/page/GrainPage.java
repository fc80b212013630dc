package org.jumelles.service.page;

import static org.jumelles.service.page.Html.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.sample.Condition;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.ImageRegion;
import org.jumelles.ryugu.sample.LoanStatus;
import org.jumelles.ryugu.sample.MassBalance;
import org.jumelles.ryugu.sample.SampleLedger;
import org.jumelles.ryugu.sample.SampleLineage;
import org.jumelles.ryugu.sample.SampleName;
import org.jumelles.service.exchange.Answer;

/// The samples of the ledger: `/ryugu/samples` lists them, `/ryugu/samples/NAME` shows one with its
/// lineage, its masses, its loans and its analyses.
public final class GrainPage {
  private static final int MOST_STEPS = 500;

  private final Archive archive;
  private final Supplier<LocalDate> today;

  public GrainPage(Archive archive) {
    this(archive, () -> LocalDate.now(ZoneOffset.UTC));
  }

  /// @param today on which loans are due or late
  GrainPage(Archive archive, Supplier<LocalDate> today) {
    this.archive = archive;
    this.today = today;
  }

  public Answer list() {
    SampleLedger ledger = SampleKeeping.ledger(archive);
    Tabular table = new Tabular("Sample", "Form", "First weight", "From", "Condition");
    for (Fact.Sample sample : ledger.samples()) {
      table.row(
          link(sample.name()),
          words(sample.form()),
          text(sample.mass().map(Object::toString).orElse("not weighed")),
          sample.parents().isEmpty()
              ? ""
              : String.join(", ", sample.parents().stream().map(p -> link(p.parent())).toList()),
          text(Condition.of(ledger, sample.name()).toString()));
    }
    String body =
        "<section class=\"hero\"><h1>Samples</h1></section><section>"
            + table.html("The ledger holds no sample.")
            + "</section><section><h2>Loans</h2>"
            + loans(ledger.loans(today.get()))
            + "</section>";
    return Answer.of(200, Answer.HTML, Html.page("Samples", body));
  }

  public Answer answer(String given) {
    SampleLedger ledger = SampleKeeping.ledger(archive);
    try {
      Fact.Sample sample = ledger.find(given);
      return Answer.of(
          200, Answer.HTML, Html.page("Sample " + sample.name(), body(ledger, sample)));
    } catch (IllegalArgumentException e) {
      String body =
          "<section class=\"hero\"><h1>No such sample</h1><p class=\"lead\">"
              + text(String.valueOf(e.getMessage()))
              + "</p></section>";
      return Answer.of(404, Answer.HTML, Html.page("No such sample", body));
    }
  }

  private String body(SampleLedger ledger, Fact.Sample sample) {
    SampleName name = sample.name();
    List<LoanStatus> loans =
        ledger.loans(today.get()).stream().filter(one -> one.loan().name().equals(name)).toList();
    StringBuilder html = new StringBuilder(8192);
    html.append("<section class=\"hero\"><h1>")
        .append(text(name.given()))
        .append("</h1><p class=\"lead\">")
        .append(words(sample.form()))
        .append("; ")
        .append(text(Condition.of(ledger, name).toString()))
        .append("; kept: ")
        .append(text(ledger.place(name).orElse("not known where")))
        .append("</p>");
    for (Fact.Contamination one : Condition.contaminations(ledger, name)) {
      html.append("<p>Contaminated with ")
          .append(text(one.substance()))
          .append(" since ")
          .append(one.date())
          .append(" as ")
          .append(link(one.name()))
          .append("</p>");
    }
    html.append("</section><section id=\"lineage\"><h2>Came from</h2>")
        .append(tree(SampleLineage.ancestors(ledger, name)))
        .append("<h2>Was divided into</h2>")
        .append(tree(SampleLineage.descendants(ledger, name)))
        .append("</section><section id=\"mass\"><h2>Mass</h2>")
        .append(balance(MassBalance.of(ledger, name)));
    MassBalance.ofParents(ledger, name)
        .ifPresent(parents -> html.append("<h3>Put together from</h3>").append(balance(parents)));
    return html.append("</section><section id=\"loans\"><h2>Loans</h2>")
        .append(loans(loans))
        .append("</section><section id=\"analyses\"><h2>Analyses</h2>")
        .append(analyses(ledger.facts(name, Fact.Analysis.class)))
        .append("</section><section id=\"images\"><h2>Images</h2>")
        .append(images(ledger.facts(name, Fact.Image.class)))
        .append("</section>")
        .toString();
  }

  private static String words(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String link(SampleName name) {
    String address = URLEncoder.encode(name.given(), StandardCharsets.UTF_8).replace("+", "%20");
    return "<a href=\"/ryugu/samples/" + address + "\">" + text(name.given()) + "</a>";
  }

  /// Nested lists from steps that know their depth.
  private static String tree(List<SampleLineage.Step> steps) {
    StringBuilder html = new StringBuilder("<ul class=\"tree\">");
    int depth = 0;
    boolean first = true;
    for (SampleLineage.Step step : steps.stream().limit(MOST_STEPS).toList()) {
      if (step.depth() > depth) {
        html.append("<ul>");
        depth++;
      } else if (!first) {
        html.append("</li>");
        html.repeat("</ul></li>", depth - step.depth());
        depth = step.depth();
      }
      html.append(first ? "<li><span class=\"here\">" : "<li><span>")
          .append(link(step.name()))
          .append("</span>")
          .append(step.again() ? " (shown above)" : "");
      first = false;
    }
    html.append("</li>").repeat("</ul></li>", depth).append("</ul>");
    return steps.size() > MOST_STEPS
        ? html.append("<p>and ").append(steps.size() - MOST_STEPS).append(" more</p>").toString()
        : html.toString();
  }

  private static String balance(MassBalance balance) {
    Tabular table = new Tabular("Term", "Date", "Balance", "Mass");
    for (MassBalance.Term term : balance.terms()) {
      table.row(
          text(term.what()),
          text(term.date().map(Object::toString).orElse("not known")),
          text(term.balance().orElse("not known")),
          (term.sign() > 0 ? "" : "− ")
              + text(term.mass().map(Object::toString).orElse("not known")));
    }
    table.row(
        "<strong>Unaccounted</strong>",
        "",
        text(balance.verdict()),
        "<strong>"
            + number(balance.unaccountedMg())
            + " ± "
            + number(balance.sigmaMg())
            + " mg</strong>");
    StringBuilder notes = new StringBuilder();
    balance.notes().forEach(note -> notes.append("<li>").append(text(note)).append("</li>"));
    return table.html("") + (notes.isEmpty() ? "" : "<ul class=\"agents\">" + notes + "</ul>");
  }

  private static String number(OptionalDouble value) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%.4f", value.getAsDouble())
        : "not known";
  }

  private static String loans(List<LoanStatus> loans) {
    Tabular table = new Tabular("Loan", "Sample", "Holder", "From", "Due", "State", "Terms");
    for (LoanStatus one : loans) {
      boolean late = one.state() == LoanStatus.State.OVERDUE;
      table.row(
          text(one.loan().id()),
          link(one.loan().name()),
          text(one.loan().holder()),
          one.loan().date().toString(),
          one.loan().due().map(Object::toString).orElse("never"),
          (late ? "<span class=\"late\">" : "<span>")
              + words(one.state())
              + one.daysToDue().filter(_ -> late).map(d -> ", " + -d + " days").orElse("")
              + one.returned().map(d -> " " + d).orElse("")
              + "</span>",
          text(one.loan().terms()));
    }
    return table.html("No loan is recorded.");
  }

  private String analyses(List<Fact.Analysis> analyses) {
    Tabular table = new Tabular("Analysis", "Date", "Technique", "Instrument", "Region", "Product");
    for (Fact.Analysis one : analyses) {
      table.row(
          text(one.id()),
          one.date().toString(),
          text(one.technique()),
          text(one.instrument().orElse("not known")),
          text(
              one.region()
                  .map(region -> region.image() + ": " + corners(region.corners()))
                  .orElse("not told")),
          one.product().map(this::product).orElse("not told"));
    }
    return table.html("No analysis is recorded.");
  }

  private static String corners(List<ImageRegion.Pixel> corners) {
    return String.join(
        "; ",
        corners.stream()
            .map(pixel -> String.format(Locale.ROOT, "%.6g, %.6g", pixel.line(), pixel.sample()))
            .toList());
  }

  /// A link where the text is the identity of a product that the archive holds.
  private String product(String reference) {
    boolean known =
        Identity.isHex(reference)
            && reference.length() == 64
            && archive.has(new Identity(reference));
    return known
        ? "<a href=\"/products/" + reference + "\">" + Html.shortId(reference) + "</a>"
        : text(reference);
  }

  private String images(List<Fact.Image> images) {
    Tabular table = new Tabular("Image", "Technique", "Lines, samples", "Pixel, µm", "File");
    for (Fact.Image one : images) {
      table.row(
          text(one.id()),
          text(one.technique()),
          one.lines() + ", " + one.samples(),
          one.pixelUm().isPresent() ? Double.toString(one.pixelUm().getAsDouble()) : "not known",
          one.file().map(this::product).orElse("not told"));
    }
    return table.html("No image is recorded.");
  }

  /// A table whose first column heads its rows; cells are markup.
  private static final class Tabular {
    private final StringBuilder html;
    private boolean empty = true;

    Tabular(String... heads) {
      String name = "Table of " + String.join(", ", heads).toLowerCase(Locale.ROOT);
      html = new StringBuilder(Html.scroll(name)).append("<table><thead><tr>");
      for (String head : heads) {
        html.append("<th scope=\"col\">").append(text(head)).append("</th>");
      }
      html.append("</tr></thead><tbody>");
    }

    void row(String... cells) {
      empty = false;
      html.append("<tr><th scope=\"row\">").append(cells[0]).append("</th>");
      for (int i = 1; i < cells.length; i++) {
        html.append("<td>").append(cells[i]).append("</td>");
      }
      html.append("</tr>");
    }

    String html(String nothing) {
      return empty ? "<p class=\"none\">" + nothing + "</p>" : html + "</tbody></table></div>";
    }
  }
}
