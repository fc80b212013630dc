package org.jumelles.seis.event;

/// The quality of a location [Clinton2021] table 3.
public enum Quality {
  /// Clear phases and clear polarisation: it can be located.
  A,
  /// Clear phases, no back azimuth.
  B,
  /// Seen well, but phases are hard to tell.
  C,
  /// Suspicious: weak, or it may be no event at all.
  D
}
