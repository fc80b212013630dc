package org.jumelles.iasi.atmosphere;

/// A boundary between two layers.
public record Level(double altitudeKm, double pressureHPa, double temperatureK) {
  Level warmer(double kelvin) {
    return new Level(altitudeKm, pressureHPa, temperatureK + kelvin);
  }
}
