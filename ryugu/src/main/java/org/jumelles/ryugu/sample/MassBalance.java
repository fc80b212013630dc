package org.jumelles.ryugu.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Where the mass of a sample went: first weight = what was taken + what is left + unaccounted.
///
/// The sigma of the unaccounted term is that of all readings in quadrature; the error of a
/// balance's scale is one factor for all that was weighed on it, so its terms add with their signs
/// before they are squared, balance by balance.
///
/// @param unaccountedMg empty where a term is not known
/// @param sigmaMg one sigma of the unaccounted term; empty where the sigma of a term is not known
/// @param notes what is not known, and what was left out
public record MassBalance(
    SampleName name,
    List<Term> terms,
    OptionalDouble unaccountedMg,
    OptionalDouble sigmaMg,
    List<String> notes) {
  /// Within so many sigma of zero nothing is missing that could be told.
  public static final double CONSISTENT_SIGMA = 2;

  /// One term.
  ///
  /// @param sign +1 for what was there, -1 for what is told of
  /// @param mass empty where it is not known
  public record Term(
      String what,
      int sign,
      Optional<Mass> mass,
      Optional<String> balance,
      Optional<LocalDate> date) {}

  public MassBalance {
    terms = List.copyOf(terms);
    notes = List.copyOf(notes);
  }

  /// The unaccounted term in its own sigmas; empty without a sigma.
  public OptionalDouble score() {
    return unaccountedMg.isPresent() && sigmaMg.isPresent() && sigmaMg.getAsDouble() > 0
        ? OptionalDouble.of(unaccountedMg.getAsDouble() / sigmaMg.getAsDouble())
        : OptionalDouble.empty();
  }

  /// What can be said, in words.
  public String verdict() {
    if (unaccountedMg.isEmpty()) {
      return "not known";
    }
    OptionalDouble score = score();
    if (score.isEmpty()) {
      return "of unknown sigma";
    }
    if (Math.abs(score.getAsDouble()) <= CONSISTENT_SIGMA) {
      return "consistent with zero";
    }
    return score.getAsDouble() > 0 ? "mass is missing" : "more mass is told of than there was";
  }

  static MassBalance of(
      SampleLedger ledger, SampleName name, List<Term> terms, List<String> notes) {
    Optional<Term> unknown = terms.stream().filter(term -> term.mass().isEmpty()).findFirst();
    if (unknown.isPresent()) {
      return new MassBalance(name, terms, OptionalDouble.empty(), OptionalDouble.empty(), notes);
    }
    double sum = 0;
    double variance = 0;
    Map<String, Double> byBalance = new LinkedHashMap<>();
    for (Term term : terms) {
      Mass mass = term.mass().orElseThrow();
      sum += term.sign() * mass.mg();
      double sigma = mass.sigmaMg().orElse(Double.NaN);
      variance += sigma * sigma;
      term.balance().ifPresent(id -> byBalance.merge(id, term.sign() * mass.mg(), Double::sum));
    }
    for (Map.Entry<String, Double> on : byBalance.entrySet()) {
      double scale = ledger.balance(on.getKey()).map(Fact.Balance::scaleSigmaRelative).orElse(0.0);
      double error = scale * on.getValue();
      variance += error * error;
    }
    OptionalDouble sigma =
        Double.isNaN(variance) ? OptionalDouble.empty() : OptionalDouble.of(Math.sqrt(variance));
    return new MassBalance(name, terms, OptionalDouble.of(sum), sigma, notes);
  }

  /// The balance of what was taken from a sample.
  public static MassBalance of(SampleLedger ledger, SampleName name) {
    Fact.Sample sample = ledger.sample(name).orElseThrow();
    List<String> notes = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    Term first =
        new Term(name + ", first weight", 1, sample.mass(), sample.balance(), sample.date());
    Optional<Weighing> last = Weighing.last(ledger, name);
    if (sample.mass().isEmpty()) {
      Optional<Weighing> start = Weighing.first(ledger, name);
      first = start.map(w -> w.term(name + ", first weight", 1)).orElse(first);
      if (start.equals(last)) {
        last = Optional.empty();
      }
    }
    terms.add(first);
    if (first.mass().isEmpty()) {
      notes.add(name + " was never weighed");
    }
    for (SampleName child : ledger.children(name)) {
      Term term = taken(ledger, name, ledger.sample(child).orElseThrow(), notes);
      if (last.isPresent()
          && term.date().isPresent()
          && term.date().get().isAfter(last.get().date())) {
        notes.add(child + " was taken after the last weight of " + name + " and is not in it");
      } else {
        terms.add(term);
      }
    }
    last.ifPresent(weighing -> terms.add(weighing.term(name + ", what is left", -1)));
    if (last.isEmpty()) {
      notes.add("what is left of " + name + " was not weighed: it is in the unaccounted term");
    }
    unknownScales(ledger, terms, notes);
    return of(ledger, name, terms, notes);
  }

  private static Term taken(
      SampleLedger ledger, SampleName parent, Fact.Sample child, List<String> notes) {
    Fact.Portion portion =
        child.parents().stream()
            .filter(one -> one.parent().equals(parent))
            .findFirst()
            .orElseThrow();
    if (portion.mass().isPresent() || child.parents().size() > 1) {
      if (portion.mass().isEmpty()) {
        notes.add("how much of " + child.name() + " came from " + parent + " is not told");
      }
      return new Term(child.name().given(), -1, portion.mass(), Optional.empty(), child.date());
    }
    if (child.mass().isPresent()) {
      return new Term(child.name().given(), -1, child.mass(), child.balance(), child.date());
    }
    Optional<Weighing> first = Weighing.first(ledger, child.name());
    if (first.isEmpty()) {
      notes.add(child.name() + " was never weighed");
    }
    return first
        .map(weighing -> weighing.term(child.name().given(), -1))
        .orElse(
            new Term(child.name().given(), -1, Optional.empty(), Optional.empty(), child.date()));
  }

  /// The balance of what a sample was put together from; empty where it has no parents.
  public static Optional<MassBalance> ofParents(SampleLedger ledger, SampleName name) {
    Fact.Sample sample = ledger.sample(name).orElseThrow();
    if (sample.parents().isEmpty()) {
      return Optional.empty();
    }
    List<String> notes = new ArrayList<>();
    List<Term> terms = new ArrayList<>();
    for (Fact.Portion portion : sample.parents()) {
      terms.add(
          new Term(
              portion.parent() + ", share", 1, portion.mass(), Optional.empty(), sample.date()));
    }
    terms.add(
        new Term(name + ", first weight", -1, sample.mass(), sample.balance(), sample.date()));
    if (terms.stream().anyMatch(term -> term.mass().isEmpty())) {
      notes.add("a share is not told, so nothing can be summed");
    }
    return Optional.of(of(ledger, name, terms, notes));
  }

  private static void unknownScales(SampleLedger ledger, List<Term> terms, List<String> notes) {
    terms.stream()
        .flatMap(term -> term.balance().stream())
        .distinct()
        .filter(id -> ledger.balance(id).isEmpty())
        .forEach(id -> notes.add("the scale error of balance '" + id + "' is not known"));
  }

  /// A later weight, by itself or at the end of a loan.
  record Weighing(LocalDate date, Mass mass, Optional<String> balance) {
    Term term(String what, int sign) {
      return new Term(what, sign, Optional.of(mass), balance, Optional.of(date));
    }

    static List<Weighing> of(SampleLedger ledger, SampleName name) {
      List<Weighing> found = new ArrayList<>();
      for (Fact.Weight weight : ledger.facts(name, Fact.Weight.class)) {
        found.add(new Weighing(weight.date(), weight.mass(), weight.balance()));
      }
      for (Fact.Return back : ledger.facts(name, Fact.Return.class)) {
        back.mass().ifPresent(mass -> found.add(new Weighing(back.date(), mass, back.balance())));
      }
      found.sort(Comparator.comparing(Weighing::date));
      return found;
    }

    static Optional<Weighing> first(SampleLedger ledger, SampleName name) {
      return of(ledger, name).stream().findFirst();
    }

    static Optional<Weighing> last(SampleLedger ledger, SampleName name) {
      List<Weighing> all = of(ledger, name);
      return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
  }
}
