package org.jumelles.accord;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jumelles.accord.agreement.Action;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.agreement.Decision;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.policy.DataPolicy;
import org.jumelles.accord.priority.Edition;
import org.jumelles.accord.priority.Priority;
import org.jumelles.accord.programme.Commitment;
import org.jumelles.accord.programme.Deliverable;
import org.jumelles.accord.programme.Milestone;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.RoleAssignment;

/// The kinds of fact, in the order in which a record is written.
@SuppressWarnings("ImmutableEnumChecker") // the readers are method references
public enum Kind {
  ORGANISATION(Organisation::of),
  AGREEMENT(Agreement::of),
  DECISION(Decision::of),
  ACTION(Action::of),
  PROGRAMME(Programme::of),
  ROLE(RoleAssignment::of),
  MILESTONE(Milestone::of),
  DELIVERABLE(Deliverable::of),
  COMMITMENT(Commitment::of),
  EDITION(Edition::of),
  PRIORITY(Priority::of),
  OUTPUT(Output::of),
  POLICY(DataPolicy::of),
  GAP(Gap::of);

  private final Function<Fields, Record> reader;

  Kind(Function<Fields, Record> reader) {
    this.reader = reader;
  }

  /// As facts and ledgers write it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  Record read(Fields fields) {
    Record read = reader.apply(fields);
    fields.finish();
    return read;
  }
}
