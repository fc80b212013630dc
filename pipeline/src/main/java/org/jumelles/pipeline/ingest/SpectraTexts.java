package org.jumelles.pipeline.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Tells texts of spectra by their first lines.
final class SpectraTexts {
  private static final Pattern USGS = Pattern.compile("\\s{0,4}\\w{3,12} Record=\\d{1,6}: ?(.*)");
  private static final Pattern USGS_OTHER =
      Pattern.compile("(?i)(?:wavelengths|wavenumber|bandpass|srf|resolution|errorbars?)\\b.*");
  private static final Pattern SPECTROMETER =
      Pattern.compile(".*\\b(?:ASD|AVIRIS|BECK|NIC4)\\w*.*");
  private static final Pattern COUNT = Pattern.compile("\\s*\\d{1,8}\\s*");
  private static final int LEAST_ROWS = 2;
  private static final int LEAST_CELLS = 3;

  private SpectraTexts() {}

  static boolean isSpectra(String text) {
    return isFieldSpectrometer(text)
        || isEcostress(text)
        || isRelabTable(text)
        || isRelabText(text)
        || isUsgsRecord(text)
        || isRows(text);
  }

  private static boolean isFieldSpectrometer(String text) {
    return text.startsWith("Comment:") && text.contains("\nInstrument:");
  }

  private static boolean isEcostress(String text) {
    return text.startsWith("Name:") && text.contains("\nX Units:") && text.contains("\nY Units:");
  }

  /// How many rows there are, then rows of nanometres that ascend, a value, and perhaps its sigma.
  private static boolean isRelabTable(String text) {
    List<String> lines = whole(text);
    if (lines.size() < LEAST_ROWS + 1 || !COUNT.matcher(lines.getFirst()).matches()) {
      return false;
    }
    int counted = Integer.parseInt(lines.getFirst().strip());
    double before = 0;
    int rows = Math.min(counted, lines.size() - 1);
    for (int i = 1; i <= rows; i++) {
      double[] row = numbers(lines.get(i).strip().split("\\s+", -1), 0);
      if (row.length < 2 || row.length > 3 || !(row[0] > before)) {
        return false;
      }
      before = row[0];
    }
    return rows >= LEAST_ROWS;
  }

  private static boolean isRelabText(String text) {
    return text.startsWith("Wavelength(micron)") || text.contains("\nWavelength(micron)");
  }

  /// A record of the USGS library that is a spectrum, and not wavelengths, widths or responses.
  static boolean isUsgsRecord(String text) {
    var first = USGS.matcher(text.lines().findFirst().orElse(""));
    return first.matches()
        && !USGS_OTHER.matcher(first.group(1)).matches()
        && SPECTROMETER.matcher(first.group(1)).matches();
  }

  /// A spectrum a row, the axis in the first: a word, then numbers that ascend.
  private static boolean isRows(String text) {
    List<String> lines = whole(text);
    String[] cells = (lines.isEmpty() ? text : lines.getFirst()).split(",", -1);
    int known = lines.isEmpty() ? cells.length - 1 : cells.length;
    if (known <= LEAST_CELLS || numbers(new String[] {cells[0].strip()}, 0).length > 0) {
      return false;
    }
    double[] axis = numbers(Arrays.copyOf(cells, known), 1);
    boolean ascends = axis.length == known - 1;
    for (int i = 1; ascends && i < axis.length; i++) {
      ascends = axis[i] > axis[i - 1];
    }
    return ascends;
  }

  /// The lines that end in what was read of the file; all, where it ends with them.
  private static List<String> whole(String text) {
    int end = text.lastIndexOf('\n');
    return end < 0 ? List.of() : text.substring(0, end).lines().toList();
  }

  /// Numbers from one cell on; none where one of them is not one.
  private static double[] numbers(String[] cells, int from) {
    double[] numbers = new double[cells.length - from];
    try {
      for (int i = from; i < cells.length; i++) {
        numbers[i - from] = Double.parseDouble(cells[i].strip());
      }
      return numbers;
    } catch (NumberFormatException _) {
      return new double[0];
    }
  }
}
