package org.jumelles.seis.event;

/// The bands in which the envelope of a channel is watched.
public enum Band {
  LOW(0.1, 0.9),
  MIDDLE(0.9, 2.2),
  /// Around 2.4 Hz, where the ground below the lander rings [Dahmen2021].
  RESONANCE(2.2, 2.6),
  HIGH(2.6, 6.0),
  VERY_HIGH(6.0, 30.0);

  private final double lowHz;
  private final double highHz;

  Band(double lowHz, double highHz) {
    this.lowHz = lowHz;
    this.highHz = highHz;
  }

  public double lowHz() {
    return lowHz;
  }

  public double highHz() {
    return highHz;
  }
}
