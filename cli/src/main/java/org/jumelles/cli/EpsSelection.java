package org.jumelles.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jumelles.formats.eps.EpsProduct;
import org.jumelles.formats.eps.ProductSubset;
import org.jumelles.formats.eps.RecordHeader;
import org.jumelles.iasi.spectrum.EpsGranule;
import org.jumelles.iasi.spectrum.EpsL1cWriter;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.ScanLine;

/// Lines of a granule as an EPS native product: records copied byte for byte where it is one, a
/// product of version 11 made from what the lines tell where it is not.
final class EpsSelection {
  private EpsSelection() {}

  static void write(OutputStream stream, Granule granule, List<Integer> lines) throws IOException {
    if (granule instanceof EpsGranule eps) {
      ProductSubset.write(stream, eps.product(), records(eps, lines));
    } else {
      Iterator<ScanLine> found =
          lines.stream().map(number -> granule.line(number).found().orElseThrow()).iterator();
      EpsL1cWriter.write(stream, granule.header(), lines.size(), found);
    }
  }

  /// The lines' records, all that is no measurement, and the dummies between lines that are kept.
  private static List<Integer> records(EpsGranule granule, List<Integer> lines) {
    EpsProduct product = granule.product();
    boolean[] wanted = new boolean[product.count()];
    lines.forEach(line -> wanted[granule.recordOf(line)] = true);
    List<Integer> kept = new ArrayList<>();
    List<Integer> dummies = new ArrayList<>();
    boolean between = false;
    for (int i = 0; i < wanted.length; i++) {
      int recordClass = product.header(i).map(RecordHeader::recordClass).orElse(0);
      boolean dummy = product.header(i).map(RecordHeader::isDummy).orElse(false);
      if (recordClass != 0 && recordClass != RecordHeader.MDR) {
        kept.add(i);
      } else if (dummy && between) {
        dummies.add(i);
      } else if (wanted[i]) {
        kept.addAll(dummies);
        kept.add(i);
      }
      if (recordClass == 0 || (recordClass == RecordHeader.MDR && !dummy)) {
        dummies.clear();
        between = wanted[i];
      }
    }
    return kept;
  }
}
