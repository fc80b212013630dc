package org.jumelles.accord.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;

/// An instrument between organisations.
///
/// @param chain the succession that it belongs to: each next one renews the one before
/// @param parties by the names of organisations
/// @param effective when it begins to bind; the day of signature where not recorded otherwise
/// @param termYears how long it binds, in years; 0 where that is not known
/// @param renewal the rule of renewal in words, or empty
/// @param overlapReason why it may bind beside another of its chain, or empty
/// @param signatories as the source names them, or empty
/// @param source where the fact is from
public record Agreement(
    String name,
    String chain,
    Kind kind,
    List<String> parties,
    When signed,
    When effective,
    int termYears,
    String renewal,
    List<String> domains,
    String governance,
    String overlapReason,
    String signatories,
    String source) {

  public enum Kind {
    FRAMEWORK,
    RENEWAL,
    IMPLEMENTING,
    AMENDMENT,
    LETTER
  }

  public Agreement {
    parties = List.copyOf(parties);
    domains = List.copyOf(domains);
  }

  public static Agreement of(Fields fields) {
    When signed = fields.when("signed");
    return new Agreement(
        fields.id(),
        fields.textOr("chain", fields.id()),
        fields.oneOf("kind", Kind.class),
        fields.list("parties"),
        signed,
        fields.find("effective").isPresent() ? fields.when("effective") : signed,
        fields.count("term_years", 0),
        fields.textOr("renewal", ""),
        fields.list("domains"),
        fields.textOr("governance", ""),
        fields.textOr("overlap_reason", ""),
        fields.textOr("signatories", ""),
        fields.text("source"));
  }

  /// The first day on which it surely bound, where that is dated.
  public Optional<LocalDate> bindsFrom() {
    return effective.latest();
  }

  /// The first day on which it may no longer have bound, where its beginning and term are known.
  public Optional<LocalDate> bindsUntil() {
    return termYears == 0
        ? Optional.empty()
        : effective.earliest().map(first -> first.plusYears(termYears));
  }

  /// Whether it surely bound on a day.
  public boolean bindsOn(LocalDate day) {
    return bindsFrom().filter(first -> !day.isBefore(first)).isPresent()
        && bindsUntil().filter(day::isBefore).isPresent();
  }
}
