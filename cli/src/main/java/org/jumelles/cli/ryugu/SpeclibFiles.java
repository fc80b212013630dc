package org.jumelles.cli.ryugu;

import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.nio.file.Path;
import org.jumelles.formats.pds4.SpectrumLabel;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.library.SpectrumProduct;
import org.jumelles.ryugu.library.Spectrum;

/// A label of the spectral libraries' dictionary and the table beside it, each whole or not at all.
record SpeclibFiles(OutputFile output) {

  static String stem(Path label) {
    return SpectrumProduct.stem(label.getFileName().toString().replaceFirst("\\.[A-Za-z]+$", ""));
  }

  static Path table(Path label) {
    return label.resolveSibling(stem(label) + ".tab");
  }

  /// @throws IllegalArgumentException where one of them exists, or the label is not named as one
  void write(
      Path label,
      Spectrum spectrum,
      Axis axis,
      SpectrumLabel.Specimen specimen,
      SpectrumProduct.Naming naming)
      throws IOException {
    String name = label.getFileName().toString();
    if (!name.endsWith(".xml") && !name.endsWith(".lblx")) {
      throw new IllegalArgumentException(label + ": a label of PDS4 is named .xml or .lblx");
    }
    SpectrumProduct product = SpectrumProduct.of(spectrum, axis, specimen, naming);
    output.check(label);
    output.write(label.resolveSibling(product.fileName()), out -> out.write(product.table()));
    output.write(label, product::writeLabel);
  }
}
