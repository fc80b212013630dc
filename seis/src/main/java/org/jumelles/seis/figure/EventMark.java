package org.jumelles.seis.figure;

import java.awt.Color;
import org.jumelles.kernel.time.Span;

/// A labelled stretch of time, such as an event or a candidate.
public record EventMark(Span span, String label, Color colour) {
  /// The colour of what a person has confirmed.
  public static final Color EVENT = new Color(0xC6, 0x28, 0x28);

  /// The colour of what a program has found.
  public static final Color CANDIDATE = new Color(0xD8, 0x6A, 0x00);
}
