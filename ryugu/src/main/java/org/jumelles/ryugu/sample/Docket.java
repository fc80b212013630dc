package org.jumelles.ryugu.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Outcome;

/// The rows under judgement, with what is held against each so far.
final class Docket {
  private final List<Row> given;
  private final List<Row> corrected;
  private final List<Outcome<Fact>> outcomes = new ArrayList<>();
  private final boolean[] withdrawn;
  private final Map<Long, Integer> byNumber = new HashMap<>();

  Docket(List<Row> rows) {
    given = rows;
    corrected = new ArrayList<>(rows);
    withdrawn = new boolean[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      outcomes.add(FactReading.read(rows.get(i)));
      if (rows.get(i).number() > 0) {
        byNumber.put(rows.get(i).number(), i);
      }
    }
  }

  int size() {
    return given.size();
  }

  Row row(int i) {
    return corrected.get(i);
  }

  /// The position of the entry of a number.
  Optional<Integer> position(long number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /// What a row says, where it is in force.
  Optional<Fact> fact(int i) {
    return withdrawn[i] ? Optional.empty() : outcomes.get(i).found();
  }

  boolean isRefused(int i) {
    return outcomes.get(i) instanceof Outcome.Refused<Fact>;
  }

  boolean isWithdrawn(int i) {
    return withdrawn[i];
  }

  void withdraw(int i) {
    withdrawn[i] = true;
  }

  void correct(int i, Row row) {
    corrected.set(i, row);
    outcomes.set(i, FactReading.read(row));
  }

  void refuse(int i, String field, String found) {
    outcomes.set(i, new Outcome.Refused<>(row(i).defect(field, found)));
  }

  void doubt(int i, String field, String found) {
    Outcome<Fact> before = outcomes.get(i);
    Optional<Fact> fact = before.found();
    if (fact.isPresent()) {
      List<Defect> doubts = new ArrayList<>(before.defects());
      doubts.add(row(i).defect(field, found));
      outcomes.set(i, new Outcome.Doubtful<>(fact.get(), doubts));
    }
  }

  /// Where a row stands, for a sentence about another.
  String where(int i) {
    Row row = row(i);
    return row.number() > 0 ? "entry " + row.number() : row.place().toString();
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      entries.add(new Entry(given.get(i), corrected.get(i), outcomes.get(i), withdrawn[i]));
    }
    return List.copyOf(entries);
  }
}
