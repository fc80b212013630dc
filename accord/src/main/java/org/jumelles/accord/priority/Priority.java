package org.jumelles.accord.priority;

import java.util.List;
import org.jumelles.accord.fact.Fields;

/// What a survey put first.
///
/// @param rank within its theme, from one; 0 where the survey ranks nothing
public record Priority(
    String name,
    String edition,
    String theme,
    String statement,
    int rank,
    State state,
    String source) {

  /// What was made of it.
  public sealed interface State {
    record Addressed(List<String> programmes) implements State {
      public Addressed {
        programmes = List.copyOf(programmes);
      }
    }

    record Declined(String reason) implements State {}

    record Open() implements State {}
  }

  public static Priority of(Fields fields) {
    List<String> programmes = fields.list("addressed_by");
    String declined = fields.textOr("declined", "");
    if (!programmes.isEmpty() && !declined.isEmpty()) {
      throw fields.malformed("declined", "it is addressed by " + programmes + " and declined");
    }
    State state = new State.Open();
    if (!programmes.isEmpty()) {
      state = new State.Addressed(programmes);
    } else if (!declined.isEmpty()) {
      state = new State.Declined(declined);
    }
    return new Priority(
        fields.id(),
        fields.text("edition"),
        fields.textOr("theme", ""),
        fields.text("statement"),
        fields.count("rank", 0),
        state,
        fields.text("source"));
  }
}
