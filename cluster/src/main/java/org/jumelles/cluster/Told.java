package org.jumelles.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.pipeline.run.Crew.Finished;
import org.jumelles.pipeline.run.Crew.Kind;
import org.jumelles.pipeline.run.Tally;

/// What became of one piece of work, as it goes over the wire.
///
/// @param defects source, place, field, clause, found of each, the place as [#place(Place)] tells
record Told(String identity, Kind kind, ArrayList<ArrayList<String>> defects)
    implements Serializable {

  static Told of(String identity, Tally tally) {
    ArrayList<ArrayList<String>> defects = new ArrayList<>();
    for (Defect defect : tally.defects()) {
      defects.add(
          new ArrayList<>(
              List.of(
                  defect.source(),
                  place(defect.place()),
                  defect.field(),
                  defect.clause(),
                  defect.found())));
    }
    return new Told(identity, kind(tally), defects);
  }

  Finished finished() {
    return new Finished(
        new Identity(identity),
        kind,
        defects.stream()
            .map(of -> new Defect(of.get(0), place(of.get(1)), of.get(2), of.get(3), of.get(4)))
            .toList());
  }

  private static Kind kind(Tally tally) {
    if (tally.good() > 0) {
      return Kind.GOOD;
    }
    if (tally.doubtful() > 0) {
      return Kind.DOUBTFUL;
    }
    if (tally.refused() > 0) {
      return Kind.REFUSED;
    }
    return tally.broken() > 0 ? Kind.BROKEN : Kind.KNOWN;
  }

  /// A letter for the kind of place, then its text.
  static String place(Place place) {
    return switch (place) {
      case Place.Offset(long bytes) -> "o" + bytes;
      case Place.LineColumn(int line, int column) -> "l" + line + "," + column;
      case Place.Path(String path) -> "p" + path;
      case Place.Whole() -> "w";
    };
  }

  static Place place(String text) {
    String rest = text.substring(1);
    return switch (text.charAt(0)) {
      case 'o' -> new Place.Offset(Long.parseLong(rest));
      case 'l' -> {
        int comma = rest.indexOf(',');
        yield new Place.LineColumn(
            Integer.parseInt(rest.substring(0, comma)),
            Integer.parseInt(rest.substring(comma + 1)));
      }
      case 'p' -> new Place.Path(rest);
      default -> new Place.Whole();
    };
  }
}
