package org.jumelles.service.fdsn;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Moment;

/// A request that was understood.
sealed interface FdsnRequest {
  /// 204 or 404: how to say that there is nothing.
  int nodataStatus();

  /// dataselect.
  ///
  /// @param quality `B` and `M` take any
  /// @param minimumLengthS seconds, zero for any
  record Waveforms(
      List<Selection> selections,
      char quality,
      double minimumLengthS,
      boolean longestOnly,
      int formatVersion,
      int nodataStatus)
      implements FdsnRequest {
    public Waveforms {
      selections = List.copyOf(selections);
    }
  }

  /// station.
  record Stations(
      List<Selection> selections,
      Epochs epochs,
      Area area,
      Level level,
      Options options,
      String format,
      int nodataStatus)
      implements FdsnRequest {
    public Stations {
      selections = List.copyOf(selections);
    }

    /// How deep a StationXML document goes.
    enum Level {
      NETWORK,
      STATION,
      CHANNEL,
      RESPONSE
    }

    /// Limits on the ends of an epoch.
    record Epochs(
        Optional<Moment> startBefore,
        Optional<Moment> startAfter,
        Optional<Moment> endBefore,
        Optional<Moment> endAfter) {
      boolean take(Moment start, Moment end) {
        return startBefore.map(start::isBefore).orElse(true)
            && startAfter.map(start::isAfter).orElse(true)
            && endBefore.map(end::isBefore).orElse(true)
            && endAfter.map(end::isAfter).orElse(true);
      }
    }

    /// What to add and what to leave out.
    record Options(
        boolean includeRestricted,
        boolean includeAvailability,
        boolean matchTimeSeries,
        Optional<Moment> updatedAfter) {}
  }

  /// availability.
  ///
  /// @param qualities none: any
  /// @param merge of `samplerate`, `quality`, `overlap`
  /// @param mergeGapsS seconds
  record Availabilities(
      List<Selection> selections,
      Set<String> qualities,
      Set<String> merge,
      double mergeGapsS,
      String orderBy,
      int limit,
      boolean includeRestricted,
      boolean showUpdate,
      String format,
      int nodataStatus)
      implements FdsnRequest {
    public Availabilities {
      selections = List.copyOf(selections);
      qualities = Set.copyOf(qualities);
      merge = Set.copyOf(merge);
    }
  }

  /// event.
  record Events(
      Moment start,
      Moment end,
      Area area,
      Range depthKm,
      Range magnitude,
      Names names,
      Detail detail,
      Paging paging,
      Optional<Moment> updatedAfter,
      String format,
      int nodataStatus)
      implements FdsnRequest {

    /// Both ends included; infinite where open.
    record Range(double low, double high) {
      static final Range OPEN = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

      boolean isOpen() {
        return equals(OPEN);
      }

      boolean contains(double value) {
        return value >= low && value <= high;
      }
    }

    /// What an event must be called; an empty list asks nothing.
    record Names(
        List<String> eventIds,
        List<Glob> eventTypes,
        Optional<String> magnitudeType,
        Optional<String> catalog,
        Optional<String> contributor) {
      public Names {
        eventIds = List.copyOf(eventIds);
        eventTypes = List.copyOf(eventTypes);
      }
    }

    /// How much of each event.
    record Detail(boolean allOrigins, boolean allMagnitudes, boolean arrivals) {
      boolean isWhole() {
        return allOrigins && allMagnitudes && arrivals;
      }
    }

    /// Which part of the list, in which order.
    record Paging(String orderBy, int limit, int offset) {}
  }
}
