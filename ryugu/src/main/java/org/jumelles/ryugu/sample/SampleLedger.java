package org.jumelles.ryugu.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;

/// All that was recorded of the samples, judged as a whole, and what follows from it.
///
/// The ledger is a function of its rows in their order: the same rows give the same answers. A row
/// that contradicts an earlier one is refused and says so; what depends on it is refused as well.
public final class SampleLedger {
  private final List<Entry> entries;
  private final SequencedMap<SampleName, Fact.Sample> samples = new LinkedHashMap<>();
  private final Map<SampleName, List<SampleName>> children = new LinkedHashMap<>();
  private final Map<SampleName, List<Entry>> history = new LinkedHashMap<>();
  private final Map<String, Fact.Balance> balances = new TreeMap<>();
  private final Map<String, Fact.Loan> loans = new LinkedHashMap<>();
  private final Map<String, Fact.Return> returns = new TreeMap<>();

  private SampleLedger(List<Entry> entries) {
    this.entries = entries;
    entries.forEach(entry -> entry.fact().ifPresent(this::index));
    entries.forEach(entry -> entry.fact().ifPresent(fact -> remember(entry, fact)));
  }

  public static SampleLedger of(List<Row> rows) {
    Docket docket = new Docket(List.copyOf(rows));
    Corrections.apply(docket);
    Custody.judge(docket, Descent.judge(docket));
    SampleLedger judged = new SampleLedger(docket.entries());
    return Doubts.tell(docket, judged) ? new SampleLedger(docket.entries()) : judged;
  }

  private void index(Fact fact) {
    switch (fact) {
      case Fact.Sample sample -> {
        samples.put(sample.name(), sample);
        for (Fact.Portion portion : sample.parents()) {
          children.computeIfAbsent(portion.parent(), _ -> new ArrayList<>()).add(sample.name());
        }
      }
      case Fact.Balance balance -> balances.put(balance.id(), balance);
      case Fact.Loan loan -> loans.put(loan.id(), loan);
      case Fact.Return back -> returns.put(back.loan(), back);
      case Fact.Weight _,
          Fact.Storage _,
          Fact.Exposure _,
          Fact.Contamination _,
          Fact.Image _,
          Fact.Control _,
          Fact.Analysis _,
          Fact.Correction _,
          Fact.Withdrawal _ -> {}
    }
  }

  private void remember(Entry entry, Fact fact) {
    subject(fact)
        .ifPresent(name -> history.computeIfAbsent(name, _ -> new ArrayList<>()).add(entry));
  }

  private Optional<SampleName> subject(Fact fact) {
    return switch (fact) {
      case Fact.Sample one -> Optional.of(one.name());
      case Fact.Weight one -> Optional.of(one.name());
      case Fact.Storage one -> Optional.of(one.name());
      case Fact.Exposure one -> Optional.of(one.name());
      case Fact.Contamination one -> Optional.of(one.name());
      case Fact.Loan one -> Optional.of(one.name());
      case Fact.Return one -> Optional.ofNullable(loans.get(one.loan())).map(Fact.Loan::name);
      case Fact.Image one -> Optional.of(one.name());
      case Fact.Analysis one -> Optional.of(one.name());
      case Fact.Balance _, Fact.Control _, Fact.Correction _, Fact.Withdrawal _ -> Optional.empty();
    };
  }

  /// Every row with its judgement, in order.
  public List<Entry> entries() {
    return entries;
  }

  /// The samples, in the order in which they were recorded.
  public Collection<Fact.Sample> samples() {
    return java.util.Collections.unmodifiableCollection(samples.values());
  }

  public Optional<Fact.Sample> sample(SampleName name) {
    return Optional.ofNullable(samples.get(name));
  }

  /// The sample of this name, or the only one whose name differs by case, hyphen or space alone.
  ///
  /// @throws IllegalArgumentException where there is none
  public Fact.Sample find(String given) {
    SampleName name = new SampleName(given);
    Fact.Sample exact = samples.get(name);
    if (exact != null) {
      return exact;
    }
    List<Fact.Sample> close =
        samples.values().stream()
            .filter(sample -> sample.name().folded().equals(name.folded()))
            .toList();
    if (close.size() == 1) {
      return close.getFirst();
    }
    throw new IllegalArgumentException("the ledger has no sample '" + name + "'");
  }

  /// What was taken directly from a sample, or put together with it.
  public List<SampleName> children(SampleName name) {
    return List.copyOf(Optional.ofNullable(children.get(name)).orElse(List.of()));
  }

  /// The sample itself and all that it came from, nearest first.
  public SequencedSet<SampleName> ancestry(SampleName name) {
    return Ancestry.of(name, samples);
  }

  /// What was recorded of a sample itself and is in force, in order.
  public List<Entry> history(SampleName name) {
    return List.copyOf(Optional.ofNullable(history.get(name)).orElse(List.of()));
  }

  public Optional<Fact.Balance> balance(String id) {
    return Optional.ofNullable(balances.get(id));
  }

  /// The facts of one kind about a sample.
  public <T extends Fact> List<T> facts(SampleName name, Class<T> kind) {
    return history(name).stream()
        .flatMap(entry -> entry.fact().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /// The facts of one kind about anything.
  public <T extends Fact> List<T> facts(Class<T> kind) {
    return entries.stream()
        .flatMap(entry -> entry.fact().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /// The loans as they stand at the end of a day, by due date; those of later days are left out.
  public List<LoanStatus> loans(LocalDate on) {
    return loans.values().stream()
        .filter(loan -> !loan.date().isAfter(on))
        .map(loan -> LoanStatus.of(loan, Optional.ofNullable(returns.get(loan.id())), on))
        .sorted(
            Comparator.comparing((LoanStatus status) -> status.loan().due().orElse(LocalDate.MAX)))
        .toList();
  }

  Optional<Fact.Return> returned(String loan) {
    return Optional.ofNullable(returns.get(loan));
  }

  /// Where a sample is kept by the latest entry that says so.
  public Optional<String> place(SampleName name) {
    Optional<String> moved =
        facts(name, Fact.Storage.class).stream()
            .max(Comparator.comparing(Fact.Storage::date))
            .map(Fact.Storage::place);
    return moved.or(
        () -> sample(name).map(sample -> sample.described().get("storage")).filter(s -> s != null));
  }
}
