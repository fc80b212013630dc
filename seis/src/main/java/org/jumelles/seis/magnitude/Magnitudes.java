package org.jumelles.seis.magnitude;

import java.util.List;
import java.util.Optional;

/// All magnitudes of one event.
///
/// @param mfb of the low- or the high-frequency family, by the event's type
/// @param preferred Mw: M2.4 of 2.4 Hz and VF events, MFB of the others
/// @param fit behind `mfb`
/// @param notes why any is absent
public record Magnitudes(
    Optional<Magnitude> bodyP,
    Optional<Magnitude> bodyS,
    Optional<Magnitude> mfb,
    Optional<Magnitude> resonance,
    Optional<Magnitude> preferred,
    Optional<SpectralFit> fit,
    List<String> notes) {
  public Magnitudes {
    notes = List.copyOf(notes);
  }
}
