package org.jumelles.seis.glitch;

import java.util.List;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.seis.trace.Trace;

/// Counts without glitches, and what became of each.
///
/// @param traces copies, in the order of those that came in; samples without a glitch are unchanged
/// @param glitches by onset
public record Deglitched(List<Trace> traces, List<Removal> glitches) {
  public Deglitched {
    traces = List.copyOf(traces);
    glitches = List.copyOf(glitches);
  }

  /// One glitch, sensor by sensor.
  public record Removal(Glitch glitch, List<Part> parts) {
    public Removal {
      parts = List.copyOf(parts);
    }
  }

  /// What was, or would have been, subtracted from one sensor.
  ///
  /// @param removed false where the variance did not fall enough: the counts are left as they were
  /// @param varianceFall share of the variance about offset and slope, of the 30 s about the onset
  /// @param shiftS of this sensor's onset against the glitch's, -2 to 2
  /// @param spikeM zero where no spike was needed
  public record Part(
      SourceId id,
      boolean removed,
      double varianceFall,
      double amplitudeMPerS2,
      double shiftS,
      double spikeM) {}

  /// Puts what changed into copies of the traces that these were cut of; all other samples stay.
  ///
  /// @param raw the traces that came in, uncut
  /// @param clean as many, of which those that were cut here are written to
  public void into(List<Trace> raw, List<Trace> clean) {
    for (Trace changed : glitches.isEmpty() ? List.<Trace>of() : traces) {
      for (int i = 0; i < raw.size(); i++) {
        Trace before = raw.get(i);
        if (before.id().equals(changed.id())
            && !changed.start().isBefore(before.start())
            && !changed.end().isAfter(before.end())) {
          add(changed, before, clean.get(i));
        }
      }
    }
  }

  private static void add(Trace changed, Trace before, Trace clean) {
    int from = (int) before.sampling().nearest(changed.start());
    for (int j = 0; j < changed.count() && from + j < before.count(); j++) {
      double difference = changed.samples()[j] - before.samples()[from + j];
      if (difference != 0) {
        clean.samples()[from + j] += difference;
      }
    }
  }

  /// How many parts, of three a glitch, were subtracted.
  public long removedParts() {
    return glitches.stream().flatMap(one -> one.parts().stream()).filter(Part::removed).count();
  }
}
