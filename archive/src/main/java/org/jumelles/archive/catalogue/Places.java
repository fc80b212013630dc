package org.jumelles.archive.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jumelles.archive.product.Entry;

/// The globe cut into cells of 3 degrees and tiles of 20, numbered row by row from the south pole,
/// each row from 180 W; whatever lies beyond is in a cell of a number of its own.
final class Places {
  static final int CELL_DEG = 3;
  static final int TILE_DEG = 20;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");

  private Places() {}

  record Point(double latitudeDeg, double longitudeDeg) {}

  static Optional<Point> of(Entry entry) {
    Map<String, String> attributes = entry.attributes();
    String latitude = attributes.getOrDefault("latitude", "");
    String longitude = attributes.getOrDefault("longitude", "");
    return NUMBER.matcher(latitude).matches() && NUMBER.matcher(longitude).matches()
        ? Optional.of(new Point(Double.parseDouble(latitude), Double.parseDouble(longitude)))
        : Optional.empty();
  }

  static int square(double latitudeDeg, double longitudeDeg, int sizeDeg) {
    return 360 / sizeDeg * row(latitudeDeg, sizeDeg) + column(longitudeDeg, sizeDeg);
  }

  private static int row(double latitudeDeg, int sizeDeg) {
    return (int) Math.floor((latitudeDeg + 90) / sizeDeg);
  }

  private static int column(double longitudeDeg, int sizeDeg) {
    return (int) Math.floor((longitudeDeg + 180) / sizeDeg);
  }

  /// The squares that a box touches; empty where there are more than some, or where a point of the
  /// box might have a longitude that is counted otherwise.
  static List<Integer> covering(Search.Box box, int sizeDeg, int most) {
    if (box.west() < -180 || box.east() > 180 || box.south() < -90 || box.north() > 90) {
      return List.of();
    }
    List<Integer> columns = new ArrayList<>();
    if (box.west() > box.east()) {
      columns(box.west(), 180, sizeDeg, columns);
      columns(-180, box.east(), sizeDeg, columns);
    } else {
      columns(box.west(), box.east(), sizeDeg, columns);
    }
    int first = row(box.south(), sizeDeg);
    int last = row(box.north(), sizeDeg);
    if ((long) (last - first + 1) * columns.size() > most) {
      return List.of();
    }
    List<Integer> squares = new ArrayList<>();
    for (int row = first; row <= last; row++) {
      for (int column : columns) {
        squares.add(360 / sizeDeg * row + column);
      }
    }
    return squares.stream().distinct().toList();
  }

  private static void columns(double west, double east, int sizeDeg, List<Integer> columns) {
    for (int column = column(west, sizeDeg); column <= column(east, sizeDeg); column++) {
      columns.add(column);
    }
  }

  static void insert(Handle handle, long product, int kinds, List<Entry> entries) {
    try (PreparedBatch batch =
        handle.prepareBatch("INSERT INTO placed VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        Optional<Point> place = of(entry);
        if (place.isPresent()) {
          double latitudeDeg = place.get().latitudeDeg();
          double longitudeDeg = place.get().longitudeDeg();
          batch
              .bind(0, product)
              .bind(1, i)
              .bind(2, entry.kind())
              .bind(3, square(latitudeDeg, longitudeDeg, CELL_DEG))
              .bind(4, square(latitudeDeg, longitudeDeg, TILE_DEG))
              .bind(5, kinds)
              .bind(6, entry.span().start().taiNanos())
              .bind(7, entry.span().end().taiNanos())
              .bind(8, latitudeDeg)
              .bind(9, longitudeDeg)
              .add();
        }
      }
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }
}
