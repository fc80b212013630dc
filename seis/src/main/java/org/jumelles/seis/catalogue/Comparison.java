package org.jumelles.seis.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.catalogue.CatalogueRow.PickedTime;

/// What one catalogue has of another.
///
/// @param matched pairs, in the order of time; each event is in one pair at most
/// @param missed of the reference, within the time that the tried one covers where that was told
/// @param extra of the tried one
public record Comparison(List<Pair> matched, List<CatalogueRow> missed, List<CatalogueRow> extra) {
  public Comparison {
    matched = List.copyOf(matched);
    missed = List.copyOf(missed);
    extra = List.copyOf(extra);
  }

  /// One event in both; residuals are tried less reference.
  public record Pair(CatalogueRow tried, CatalogueRow reference) {
    public double arrivalSeconds() {
      return seconds(reference.arrival(), tried.arrival());
    }

    /// Of P or Pg, where both have picked it.
    public OptionalDouble firstSeconds() {
      return between(reference.first(), tried.first());
    }

    /// Of S or Sg.
    public OptionalDouble secondSeconds() {
      return between(reference.second(), tried.second());
    }

    public OptionalDouble distanceDeg() {
      return difference(reference.distanceDeg(), tried.distanceDeg());
    }

    /// The shorter way round, -180 to 180.
    public OptionalDouble azimuthDeg() {
      OptionalDouble plain = difference(reference.azimuthDeg(), tried.azimuthDeg());
      return plain.isEmpty()
          ? plain
          : OptionalDouble.of(Math.IEEEremainder(plain.getAsDouble(), 360));
    }

    public OptionalDouble magnitude() {
      return difference(reference.magnitude(), tried.magnitude());
    }

    /// Empty where one of them has no type.
    public Optional<Boolean> isTypeTheSame() {
      return tried.type().isPresent() && reference.type().isPresent()
          ? Optional.of(tried.type().equals(reference.type()))
          : Optional.empty();
    }

    private static OptionalDouble between(Optional<PickedTime> from, Optional<PickedTime> to) {
      return from.isPresent() && to.isPresent()
          ? OptionalDouble.of(seconds(from.get().time(), to.get().time()))
          : OptionalDouble.empty();
    }

    private static OptionalDouble difference(OptionalDouble from, OptionalDouble to) {
      return from.isPresent() && to.isPresent()
          ? OptionalDouble.of(to.getAsDouble() - from.getAsDouble())
          : OptionalDouble.empty();
    }
  }

  /// Pairs by the nearest arrivals first.
  ///
  /// @param withinSeconds arrivals farther apart are of two events
  /// @param covered what the tried catalogue has searched: outside of it nothing is missed
  public static Comparison of(
      List<CatalogueRow> tried,
      List<CatalogueRow> reference,
      double withinSeconds,
      Optional<Span> covered) {
    List<CatalogueRow> wanted =
        reference.stream()
            .filter(row -> covered.map(span -> span.contains(row.arrival())).orElse(true))
            .toList();
    List<Pair> near = new ArrayList<>();
    List<CatalogueRow> ordered =
        wanted.stream().sorted(Comparator.comparing(CatalogueRow::arrival)).toList();
    for (CatalogueRow one : tried) {
      for (int i = from(ordered, one.arrival(), withinSeconds); i < ordered.size(); i++) {
        Pair pair = new Pair(one, ordered.get(i));
        if (pair.arrivalSeconds() < -withinSeconds) {
          break;
        }
        near.add(pair);
      }
    }
    near.sort(Comparator.comparingDouble(pair -> Math.abs(pair.arrivalSeconds())));
    Set<CatalogueRow> triedTaken = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<CatalogueRow> referenceTaken = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Pair> matched = new ArrayList<>();
    for (Pair pair : near) {
      if (!triedTaken.contains(pair.tried) && !referenceTaken.contains(pair.reference)) {
        triedTaken.add(pair.tried);
        referenceTaken.add(pair.reference);
        matched.add(pair);
      }
    }
    matched.sort(Comparator.comparing(pair -> pair.reference.arrival()));
    return new Comparison(
        matched,
        wanted.stream().filter(row -> !referenceTaken.contains(row)).toList(),
        tried.stream().filter(row -> !triedTaken.contains(row)).toList());
  }

  /// The first of those ordered by time that is not too early.
  private static int from(List<CatalogueRow> ordered, Moment arrival, double withinSeconds) {
    int low = 0;
    int high = ordered.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (seconds(ordered.get(middle).arrival(), arrival) > withinSeconds) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double seconds(Moment from, Moment to) {
    return from.nanosUntil(to) * 1e-9;
  }
}
