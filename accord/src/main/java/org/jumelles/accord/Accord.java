package org.jumelles.accord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.fact.Fact;
import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// A set of facts that may stand together, and the questions that it answers.
public final class Accord {
  /// What a ledger puts before the kind of a fact.
  public static final String LEDGER = "accord/";

  private final Map<String, Fact> facts;
  private final Map<String, Record> records;

  private Accord(Map<String, Fact> facts, Map<String, Record> records) {
    this.facts = facts;
    this.records = records;
  }

  /// The facts that come with the program.
  public static Accord defaultRecord() {
    return of("default record", DefaultRecord.facts());
  }

  /// @throws MalformedDataException where the facts may not stand together
  public static Accord of(String source, List<Fact> facts) {
    Admission admission = admit(source, facts);
    return admission
        .accord()
        .orElseThrow(() -> new MalformedDataException(admission.defects().getFirst()));
  }

  /// Reads facts, the later of one key in place of the earlier, and holds them against the rules.
  public static Admission admit(String source, List<Fact> facts) {
    Map<String, Fact> latest = new LinkedHashMap<>();
    facts.forEach(fact -> latest.put(fact.key(), fact));
    Map<String, Record> records = new LinkedHashMap<>();
    List<Defect> defects = new ArrayList<>();
    for (Fact fact : latest.values()) {
      try {
        records.put(fact.key(), kind(source, fact).read(new Fields(source, fact)));
      } catch (MalformedDataException e) {
        defects.add(e.defect());
      }
    }
    Accord accord = new Accord(latest, records);
    if (defects.isEmpty()) {
      defects.addAll(Rules.broken(source, accord));
    }
    return new Admission(defects.isEmpty() ? Optional.of(accord) : Optional.empty(), defects);
  }

  private static Kind kind(String source, Fact fact) {
    return Kind.of(fact.kind())
        .orElseThrow(
            () ->
                new MalformedDataException(
                    source,
                    new Place.Path(fact.key()),
                    "kind",
                    "docs/partnership.md, kinds of fact",
                    "'" + fact.kind() + "' is no kind of fact"));
  }

  /// This record with more facts.
  public Admission with(String source, List<Fact> more) {
    List<Fact> all = facts();
    all.addAll(more);
    return admit(source, all);
  }

  /// All facts that hold, by kind and in the order in which they came.
  public List<Fact> facts() {
    List<Fact> all = new ArrayList<>(facts.values());
    all.sort(Comparator.comparing(fact -> Kind.of(fact.kind()).map(Kind::ordinal).orElse(0)));
    return all;
  }

  /// All records of one type, such as `all(Agreement.class)`, in the order in which they came.
  public <R extends Record> List<R> all(Class<R> type) {
    return records.values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /// Who answered for a programme at an instant: the one organisation flagged accountable on that
  /// UTC day, in whichever of its parts.
  public Answer responsibleFor(String programme, Moment moment) {
    LocalDate day = day(moment);
    return answer(programme, day, accountableOn(programme, day));
  }

  /// Who answered for one part of a programme on a day.
  public Answer responsibleFor(String programme, String scope, LocalDate day) {
    return answer(
        programme,
        day,
        accountableOn(programme, day).stream().filter(role -> role.scope().equals(scope)).toList());
  }

  private List<RoleAssignment> accountableOn(String programme, LocalDate day) {
    return all(RoleAssignment.class).stream()
        .filter(role -> role.programme().equals(programme))
        .filter(role -> role.accountable() && role.holdsOn(day))
        .toList();
  }

  private Answer answer(String programme, LocalDate day, List<RoleAssignment> accountable) {
    if (all(Programme.class).stream().noneMatch(known -> known.name().equals(programme))) {
      return new Answer.NotKnown("The record knows no programme " + programme + ".");
    }
    TreeSet<String> organisations = new TreeSet<>();
    accountable.forEach(role -> organisations.add(role.organisation()));
    if (organisations.size() == 1) {
      return new Answer.Known(accountable.getFirst());
    }
    if (organisations.size() > 1) {
      return new Answer.NotKnown(
          "Parts of "
              + programme
              + " are answered for by "
              + String.join(", ", organisations)
              + "; which part is meant is not known.");
    }
    return new Answer.NotKnown(
        gap(programme, day)
            .map(Gap::statement)
            .orElse(
                "No accountable organisation is recorded for " + programme + " on " + day + "."));
  }

  /// What bound the partners on a day in one chain, as far as beginnings and terms prove it.
  public Binding inForce(String chain, LocalDate day) {
    return all(Agreement.class).reversed().stream()
        .filter(agreement -> agreement.chain().equals(chain) && agreement.bindsOn(day))
        .findFirst()
        .<Binding>map(
            agreement ->
                new Binding.InForce(agreement, agreement.bindsUntil().orElse(LocalDate.MAX)))
        .orElseGet(
            () ->
                new Binding.NotKnown(
                    gap(chain, day)
                        .map(Gap::statement)
                        .orElse("No agreement is recorded for " + day + ".")));
  }

  /// The chains of agreements, in the order in which they came.
  public List<String> chains() {
    return all(Agreement.class).stream().map(Agreement::chain).distinct().toList();
  }

  /// The stretch that is known not to be known, where a day lies in one.
  public Optional<Gap> gap(String subject, LocalDate day) {
    return all(Gap.class).stream()
        .filter(gap -> gap.subject().equals(subject) && gap.covers(day))
        .findFirst();
  }

  static LocalDate day(Moment moment) {
    Utc.Fields utc = Utc.fields(moment);
    return LocalDate.of(utc.year(), utc.month(), utc.dayOfMonth());
  }
}
