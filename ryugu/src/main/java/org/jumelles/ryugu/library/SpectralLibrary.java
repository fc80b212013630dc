package org.jumelles.ryugu.library;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Cube;

/// Spectra on one axis.
///
/// @param source the file's name
/// @param format such as `ENVI library`, `RELAB text`
/// @param defects what is doubtful about the file
public record SpectralLibrary(
    String source, String format, Axis axis, List<Spectrum> spectra, List<Defect> defects) {
  public SpectralLibrary {
    spectra = List.copyOf(spectra);
    defects = List.copyOf(defects);
    for (Spectrum spectrum : spectra) {
      if (spectrum.values().length != axis.bands()) {
        throw new IllegalArgumentException(
            spectrum.name() + ": " + spectrum.values().length + " values on " + axis.bands());
      }
    }
  }

  public Optional<Spectrum> spectrum(String name) {
    return spectra.stream().filter(spectrum -> spectrum.name().equals(name)).findFirst();
  }

  /// The spectra as a cube of one sample a line; nothing of it is in a file.
  public Cube cube() {
    return new LibraryCube(this);
  }

  /// The same spectra, the unit of the axis told by the caller, where the file does not tell it.
  public SpectralLibrary withUnit(Axis.Unit unit) {
    Axis named = new Axis(axis.values(), unit, axis.fullWidths(), axis.good());
    return new SpectralLibrary(source, format, named, spectra, defects);
  }
}
