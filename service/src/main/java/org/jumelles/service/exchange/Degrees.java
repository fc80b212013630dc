package org.jumelles.service.exchange;

import java.util.ArrayList;
import java.util.List;

/// A box of longitudes and latitudes in degrees. Where `west` is greater than `east` it crosses
/// the date line.
public record Degrees(double west, double south, double east, double north) {
  public Degrees {
    boolean places = Math.abs(west) <= 180 && Math.abs(east) <= 180;
    if (!places || !(south >= -90) || !(north <= 90) || !(south <= north)) {
      throw Refusal.bad(
          "a bbox is west,south,east,north in degrees, longitudes within 180, latitudes within 90"
              + " and south not above north");
    }
  }

  /// Four numbers, or six with heights that are passed over.
  ///
  /// @throws Refusal 400
  public static Degrees of(List<String> numbers) {
    if (numbers.size() != 4 && numbers.size() != 6) {
      throw Refusal.bad("a bbox has four or six numbers, not " + numbers.size());
    }
    double[] values = numbers.stream().mapToDouble(Degrees::number).toArray();
    int east = numbers.size() / 2;
    return new Degrees(values[0], values[1], values[east], values[east + 1]);
  }

  private static double number(String text) {
    if (text.strip().matches("[-+]?\\d{1,4}(\\.\\d{1,20})?([eE][-+]?\\d{1,2})?")) {
      return Double.parseDouble(text.strip());
    }
    throw Refusal.bad("a bbox has '" + text + "', which is no number");
  }

  public boolean contains(double longitudeDeg, double latitudeDeg) {
    boolean between =
        west <= east
            ? longitudeDeg >= west && longitudeDeg <= east
            : longitudeDeg >= west || longitudeDeg <= east;
    return between && latitudeDeg >= south && latitudeDeg <= north;
  }

  /// The box as one or two closed rings that do not cross the date line.
  public List<double[][]> rings() {
    List<double[][]> rings = new ArrayList<>();
    if (west <= east) {
      rings.add(ring(west, east));
    } else {
      rings.add(ring(west, 180));
      rings.add(ring(-180, east));
    }
    return rings;
  }

  private double[][] ring(double from, double to) {
    return new double[][] {{from, south}, {to, south}, {to, north}, {from, north}, {from, south}};
  }
}
