package org.jumelles.ryugu.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.AxisReading;

/// One column of values, the wavelengths in a file of the same folder or one above it whose name
/// has `Wavelengths_` and the spectrometer. Where there is none, bands have numbers only, and that
/// is told.
final class UsgsText {
  private static final Pattern SPECTROMETER = Pattern.compile("_(ASD|AVIRIS|BECK|NIC4)");
  private static final String WAVELENGTHS = "Wavelengths_";

  private UsgsText() {}

  static SpectralLibrary read(
      TextSource file, List<String> header, List<double[]> table, List<Defect> defects)
      throws IOException {
    double[] values = table.stream().mapToDouble(row -> TextLibrary.present(row[0])).toArray();
    String spectrometer =
        spectrometer(file)
            .orElseThrow(
                () ->
                    refused(
                        file,
                        "one column of numbers, and no spectrometer in the name of the file"));
    Optional<Path> axisFile = file.named(WAVELENGTHS + spectrometer);
    Axis axis;
    if (axisFile.isPresent()) {
      axis = axis(file, axisFile.get(), values.length, defects);
    } else {
      defects.add(refused(file, "no file of " + WAVELENGTHS + spectrometer + " near").defect());
      axis = Axis.ofBands(values.length);
    }
    String title = header.isEmpty() ? file.stem() : header.getFirst().strip();
    Spectrum spectrum = new Spectrum(title, values, Optional.empty());
    return new SpectralLibrary(file.name(), "USGS text", axis, List.of(spectrum), defects);
  }

  /// The file of wavelengths that a spectrum of this name needs, where it is near.
  static Optional<Path> wavelengths(TextSource file) throws IOException {
    Optional<String> spectrometer = spectrometer(file);
    return spectrometer.isPresent()
        ? file.named(WAVELENGTHS + spectrometer.get())
        : Optional.empty();
  }

  private static Optional<String> spectrometer(TextSource file) {
    Matcher name = SPECTROMETER.matcher(file.fileName());
    return name.find() ? Optional.of(name.group(1)) : Optional.empty();
  }

  private static Axis axis(TextSource file, Path axisFile, int bands, List<Defect> defects)
      throws IOException {
    List<String> lines = TextLibrary.text(Files.readAllBytes(axisFile)).lines().toList();
    List<Double> axis = new ArrayList<>();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      if (!line.isBlank()) {
        try {
          axis.add(Double.parseDouble(line.strip()));
        } catch (NumberFormatException _) {
          throw refused(file, "'" + line.strip() + "' is no wavelength, in " + axisFile);
        }
      }
    }
    if (axis.size() != bands) {
      throw refused(file, bands + " values, " + axis.size() + " in " + axisFile);
    }
    AxisReading reading =
        new AxisReading(
            bands,
            (clause, found) ->
                new Defect(file.name(), new Place.Whole(), "wavelength", clause, found),
            defects);
    return reading.read(
        axis.stream().mapToDouble(Double::doubleValue).toArray(),
        TextUnits.of(lines.isEmpty() ? "" : lines.getFirst()).or(() -> Optional.of("um")),
        new double[0],
        new double[0]);
  }

  private static MalformedDataException refused(TextSource file, String found) {
    return new MalformedDataException(
        file.name(), new Place.Whole(), "wavelength", "a wavelength for each value", found);
  }
}
