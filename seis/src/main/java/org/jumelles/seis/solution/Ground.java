package org.jumelles.seis.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.trace.Trace;

/// Ground motion about an event: stretches without a hole of each component, in the order of time.
///
/// @param vertical a lone component of any direction stands here
/// @param north none where there is no rotated motion
/// @param east as many as north
/// @param isVelocity in m/s; else of a unit that is not known, and no size follows
public record Ground(
    List<Trace> vertical, List<Trace> north, List<Trace> east, boolean isVelocity) {
  public Ground {
    vertical = List.copyOf(vertical);
    north = List.copyOf(north);
    east = List.copyOf(east);
  }

  /// One component alone.
  public static Ground ofOne(List<Trace> component, boolean isVelocity) {
    return new Ground(component, List.of(), List.of(), isVelocity);
  }

  /// Whether up, north and east are told apart.
  public boolean isThree() {
    return !vertical.isEmpty() && !north.isEmpty() && !east.isEmpty();
  }

  List<List<Trace>> horizontal() {
    return isThree() ? List.of(north, east) : List.of();
  }

  List<List<Trace>> all() {
    return isThree() ? List.of(vertical, north, east) : List.of(vertical);
  }

  /// What of it lies in a span.
  public Ground within(Span span) {
    return new Ground(slices(vertical, span), slices(north, span), slices(east, span), isVelocity);
  }

  /// Up, north and east of the stretch that holds an instant, at the same instants and as long as
  /// each other; none where a component has none.
  Optional<List<Trace>> at(Moment moment) {
    List<Trace> three = new ArrayList<>();
    for (List<Trace> component : all()) {
      component.stream()
          .filter(t -> !t.start().isAfter(moment) && !t.end().isBefore(moment))
          .findFirst()
          .ifPresent(three::add);
    }
    return three.size() == 3 ? Optional.of(three) : Optional.empty();
  }

  private static List<Trace> slices(List<Trace> traces, Span span) {
    return traces.stream().map(t -> t.slice(span)).filter(t -> t.count() > 0).toList();
  }
}
