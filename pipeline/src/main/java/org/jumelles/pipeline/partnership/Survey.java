package org.jumelles.pipeline.partnership;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jumelles.accord.Accord;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.priority.Edition;
import org.jumelles.accord.priority.Priority;
import org.jumelles.accord.programme.Programme;

/// What became of the priorities of one edition of the science survey: from a priority to its
/// programmes, what they made and published, and what hangs loose at either end.
///
/// @param on the day up to which products count
/// @param programmesWithoutPriority that no priority of this edition names
/// @param outputsWithoutProgramme DOIs
public record Survey(
    Edition edition,
    LocalDate on,
    List<Followed> priorities,
    List<String> programmesWithoutPriority,
    List<String> outputsWithoutProgramme) {
  /// The first day that counts where all of the past is meant.
  public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

  /// The measure that a survey counts.
  public static final String MEASURE = "products made";

  private static final String NOT_KNOWN = "not known";

  public Survey {
    priorities = List.copyOf(priorities);
    programmesWithoutPriority = List.copyOf(programmesWithoutPriority);
    outputsWithoutProgramme = List.copyOf(outputsWithoutProgramme);
  }

  /// A priority and what it led to.
  ///
  /// @param products made, by programme; empty where there is no archive to count in
  /// @param outputs DOIs
  public record Followed(Priority priority, Map<String, Long> products, List<String> outputs) {
    public Followed {
      products = Collections.unmodifiableMap(new TreeMap<>(products));
      outputs = List.copyOf(outputs);
    }

    /// By which programmes it is addressed; none where it is not.
    public List<String> programmes() {
      return priority.state() instanceof Priority.State.Addressed(List<String> by) ? by : List.of();
    }

    /// `addressed`, `declined` or `open`.
    public String state() {
      return switch (priority.state()) {
        case Priority.State.Addressed _ -> "addressed";
        case Priority.State.Declined _ -> "declined";
        case Priority.State.Open() -> "open";
      };
    }
  }

  /// @param evidence of all days up to this one; none where there is no archive
  /// @throws IllegalArgumentException where the record has no such edition
  public static Survey of(Accord accord, String name, LocalDate on, Optional<Evidence> evidence) {
    Edition edition =
        accord.all(Edition.class).stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the record has no edition '"
                            + name
                            + "'; it has "
                            + accord.all(Edition.class).stream().map(Edition::name).toList()));
    Map<String, Map<String, Long>> totals = evidence.map(Evidence::totals).orElse(Map.of());
    List<Followed> followed =
        accord.all(Priority.class).stream()
            .filter(priority -> priority.edition().equals(name))
            .map(priority -> followed(accord, priority, evidence.isPresent(), totals))
            .toList();
    TreeSet<String> named = new TreeSet<>();
    followed.forEach(one -> named.addAll(one.programmes()));
    return new Survey(
        edition,
        on,
        followed,
        accord.all(Programme.class).stream()
            .map(Programme::name)
            .filter(one -> !named.contains(one))
            .toList(),
        accord.all(Output.class).stream()
            .filter(output -> output.programmes().isEmpty())
            .map(Output::doi)
            .toList());
  }

  private static Followed followed(
      Accord accord, Priority priority, boolean counted, Map<String, Map<String, Long>> totals) {
    List<String> by = new Followed(priority, Map.of(), List.of()).programmes();
    Map<String, Long> products = new TreeMap<>();
    if (counted) {
      by.forEach(
          one -> products.put(one, totals.getOrDefault(one, Map.of()).getOrDefault(MEASURE, 0L)));
    }
    List<String> outputs =
        accord.all(Output.class).stream()
            .filter(output -> output.programmes().stream().anyMatch(by::contains))
            .map(Output::doi)
            .toList();
    return new Followed(priority, products, outputs);
  }

  /// How many priorities are in each state; they sum to all.
  public Map<String, Long> states() {
    Map<String, Long> states = new LinkedHashMap<>();
    for (String state : List.of("addressed", "declined", "open")) {
      states.put(state, priorities.stream().filter(one -> one.state().equals(state)).count());
    }
    return states;
  }

  /// For programs: what `accord survey --json` prints and `/api/accord/survey` answers.
  public Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("edition", edition.name());
    document.put("on", on.toString());
    document.put("place", edition.place());
    document.put("from", edition.from().toString());
    document.put("to", edition.to().toString());
    document.put("contributions", known(edition.contributions()));
    document.put("groups", known(edition.groups()));
    document.put("source", edition.source());
    document.put("states", states());
    document.put("priorities", priorities.stream().map(Survey::row).toList());
    document.put("programmes_without_priority", programmesWithoutPriority);
    document.put("outputs_without_programme", outputsWithoutProgramme);
    return document;
  }

  private static Map<String, Object> row(Followed followed) {
    Priority priority = followed.priority();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", priority.name());
    row.put("theme", priority.theme());
    row.put("statement", priority.statement());
    row.put("rank", known(priority.rank()));
    row.put("state", followed.state());
    switch (priority.state()) {
      case Priority.State.Addressed(List<String> programmes) -> {
        row.put("programmes", programmes);
        row.put("products", followed.products().isEmpty() ? NOT_KNOWN : followed.products());
        row.put("outputs", followed.outputs());
      }
      case Priority.State.Declined(String reason) -> row.put("reason", reason);
      case Priority.State.Open() -> {}
    }
    row.put("source", priority.source());
    return row;
  }

  /// A count that the record may not have.
  public static Object known(int count) {
    return count == 0 ? NOT_KNOWN : count;
  }
}
