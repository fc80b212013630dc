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
/// @param defects what is doubtful about the file; its numbers can be read all the same
public record Container(
    String format,
    ElementType type,
    Interleave interleave,
    Scale scale,
    OptionalDouble noData,
    List<String> bandNames,
    List<Defect> defects) {
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
    return new Container(format, type, interleave, scale, noData, bandNames, all);
  }

  public Container {
    bandNames = List.copyOf(bandNames);
    defects = List.copyOf(defects);
  }
}
