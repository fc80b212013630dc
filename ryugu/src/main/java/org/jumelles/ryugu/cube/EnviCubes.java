package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jumelles.formats.envi.EnviHeader;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.Raster;

/// ENVI pairs: which file belongs to which, and what the header's fields mean.
final class EnviCubes {
  private static final List<String> ENDS =
      List.of("", ".img", ".dat", ".raw", ".bsq", ".bil", ".bip", ".sli", ".cub", ".bin");

  /// Ends of names that no data file has, whatever header lies beside it.
  private static final List<String> TEXTS =
      List.of("csv", "txt", "sed", "asc", "tab", "xml", "lblx", "json", "yaml");

  private EnviCubes() {}

  static boolean isHeader(Bytes bytes) {
    return bytes.size() >= 5
        && bytes.ascii(0, 4, "first line").equals("ENVI")
        && bytes.u8(4, "first line") <= ' ';
  }

  /// The header beside a data file, or the file itself where there is none.
  static Path headerOf(Path data) throws IOException {
    String name = data.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    if (TEXTS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
      return data;
    }
    for (String candidate : List.of(name + ".hdr", stem + ".hdr", name + ".HDR", stem + ".HDR")) {
      Path header = data.resolveSibling(candidate);
      if (!candidate.equals(name) && Files.isRegularFile(header)) {
        try (Arena arena = Arena.ofConfined()) {
          if (isHeader(Bytes.map(header, arena))) {
            return header;
          }
        }
      }
    }
    return data;
  }

  static Cube open(Neighbours header, Bytes bytes, Arena arena) throws IOException {
    EnviHeader read = EnviHeader.read(bytes);
    return open(read, dataOf(header, read), arena);
  }

  static Cube open(Path header, Path data, Arena arena) throws IOException {
    return open(EnviHeader.read(Bytes.map(header, arena)), data, arena);
  }

  /// The data file beside a header; of several the one whose size is right.
  private static Path dataOf(Neighbours header, EnviHeader read) throws IOException {
    String stem = header.name().replaceAll("(?i)\\.hdr$", "");
    long wanted = read.headerOffset() + read.layout().bytes();
    List<Path> there = new ArrayList<>();
    for (String end : ENDS) {
      for (String spelled : List.of(end, end.toUpperCase(Locale.ROOT))) {
        header.named(stem + spelled).filter(data -> !there.contains(data)).ifPresent(there::add);
      }
    }
    if (there.isEmpty()) {
      header.only().ifPresent(there::add);
    }
    for (Path data : there) {
      if (Files.size(data) == wanted) {
        return data;
      }
    }
    if (there.isEmpty()) {
      throw new MalformedDataException(
          header.file().toString(),
          new Place.Whole(),
          "data file",
          "beside the header, its name without .hdr, or with one of "
              + String.join(" ", ENDS).strip(),
          "not there");
    }
    return there.getFirst();
  }

  private static Cube open(EnviHeader header, Path file, Arena arena) throws IOException {
    Layout layout = header.layout();
    Bytes data = Bytes.map(file, arena);
    List<Defect> defects = new ArrayList<>(header.defects());
    long offset = header.headerOffset();
    checkSize(header, layout, data, offset, defects);
    boolean library = header.isLibrary() && layout.bands() == 1;
    Layout seen = library ? library(layout) : layout;
    Raster raster = new Raster(data.slice(offset, layout.bytes(), "data"), seen);
    Axis axis = axis(header, seen.bands(), defects);
    Container container =
        new Container(
            library ? "ENVI library" : "ENVI",
            layout.type(),
            library ? Interleave.BIP : header.interleave(),
            scale(header, defects),
            noData(header, defects),
            library ? List.of() : names(header, "band names", layout.bands(), defects),
            library ? names(header, "spectra names", layout.lines(), defects) : List.of(),
            defects);
    return new RasterCube(raster, axis, container, arena);
  }

  /// A spectrum a line, a band a sample.
  private static Layout library(Layout file) {
    return new Layout(
        file.lines(),
        1,
        file.samples(),
        file.type(),
        file.order(),
        file.lineStride(),
        file.lineStride(),
        file.sampleStride());
  }

  private static void checkSize(
      EnviHeader header, Layout layout, Bytes data, long offset, List<Defect> defects) {
    long needed = layout.bytes();
    String total = BigInteger.valueOf(needed).add(BigInteger.valueOf(offset)).toString();
    if (data.size() - offset == needed) {
      return;
    }
    String sum =
        "%d offset + %d samples x %d lines x %d bands x %d bytes"
            .formatted(
                offset, layout.samples(), layout.lines(), layout.bands(), layout.type().bytes());
    String found =
        "%s has %d bytes, the header asks for %s".formatted(data.source(), data.size(), total);
    Defect defect =
        new Defect(
            header.source(), new Place.Whole(), "size of the data", "ENVI header: " + sum, found);
    if (data.size() - offset < needed) {
      throw new MalformedDataException(defect);
    }
    defects.add(defect);
  }

  private static Axis axis(EnviHeader header, int bands, List<Defect> defects) {
    AxisReading reading =
        new AxisReading(
            bands, (clause, found) -> header.defect("wavelength", clause, found), defects);
    return reading.read(
        numbers(header, "wavelength", defects),
        header.text("wavelength units"),
        numbers(header, "fwhm", defects),
        numbers(header, "bbl", defects));
  }

  private static double[] numbers(EnviHeader header, String name, List<Defect> defects) {
    try {
      return header.numbers(name);
    } catch (MalformedDataException e) {
      defects.add(e.defect());
      return new double[0];
    }
  }

  private static Scale scale(EnviHeader header, List<Defect> defects) {
    String name = "reflectance scale factor";
    try {
      OptionalDouble told = header.number(name);
      double divisor = told.orElse(1);
      if (told.isEmpty()) {
        return gains(header, defects);
      }
      if (Double.isFinite(divisor) && divisor != 0) {
        return Scale.dividing(divisor);
      }
      throw header.malformed(name, "a number that is not zero", String.valueOf(divisor));
    } catch (MalformedDataException e) {
      defects.add(e.defect());
      return Scale.NONE;
    }
  }

  /// Gain and offset by band, where they are the same for all bands.
  private static Scale gains(EnviHeader header, List<Defect> defects) {
    double[] gains = numbers(header, "data gain values", defects);
    double[] offsets = numbers(header, "data offset values", defects);
    double gain = gains.length == 0 ? 1 : gains[0];
    double offset = offsets.length == 0 ? 0 : offsets[0];
    boolean same =
        Arrays.stream(gains).allMatch(value -> value == gain)
            && Arrays.stream(offsets).allMatch(value -> value == offset);
    if (!same || !Double.isFinite(gain) || gain == 0 || !Double.isFinite(offset)) {
      String found = "gains or offsets that differ from band to band are not applied";
      defects.add(header.defect("data gain values", "one for all bands", found));
      return Scale.NONE;
    }
    return Scale.of(gain, offset);
  }

  private static OptionalDouble noData(EnviHeader header, List<Defect> defects) {
    try {
      return header.number("data ignore value");
    } catch (MalformedDataException e) {
      defects.add(e.defect());
      return OptionalDouble.empty();
    }
  }

  private static List<String> names(
      EnviHeader header, String field, int wanted, List<Defect> defects) {
    List<String> names = header.list(field);
    if (!names.isEmpty() && names.size() != wanted) {
      defects.add(header.defect(field, "one each", names.size() + " names for " + wanted));
      return List.of();
    }
    return names;
  }
}
