package org.jumelles.pipeline.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jumelles.formats.hdf5.Hdf5File;
import org.jumelles.formats.pds4.Pds4;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.pipeline.ingest.Recognition.Container;

/// Tells what holds cubes, spectra and samples by the first bytes.
final class CubeFiles {
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};
  private static final Pattern PDS3 = Pattern.compile("(?s)\\s*PDS_VERSION_ID\\s*=\\s*\"?PDS3.*");

  /// Fields that only a table of samples has beside `name`.
  private static final List<String> SAMPLE_FIELDS =
      List.of("entry", "mass_mg", "mass_g", "mass_ug", "parents");

  private static final Pattern ENTRY_KIND =
      Pattern.compile(
          "(?m)^\\s*(?:- )?\\s*entry:\\s*(?:sample|weight|balance|storage|exposure|contamination"
              + "|loan|allocation|return|image|control|analysis|correction|withdrawal)\\s*$");

  private CubeFiles() {}

  static Optional<Container> container(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("ENVI") && text.length() > 4 && text.charAt(4) <= ' ') {
      return Optional.of(Container.ENVI);
    }
    if (text.startsWith("SIMPLE  =")) {
      return Optional.of(Container.FITS);
    }
    if (head.length >= HDF5.length && Arrays.equals(head, 0, HDF5.length, HDF5, 0, HDF5.length)) {
      return Optional.of(Container.HDF5);
    }
    if (text.startsWith("MATLAB 5.0")) {
      return Optional.of(Container.MATLAB);
    }
    return PDS3.matcher(text).matches() ? Optional.of(Container.PDS3) : Optional.empty();
  }

  /// A file of HDF5 that holds no array of three dimensions is no cube; one that is broken is
  /// refused later, by name.
  static Recognition hdf5(Path file, Recognition told) {
    try (Hdf5File hdf5 = Hdf5File.open(file)) {
      return hdf5.arrays().isEmpty()
          ? new Recognition.Unknown("HDF5 without an array of three dimensions")
          : told;
    } catch (MalformedDataException _) {
      return told;
    }
  }

  static boolean isPds4(String root, String text) {
    return root.startsWith("Product_") && text.contains(Pds4.NAMESPACE);
  }

  /// Of a text: a table of samples, spectra with a header, or nothing that is read here.
  static Recognition text(String text) {
    String first =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .findFirst()
            .orElse("");
    List<String> fields =
        Arrays.stream(first.split(",", -1))
            .map(field -> field.strip().replace("\"", "").toLowerCase(Locale.ROOT))
            .toList();
    boolean samples =
        (fields.contains("name") || fields.contains("entry"))
            && fields.stream().anyMatch(SAMPLE_FIELDS::contains);
    if (samples || (first.startsWith("- ") && ENTRY_KIND.matcher(text).find())) {
      return new Recognition.Samples();
    }
    return SpectraTexts.isSpectra(text)
        ? new Recognition.SpectraText()
        : new Recognition.Unknown("text");
  }
}
