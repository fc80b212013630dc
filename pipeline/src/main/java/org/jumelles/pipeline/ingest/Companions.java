package org.jumelles.pipeline.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.ryugu.library.SpectralLibraries;

/// Files that mean nothing without another that describes them: the pixels beside an ENVI header,
/// the data beside a PDS4 label, the wavelengths of a USGS record. They are taken in with it.
final class Companions {
  private static final int LABEL_BYTES = 1 << 20;
  private static final Pattern FILE_NAME =
      Pattern.compile("<(?:\\w+:)?file_name>\\s*([^<>/\\\\]+?)\\s*</");
  private static final List<String> ENVI_ENDINGS =
      List.of("", ".img", ".dat", ".bin", ".raw", ".bsq", ".bil", ".bip", ".sli", ".cub");

  private Companions() {}

  /// Those that stand beside a file, in order; none where it describes nothing but itself.
  static List<Path> of(Path file) throws IOException {
    byte[] head;
    try (var in = Files.newInputStream(file)) {
      head = in.readNBytes(Recognition.PROBE_BYTES);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("ENVI") && text.lines().findFirst().orElse("").strip().equals("ENVI")) {
      return ofEnviHeader(file);
    }
    if (SpectraTexts.isUsgsRecord(text)) {
      return SpectralLibraries.needed(file);
    }
    return text.contains("<Product_") && text.contains("pds.nasa.gov/pds4")
        ? ofLabel(file)
        : List.of();
  }

  /// `a.hdr` describes `a`, `a.img` and the like; `a.img.hdr` describes `a.img`.
  private static List<Path> ofEnviHeader(Path header) throws IOException {
    String name = header.getFileName().toString();
    int dot = name.toLowerCase(Locale.ROOT).lastIndexOf(".hdr");
    if (dot <= 0) {
      return List.of();
    }
    String stem = name.substring(0, dot);
    for (String ending : ENVI_ENDINGS) {
      for (String written : List.of(stem + ending, stem + ending.toUpperCase(Locale.ROOT))) {
        Path beside = header.resolveSibling(written);
        if (Files.isRegularFile(beside) && !Files.isSameFile(beside, header)) {
          return List.of(beside);
        }
      }
    }
    return List.of();
  }

  private static List<Path> ofLabel(Path label) throws IOException {
    String text;
    try (var in = Files.newInputStream(label)) {
      text = new String(in.readNBytes(LABEL_BYTES), StandardCharsets.UTF_8);
    }
    TreeSet<Path> beside = new TreeSet<>();
    Matcher names = FILE_NAME.matcher(text);
    while (names.find()) {
      Path named = label.resolveSibling(names.group(1));
      if (Files.isRegularFile(named) && !Files.isSameFile(named, label)) {
        beside.add(named);
      }
    }
    return new ArrayList<>(beside);
  }
}
