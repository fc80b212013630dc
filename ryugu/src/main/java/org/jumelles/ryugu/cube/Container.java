package org.jumelles.ryugu.cube;

import java.util.List;
import java.util.OptionalDouble;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Interleave;

/// What a cube came in.
///
/// @param format such as `ENVI`, `PDS4`, `FITS`; `memory` where there is no file
/// @param noData the stored number that means that there is none
/// @param bandNames one a band, or none
/// @param spectrumNames of a spectral library one a line, or none
/// @param defects what is doubtful about the file; its numbers can be read all the same
public record Container(
    String format,
    ElementType type,
    Interleave interleave,
    Scale scale,
    OptionalDouble noData,
    List<String> bandNames,
    List<String> spectrumNames,
    List<Defect> defects) {
  /// Of an image: its spectra have places, no names.
  public Container(
      String format,
      ElementType type,
      Interleave interleave,
      Scale scale,
      OptionalDouble noData,
      List<String> bandNames,
      List<Defect> defects) {
    this(format, type, interleave, scale, noData, bandNames, List.of(), defects);
  }

  /// A cube that was never in a file.
  public static final Container MEMORY =
      new Container(
          "memory",
          ElementType.F64,
          Interleave.BIP,
          Scale.NONE,
          OptionalDouble.empty(),
          List.of(),
          List.of());

  Container withDefects(List<Defect> all) {
    return new Container(format, type, interleave, scale, noData, bandNames, spectrumNames, all);
  }

  public Container {
    bandNames = List.copyOf(bandNames);
    spectrumNames = List.copyOf(spectrumNames);
    defects = List.copyOf(defects);
  }
}
