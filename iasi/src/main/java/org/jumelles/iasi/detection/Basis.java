package org.jumelles.iasi.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jumelles.formats.netcdf.NetCdfFile;

/// The bands of one set of principal components, in the order of their channels, none overlapping.
public record Basis(List<BandBasis> bands) {
  public Basis {
    bands = bands.stream().sorted(Comparator.comparingInt(BandBasis::firstChannel)).toList();
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).firstChannel() <= bands.get(i - 1).lastChannel()) {
        throw new IllegalArgumentException(
            "two files of the basis hold channel " + bands.get(i).firstChannel());
      }
    }
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("a basis without a band");
    }
  }

  /// @param files EUMETSAT's `IASI_EV1_xx_Mxx` to `IASI_EV3_xx_Mxx`, or some of them
  public static Basis read(List<NetCdfFile> files) {
    List<BandBasis> bands = new ArrayList<>();
    files.forEach(file -> bands.add(BandBasis.read(file)));
    return new Basis(bands);
  }

  /// Components in all bands together.
  public int size() {
    return bands.stream().mapToInt(BandBasis::size).sum();
  }
}
