package org.jumelles.service.portal;

import static org.jumelles.service.page.Html.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Gap;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.fact.When;
import org.jumelles.accord.programme.RoleAssignment;

/// Agreements and roles over the years as a drawing: what is proven is a bar, what is known not to
/// be known is a hatched gap, and a role without dates is a dashed line over all of it.
final class Timeline {
  private static final int WIDTH = 960;
  private static final int LABEL = 250;
  private static final int ROW = 26;
  private static final int TOP = 28;

  private final Accord accord;
  private final LocalDate today;
  private final LocalDate first;
  private final LocalDate last;

  Timeline(Accord accord, LocalDate today) {
    this.accord = accord;
    this.today = today;
    this.first = starts().min(LocalDate::compareTo).orElse(today.minusYears(10)).withDayOfYear(1);
    this.last = today.plusYears(2).withDayOfYear(1);
  }

  private Stream<LocalDate> starts() {
    return Stream.concat(
        accord.all(Agreement.class).stream().flatMap(one -> one.signed().earliest().stream()),
        accord.all(RoleAssignment.class).stream().flatMap(one -> one.from().earliest().stream()));
  }

  /// One row of the drawing.
  private record Row(String label, List<String> marks, String told) {}

  String figure() {
    List<Row> rows = new ArrayList<>();
    accord.chains().forEach(chain -> rows.add(chain(chain)));
    accord.all(RoleAssignment.class).forEach(role -> rows.add(role(role)));
    int height = TOP + rows.size() * ROW + 8;
    StringBuilder svg = new StringBuilder(8192);
    svg.append("<figure class=\"timeline\"><div class=\"pan\" tabindex=\"0\" role=\"region\"")
        .append(" aria-label=\"Timeline, scrolls sideways\"><svg viewBox=\"0 0 ")
        .append(WIDTH)
        .append(' ')
        .append(height)
        .append("\" role=\"img\" aria-labelledby=\"tl\"><title id=\"tl\">")
        .append("Agreements and roles from ")
        .append(first.getYear())
        .append(" to ")
        .append(last.getYear())
        .append("; the tables below say the same in words</title>")
        .append("<defs><pattern id=\"unknown\" width=\"6\" height=\"6\" ")
        .append("patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">")
        .append("<line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>")
        .append(axis(height));
    for (int i = 0; i < rows.size(); i++) {
      svg.append(row(rows.get(i), TOP + i * ROW));
    }
    return svg.append("</svg></div><figcaption><span class=\"key proven\"></span> proven by its ")
        .append("term <span class=\"key gap\"></span> known not to be known ")
        .append("<span class=\"key undated\"></span> no date in the source")
        .append("</figcaption></figure>")
        .toString();
  }

  private String axis(int height) {
    StringBuilder svg = new StringBuilder();
    int years = last.getYear() - first.getYear();
    int step = years > 30 ? 10 : 5;
    for (int year = first.getYear() + Math.floorMod(-first.getYear(), step);
        year <= last.getYear();
        year += step) {
      String x = number(x(LocalDate.of(year, 1, 1)));
      svg.append("<line class=\"tick\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"20\" y2=\"")
          .append(height)
          .append("\"/><text class=\"year\" x=\"" + x + "\" y=\"14\">")
          .append(year)
          .append("</text>");
    }
    String now = number(x(today));
    return svg.append("<line class=\"today\" x1=\"" + now + "\" x2=\"" + now + "\" y1=\"20\" y2=\"")
        .append(height)
        .append("\"><title>")
        .append(today)
        .append("</title></line>")
        .toString();
  }

  private static String row(Row row, int y) {
    StringBuilder svg = new StringBuilder("<g transform=\"translate(0 " + y + ")\">");
    svg.append("<text class=\"name\" x=\"0\" y=\"15\"><title>")
        .append(text(row.told))
        .append("</title>")
        .append(text(row.label))
        .append("</text>");
    row.marks.forEach(svg::append);
    return svg.append("</g>").toString();
  }

  private Row chain(String chain) {
    List<String> marks = new ArrayList<>();
    for (Gap gap : gaps(chain)) {
      marks.add(gap(gap));
    }
    for (Agreement agreement : accord.all(Agreement.class)) {
      if (agreement.chain().equals(chain)) {
        marks.addAll(agreement(agreement));
      }
    }
    return new Row(shortened(chain), marks, chain);
  }

  private List<String> agreement(Agreement agreement) {
    List<String> marks = new ArrayList<>();
    Optional<LocalDate> from = agreement.bindsFrom();
    Optional<LocalDate> until = agreement.bindsUntil();
    String told =
        agreement.name()
            + ", signed "
            + agreement.signed()
            + until.map(end -> ", until " + end).orElse(", its term is not known");
    if (from.isPresent() && until.isPresent()) {
      marks.add(bar("proven", from.get(), until.get(), told));
    } else {
      from.or(() -> agreement.signed().earliest())
          .ifPresent(
              day ->
                  marks.add(
                      "<circle class=\"signed\" cx=\""
                          + number(x(day))
                          + "\" cy=\"11\" r=\"5\"><title>"
                          + text(told)
                          + "</title></circle>"));
    }
    return marks;
  }

  private Row role(RoleAssignment role) {
    List<String> marks = new ArrayList<>();
    String told =
        role.organisation()
            + ", "
            + role.programme()
            + ", "
            + Kinds.words(role.role().name())
            + ": "
            + role.scope()
            + "; from "
            + role.from()
            + " to "
            + role.to();
    LocalDate from = role.from().earliest().orElse(first);
    LocalDate to = role.to().latest().orElse(last);
    boolean dated =
        !(role.from() instanceof When.NotKnown) && !(role.to() instanceof When.NotKnown);
    if (role.accountable()) {
      gaps(role.programme()).forEach(gap -> marks.add(gap(gap)));
    }
    marks.add(
        dated
            ? bar(role.accountable() ? "accountable" : "proven", from, to, told)
            : dashed(from, to, told));
    return new Row(
        shortened(
            role.programme() + ": " + role.organisation() + ", " + Kinds.words(role.role().name())),
        marks,
        told);
  }

  private List<Gap> gaps(String subject) {
    return accord.all(Gap.class).stream().filter(gap -> gap.subject().equals(subject)).toList();
  }

  private String gap(Gap gap) {
    return bar(
        "gap",
        gap.from().earliest().orElse(first),
        gap.to().latest().map(day -> day.plusDays(1)).orElse(last),
        gap.statement());
  }

  private String bar(String kind, LocalDate from, LocalDate to, String told) {
    double left = x(from);
    return "<rect class=\""
        + kind
        + "\" x=\""
        + number(left)
        + "\" y=\"3\" width=\""
        + number(Math.max(2, x(to) - left))
        + "\" height=\"16\"><title>"
        + text(told)
        + "</title></rect>";
  }

  private String dashed(LocalDate from, LocalDate to, String told) {
    return "<line class=\"undated\" x1=\""
        + number(x(from))
        + "\" x2=\""
        + number(x(to))
        + "\" y1=\"11\" y2=\"11\"><title>"
        + text(told)
        + "</title></line>";
  }

  private double x(LocalDate day) {
    double share =
        ChronoUnit.DAYS.between(first, day) / (double) ChronoUnit.DAYS.between(first, last);
    return LABEL + Math.clamp(share, 0, 1) * (WIDTH - LABEL - 8);
  }

  private static String shortened(String label) {
    return label.length() <= 38 ? label : label.substring(0, 37) + "…";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
