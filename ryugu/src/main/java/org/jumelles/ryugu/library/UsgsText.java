package org.jumelles.ryugu.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.AxisReading;

/// One column of values, the wavelengths in a file of the same folder or one above it whose name
/// has `Wavelengths_` and the spectrometer.
final class UsgsText {
  private static final Pattern SPECTROMETER = Pattern.compile("_(ASD|AVIRIS|BECK|NIC4)");
  private static final int LEVELS = 4;

  private UsgsText() {}

  static SpectralLibrary read(
      Path file, List<String> header, List<double[]> table, List<Defect> defects)
      throws IOException {
    double[] values = table.stream().mapToDouble(row -> TextLibrary.present(row[0])).toArray();
    Matcher name = SPECTROMETER.matcher(file.getFileName().toString());
    if (!name.find()) {
      throw refused(file, "one column of numbers, and no spectrometer in the name of the file");
    }
    Path axisFile =
        wavelengths(file, name.group(1))
            .orElseThrow(() -> refused(file, "no file of Wavelengths_" + name.group(1) + " near"));
    List<Double> axis = new ArrayList<>();
    for (String line : TextLibrary.text(Files.readAllBytes(axisFile)).lines().skip(1).toList()) {
      if (!line.isBlank()) {
        try {
          axis.add(Double.parseDouble(line.strip()));
        } catch (NumberFormatException _) {
          throw refused(axisFile, "'" + line.strip() + "' is no wavelength");
        }
      }
    }
    if (axis.size() != values.length) {
      throw refused(file, values.length + " values, " + axis.size() + " in " + axisFile);
    }
    AxisReading reading =
        new AxisReading(
            values.length,
            (clause, found) ->
                new Defect(axisFile.toString(), new Place.Whole(), "wavelength", clause, found),
            defects);
    Axis read =
        reading.read(
            axis.stream().mapToDouble(Double::doubleValue).toArray(),
            TextUnits.of(axisFile.getFileName().toString()).or(() -> Optional.of("um")),
            new double[0],
            new double[0]);
    String title = header.isEmpty() ? TextLibrary.stem(file) : header.getFirst().strip();
    Spectrum spectrum = new Spectrum(title, values, Optional.empty());
    return new SpectralLibrary(file.toString(), "USGS text", read, List.of(spectrum), defects);
  }

  private static Optional<Path> wavelengths(Path file, String spectrometer) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    for (int i = 0; i < LEVELS && folder != null; i++) {
      try (Stream<Path> files = Files.list(folder)) {
        Optional<Path> found =
            files
                .filter(
                    path ->
                        path.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .contains("wavelengths_" + spectrometer.toLowerCase(Locale.ROOT)))
                .sorted()
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static MalformedDataException refused(Path file, String found) {
    return new MalformedDataException(
        file.toString(), new Place.Whole(), "wavelength", "a wavelength for each value", found);
  }
}
