package org.jumelles.accord;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jumelles.accord.agreement.Action;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.agreement.Decision;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.fact.When;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.policy.DataPolicy;
import org.jumelles.accord.priority.Edition;
import org.jumelles.accord.priority.Priority;
import org.jumelles.accord.programme.Deliverable;
import org.jumelles.accord.programme.Milestone;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;

/// What facts may not say together. Each rule names the facts in conflict.
final class Rules {
  private final String source;
  private final Accord accord;
  private final List<Defect> broken = new ArrayList<>();

  private Rules(String source, Accord accord) {
    this.source = source;
    this.accord = accord;
  }

  static List<Defect> broken(String source, Accord accord) {
    Rules rules = new Rules(source, accord);
    rules.namesExist();
    rules.datesRun();
    rules.oneAccountable();
    rules.noOverlapInAChain();
    rules.acceptanceHasEvidence();
    rules.onePolicyAtATime();
    return rules.broken;
  }

  private void refuse(String fact, String field, String rule, String found) {
    broken.add(new Defect(source, new Place.Path(fact), field, rule, found));
  }

  private <R extends Record> Set<String> names(Class<R> type, Function<R, String> name) {
    return accord.all(type).stream().map(name).collect(Collectors.toSet());
  }

  private void namesExist() {
    Set<String> organisations = names(Organisation.class, Organisation::name);
    Set<String> programmes = names(Programme.class, Programme::name);
    for (Agreement agreement : accord.all(Agreement.class)) {
      known(
          "agreement/" + agreement.name(), "parties", agreement.parties().stream(), organisations);
    }
    for (RoleAssignment role : accord.all(RoleAssignment.class)) {
      String fact = "role/" + role.name();
      known(fact, "organisation", Stream.of(role.organisation()), organisations);
      known(fact, "programme", Stream.of(role.programme()), programmes);
      if (!role.delegatedBy().isEmpty()) {
        known(fact, "delegated_by", Stream.of(role.delegatedBy()), organisations);
      }
    }
    for (Programme programme : accord.all(Programme.class)) {
      if (!programme.parent().isEmpty()) {
        known("programme/" + programme.name(), "parent", Stream.of(programme.parent()), programmes);
      }
    }
    for (Milestone one : accord.all(Milestone.class)) {
      known("milestone/" + one.name(), "programme", Stream.of(one.programme()), programmes);
    }
    for (Deliverable one : accord.all(Deliverable.class)) {
      known("deliverable/" + one.name(), "programme", Stream.of(one.programme()), programmes);
    }
    for (DataPolicy one : accord.all(DataPolicy.class)) {
      known("policy/" + one.name(), "programme", Stream.of(one.programme()), programmes);
    }
    for (Output one : accord.all(Output.class)) {
      known("output/" + one.doi(), "programmes", one.programmes().stream(), programmes);
    }
    Set<String> editions = names(Edition.class, Edition::name);
    for (Priority one : accord.all(Priority.class)) {
      String fact = "priority/" + one.name();
      known(fact, "edition", Stream.of(one.edition()), editions);
      if (one.state() instanceof Priority.State.Addressed(List<String> by)) {
        known(fact, "addressed_by", by.stream(), programmes);
      }
    }
    Set<String> decisions = names(Decision.class, Decision::name);
    for (Action action : accord.all(Action.class)) {
      if (!action.decision().isEmpty()) {
        known("action/" + action.name(), "decision", Stream.of(action.decision()), decisions);
      }
    }
  }

  private void known(String fact, String field, Stream<String> names, Set<String> known) {
    names
        .filter(name -> !known.contains(name))
        .forEach(
            name ->
                refuse(
                    fact, field, "a name that the record has", "'" + name + "' is not recorded"));
  }

  private void datesRun() {
    for (RoleAssignment role : accord.all(RoleAssignment.class)) {
      forward("role/" + role.name(), role.from(), role.to());
    }
    for (DataPolicy policy : accord.all(DataPolicy.class)) {
      forward("policy/" + policy.name(), policy.from(), policy.to());
    }
    for (Gap gap : accord.all(Gap.class)) {
      forward("gap/" + gap.name(), gap.from(), gap.to());
    }
  }

  private void forward(String fact, When from, When to) {
    LocalDate first = from.earliest().orElse(LocalDate.MIN);
    LocalDate last = to.latest().orElse(LocalDate.MAX);
    if (last.isBefore(first)) {
      refuse(fact, "to", "an end after its beginning", to + " lies before " + from);
    }
  }

  private void oneAccountable() {
    List<RoleAssignment> accountable =
        accord.all(RoleAssignment.class).stream().filter(RoleAssignment::accountable).toList();
    for (int i = 0; i < accountable.size(); i++) {
      for (RoleAssignment other : accountable.subList(i + 1, accountable.size())) {
        RoleAssignment one = accountable.get(i);
        if (one.programme().equals(other.programme())
            && one.scope().equals(other.scope())
            && one.overlaps(other)) {
          refuse(
              "role/" + other.name(),
              "accountable",
              "one accountable organisation a part at any date",
              one.programme()
                  + ", "
                  + one.scope()
                  + ": both "
                  + one.organisation()
                  + " (role/"
                  + one.name()
                  + ") and "
                  + other.organisation()
                  + " would be accountable at one date");
        }
      }
    }
  }

  private void noOverlapInAChain() {
    List<Agreement> all = accord.all(Agreement.class);
    for (int i = 0; i < all.size(); i++) {
      for (Agreement other : all.subList(i + 1, all.size())) {
        Agreement one = all.get(i);
        boolean reasoned = !one.overlapReason().isEmpty() || !other.overlapReason().isEmpty();
        if (one.chain().equals(other.chain()) && !reasoned && surelyOverlap(one, other)) {
          refuse(
              "agreement/" + other.name(),
              "overlap_reason",
              "no overlap in a chain without a stated reason",
              "it binds beside agreement/" + one.name() + " and no reason is stated");
        }
      }
    }
  }

  private static boolean surelyOverlap(Agreement one, Agreement other) {
    return other.bindsFrom().filter(one::bindsOn).isPresent()
        || one.bindsFrom().filter(other::bindsOn).isPresent();
  }

  private void acceptanceHasEvidence() {
    for (Deliverable deliverable : accord.all(Deliverable.class)) {
      if (deliverable.isAccepted()
          && (deliverable.acceptor().isEmpty() || deliverable.evidence().isEmpty())) {
        refuse(
            "deliverable/" + deliverable.name(),
            deliverable.acceptor().isEmpty() ? "acceptor" : "evidence",
            "an acceptance names who accepted and what shows it",
            "it is missing");
      }
    }
  }

  private void onePolicyAtATime() {
    List<DataPolicy> all = accord.all(DataPolicy.class);
    for (int i = 0; i < all.size(); i++) {
      for (DataPolicy other : all.subList(i + 1, all.size())) {
        DataPolicy one = all.get(i);
        if (one.programme().equals(other.programme())
            && When.mayOverlap(one.from(), one.to(), other.from(), other.to())) {
          refuse(
              "policy/" + other.name(),
              "from",
              "one data policy a programme at any date",
              "it holds beside policy/" + one.name());
        }
      }
    }
  }
}
