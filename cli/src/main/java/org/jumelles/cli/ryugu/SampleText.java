package org.jumelles.cli.ryugu;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.LoanStatus;
import org.jumelles.ryugu.sample.Mass;
import org.jumelles.ryugu.sample.MassBalance;

/// Samples in words and as documents.
final class SampleText {
  private SampleText() {}

  static Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : Double.NaN;
  }

  static Map<String, Object> document(Mass mass) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("mass_mg", mass.mg());
    document.put("sigma_mg", orNull(mass.sigmaMg()));
    return document;
  }

  static Map<String, Object> document(Fact.Sample sample) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", sample.name().given());
    document.put("form", word(sample.form()));
    sample.name().chamber().ifPresent(chamber -> document.put("chamber", chamber));
    sample.date().ifPresent(date -> document.put("date", date.toString()));
    sample.process().ifPresent(process -> document.put("process", process));
    document.put(
        "parents", sample.parents().stream().map(portion -> portion.parent().given()).toList());
    sample.mass().ifPresent(mass -> document.putAll(document(mass)));
    document.put("described", sample.described());
    return document;
  }

  static String line(Fact.Sample sample) {
    return sample.name()
        + "  "
        + word(sample.form())
        + sample.process().map(process -> ", by " + process).orElse("")
        + sample.date().map(date -> ", " + date).orElse("")
        + sample.mass().map(mass -> ", " + mass).orElse("");
  }

  static Map<String, Object> document(MassBalance balance) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", balance.name().given());
    document.put("terms", balance.terms().stream().map(SampleText::document).toList());
    document.put("unaccounted_mg", orNull(balance.unaccountedMg()));
    document.put("sigma_mg", orNull(balance.sigmaMg()));
    document.put("score", orNull(balance.score()));
    document.put("verdict", balance.verdict());
    document.put("notes", balance.notes());
    return document;
  }

  private static Map<String, Object> document(MassBalance.Term term) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("what", term.what());
    document.put("sign", term.sign());
    document.putAll(document(term.mass()));
    term.balance().ifPresent(balance -> document.put("balance", balance));
    term.date().ifPresent(date -> document.put("date", date.toString()));
    return document;
  }

  private static Map<String, Object> document(Optional<Mass> mass) {
    return mass.map(SampleText::document)
        .orElse(new LinkedHashMap<>(Map.of("mass_mg", Double.NaN, "sigma_mg", Double.NaN)));
  }

  static List<String> lines(MassBalance balance) {
    List<String> lines = new java.util.ArrayList<>();
    for (MassBalance.Term term : balance.terms()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s %-32s %s",
              term.sign() > 0 ? " " : "-",
              term.what(),
              term.mass().map(Mass::toString).orElse("not known")));
    }
    lines.add(
        String.format(
            Locale.ROOT,
            "= %-32s %s: %s",
            "unaccounted",
            balance.unaccountedMg().isEmpty()
                ? "?"
                : fixed(balance.unaccountedMg()) + " +-" + fixed(balance.sigmaMg()) + " mg",
            balance.verdict()));
    balance.notes().forEach(note -> lines.add("  note: " + note));
    return lines;
  }

  private static String fixed(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.4f", value.getAsDouble()) : "?";
  }

  static Map<String, Object> document(LoanStatus status) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", status.loan().id());
    document.put("name", status.loan().name().given());
    document.put("holder", status.loan().holder());
    document.put("terms", status.loan().terms());
    document.put("date", status.loan().date().toString());
    status.loan().due().ifPresent(due -> document.put("due", due.toString()));
    document.put("state", word(status.state()));
    status.returned().ifPresent(day -> document.put("returned", day.toString()));
    status.daysToDue().ifPresent(days -> document.put("days_to_due", days));
    return document;
  }

  static String line(LoanStatus status) {
    String due = status.loan().due().map(day -> "due " + day).orElse("for good");
    String days =
        switch (status.state()) {
          case OVERDUE -> ", " + -status.daysToDue().orElseThrow() + " days ago";
          case OUT -> ", in " + status.daysToDue().orElseThrow() + " days";
          case RETURNED -> ", back " + status.returned().orElseThrow();
          case ALLOCATED -> "";
        };
    return String.format(
        Locale.ROOT,
        "%-9s %-12s %-16s %s, from %s, %s%s",
        word(status.state()),
        status.loan().id(),
        status.loan().name(),
        status.loan().holder(),
        status.loan().date(),
        due,
        days);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
