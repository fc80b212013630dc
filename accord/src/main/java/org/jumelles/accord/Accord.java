package org.jumelles.accord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.agreement.When;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// A set of facts and the questions that it answers.
///
/// At any day at most one organisation is accountable for one scope of a programme, and for a
/// programme as a whole; a set that says otherwise is refused with the conflict named.
public record Accord(
    List<Organisation> organisations,
    List<Agreement> agreements,
    List<Programme> programmes,
    List<RoleAssignment> roles,
    List<Gap> gaps) {
  public Accord {
    organisations = List.copyOf(organisations);
    agreements = List.copyOf(agreements);
    programmes = List.copyOf(programmes);
    roles = List.copyOf(roles);
    gaps = List.copyOf(gaps);
    checkOneAccountable(roles);
  }

  /// The facts that come with the program.
  public static Accord defaultRecord() {
    return DefaultRecord.accord();
  }

  private static void checkOneAccountable(List<RoleAssignment> roles) {
    List<RoleAssignment> accountable = roles.stream().filter(RoleAssignment::accountable).toList();
    for (RoleAssignment one : accountable) {
      for (RoleAssignment other : accountable) {
        if (!one.equals(other)
            && one.programme().equals(other.programme())
            && one.overlaps(other)) {
          throw new IllegalArgumentException(
              one.programme()
                  + ": both "
                  + one.organisation().name()
                  + " and "
                  + other.organisation().name()
                  + " would be accountable at one date");
        }
      }
    }
  }

  /// Who answered for a programme at an instant: the one flagged accountable on that UTC day.
  public Answer responsibleFor(String programme, Moment moment) {
    if (programmes.stream().noneMatch(known -> known.name().equals(programme))) {
      return new Answer.NotKnown("The record knows no programme " + programme + ".");
    }
    LocalDate day = day(moment);
    Optional<RoleAssignment> holder =
        roles.stream()
            .filter(role -> role.programme().equals(programme))
            .filter(role -> role.accountable() && role.holdsOn(day))
            .findFirst();
    if (holder.isPresent()) {
      return new Answer.Known(holder.get());
    }
    return new Answer.NotKnown(
        gap(programme, day)
            .orElse(
                "No accountable organisation is recorded for " + programme + " on " + day + "."));
  }

  /// What bound the partners on a day, as far as signatures and terms prove it.
  public Binding inForce(LocalDate day) {
    for (Agreement agreement : agreements.reversed()) {
      Optional<LocalDate> from = agreement.bindsFrom();
      Optional<LocalDate> until = agreement.bindsUntil();
      if (from.isPresent()
          && until.isPresent()
          && !day.isBefore(from.get())
          && day.isBefore(until.get())) {
        return new Binding.InForce(agreement, until.get());
      }
    }
    return new Binding.NotKnown(
        gap(DefaultRecord.CHAIN, day).orElse("No agreement is recorded for " + day + "."));
  }

  private Optional<String> gap(String subject, LocalDate day) {
    return gaps.stream()
        .filter(gap -> gap.subject().equals(subject))
        .filter(gap -> !day.isBefore(gap.from().date()) && !endedBefore(gap.to(), day))
        .map(Gap::statement)
        .findFirst();
  }

  private static boolean endedBefore(When end, LocalDate day) {
    return switch (end) {
      case When.Day(LocalDate last) -> day.isAfter(last);
      case When.Month(var month) -> day.isAfter(month.atEndOfMonth());
      case When.NotKnown _ -> false;
    };
  }

  private static LocalDate day(Moment moment) {
    Utc.Fields utc = Utc.fields(moment);
    return LocalDate.of(utc.year(), utc.month(), utc.dayOfMonth());
  }

  /// All facts in words, in a fixed order.
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    organisations.forEach(o -> facts.add(fact("organisation", "name", o.name(), "ror", o.ror())));
    agreements.forEach(agreement -> facts.add(fact(agreement)));
    programmes.forEach(
        p ->
            facts.add(
                fact("programme", "name", p.name(), "mission", p.mission(), "source", p.source())));
    roles.forEach(role -> facts.add(fact(role)));
    gaps.forEach(
        gap ->
            facts.add(
                fact(
                    "gap",
                    "subject",
                    gap.subject(),
                    "from",
                    gap.from().toString(),
                    "to",
                    gap.to().toString(),
                    "statement",
                    gap.statement())));
    return facts;
  }

  private static Fact fact(Agreement agreement) {
    return fact(
        "agreement",
        "name",
        agreement.name(),
        "kind",
        agreement.kind().name(),
        "parties",
        String.join(", ", agreement.parties().stream().map(Organisation::name).toList()),
        "signed",
        agreement.signed().toString(),
        "termYears",
        agreement.termYears() == 0 ? "not known" : Integer.toString(agreement.termYears()),
        "signatories",
        agreement.signatories(),
        "source",
        agreement.source());
  }

  private static Fact fact(RoleAssignment role) {
    return fact(
        "role",
        "organisation",
        role.organisation().name(),
        "programme",
        role.programme(),
        "role",
        role.role().name(),
        "scope",
        role.scope(),
        "accountable",
        Boolean.toString(role.accountable()),
        "from",
        role.from().toString(),
        "to",
        role.to().toString(),
        "under",
        role.under(),
        "source",
        role.source());
  }

  private static Fact fact(String kind, String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Fact(kind, fields);
  }
}
