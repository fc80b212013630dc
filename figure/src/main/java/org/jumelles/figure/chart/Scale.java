package org.jumelles.figure.chart;

/// How a value becomes a place along an axis.
public enum Scale {
  LINEAR,
  LOGARITHMIC;

  double of(double value) {
    return this == LINEAR ? value : Math.log(value);
  }

  double inverse(double place) {
    return this == LINEAR ? place : Math.exp(place);
  }
}
