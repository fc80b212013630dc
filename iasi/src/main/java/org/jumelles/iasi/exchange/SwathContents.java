package org.jumelles.iasi.exchange;

import org.jumelles.iasi.spectrum.Channels;

/// What of the spectra goes into a file.
///
/// @param firstChannel to `lastChannel`, from one, both included
/// @param isExact temperatures with all digits of a float, not rounded to 1/256 K
public record SwathContents(
    boolean withRadiance,
    boolean withTemperature,
    int firstChannel,
    int lastChannel,
    boolean isExact) {
  public SwathContents {
    if (firstChannel < 1 || lastChannel > Channels.COUNT || firstChannel > lastChannel) {
      throw new IllegalArgumentException(
          "channels " + firstChannel + " to " + lastChannel + " are not in 1 to " + Channels.COUNT);
    }
  }

  public int channels() {
    return lastChannel - firstChannel + 1;
  }
}
