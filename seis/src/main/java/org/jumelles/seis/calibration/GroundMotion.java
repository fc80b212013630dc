package org.jumelles.seis.calibration;

import java.util.Locale;
import java.util.Optional;

/// What a seismometer may be said to measure, in SI units.
public enum GroundMotion {
  /// m
  DISPLACEMENT(0),
  /// m/s
  VELOCITY(1),
  /// m/s^2
  ACCELERATION(2);

  /// How often displacement is differentiated.
  final int derivative;

  GroundMotion(int derivative) {
    this.derivative = derivative;
  }

  /// A unit of motion: its kind and how many of it make one SI unit.
  record Scaled(GroundMotion motion, double perSiUnit) {}

  /// Reads `m`, `M/S`, `nm/s`, `m/s**2`, `m/s^2`, `m/s/s`, `cm/s**2` and the like.
  static Optional<Scaled> ofUnit(String unit) {
    String text = unit.strip().toLowerCase(Locale.ROOT).replace(" ", "");
    int slash = text.indexOf('/');
    String length = slash < 0 ? text : text.substring(0, slash);
    String per = slash < 0 ? "" : text.substring(slash);
    double perMetre =
        switch (length) {
          case "m" -> 1;
          case "cm" -> 1e2;
          case "mm" -> 1e3;
          case "um" -> 1e6;
          case "nm" -> 1e9;
          default -> 0;
        };
    Optional<GroundMotion> motion =
        switch (per) {
          case "" -> Optional.of(DISPLACEMENT);
          case "/s", "/sec" -> Optional.of(VELOCITY);
          case "/s**2", "/s^2", "/s2", "/s/s", "/(s**2)", "/sec**2" -> Optional.of(ACCELERATION);
          default -> Optional.empty();
        };
    return perMetre == 0 ? Optional.empty() : motion.map(kind -> new Scaled(kind, perMetre));
  }
}
