package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jumelles.formats.envi.Envi;
import org.jumelles.formats.envi.EnviHeader.Field;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.kernel.raster.Layout;

/// A new cube as an ENVI pair.
final class EnviFiles {
  private EnviFiles() {}

  /// @param out the header (`.hdr`, the data beside it as `.img`) or the data file
  static CubeWriter create(Path out, NewCube cube) throws IOException {
    boolean header = out.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".hdr");
    Path data = header ? Filing.sibling(out, ".img") : out;
    Path label = header ? out : Filing.sibling(out, ".hdr");
    Layout layout =
        Layout.of(
            cube.lines(),
            cube.samples(),
            cube.bands(),
            cube.type(),
            cube.order(),
            cube.interleave());
    List<Field> fields = fields(cube, layout);
    Filing.Text text = (stream, complete) -> Envi.write(stream, fields);
    return new CubeWriter(
        cube, layout, new Filing(data, new byte[0], 1, Optional.of(new Filing.Label(label, text))));
  }

  /// A spectral library: a spectrum a line, a band a sample.
  static CubeWriter createLibrary(Path out, NewCube cube) throws IOException {
    if (cube.samples() != 1) {
      throw new IllegalArgumentException(
          out + ": a library is made of single spectra, not of an image");
    }
    NewCube dense = cube.withInterleave(Interleave.BIP);
    Layout layout =
        Layout.of(cube.lines(), 1, cube.bands(), cube.type(), cube.order(), Interleave.BIP);
    List<Field> fields = new ArrayList<>();
    for (Field field : fields(dense, layout)) {
      switch (field.name()) {
        case "samples" -> fields.add(Field.of("samples", cube.bands()));
        case "bands" -> fields.add(Field.of("bands", 1));
        case "file type" -> fields.add(Field.of("file type", "ENVI Spectral Library"));
        case "interleave" -> fields.add(Field.of("interleave", "bsq"));
        case "band names" -> {}
        default -> fields.add(field);
      }
    }
    if (!cube.spectrumNames().isEmpty()) {
      fields.add(names("spectra names", cube.spectrumNames()));
    }
    Filing.Text text = (stream, complete) -> Envi.write(stream, fields);
    Filing.Label label = new Filing.Label(Filing.sibling(out, ".hdr"), text);
    return new CubeWriter(dense, layout, new Filing(out, new byte[0], 1, Optional.of(label)));
  }

  private static Field names(String field, List<String> names) {
    return Field.list(field, names.stream().map(name -> plain(name).replace(',', ';')).toList());
  }

  private static List<Field> fields(NewCube cube, Layout layout) {
    List<Field> fields = new ArrayList<>();
    if (!cube.description().isEmpty()) {
      fields.add(new Field("description", plain(cube.description()), true, 0));
    }
    fields.addAll(Envi.fields(layout, cube.interleave()));
    if (!cube.bandNames().isEmpty()) {
      fields.add(names("band names", cube.bandNames()));
    }
    fields.addAll(scale(cube.scale(), cube.bands()));
    cube.noData().ifPresent(value -> fields.add(Field.of("data ignore value", number(value))));
    fields.addAll(axis(cube.axis()));
    return fields;
  }

  private static List<Field> axis(Axis axis) {
    List<Field> fields = new ArrayList<>();
    if (axis.unit() != Axis.Unit.BAND) {
      fields.add(
          Field.of(
              "wavelength units",
              switch (axis.unit()) {
                case NANOMETRE -> "Nanometers";
                case MICROMETRE -> "Micrometers";
                case PER_CM -> "Wavenumber";
                case BAND, UNKNOWN -> "Unknown";
              }));
      fields.add(list("wavelength", axis.values()));
      axis.fullWidths().ifPresent(widths -> fields.add(list("fwhm", widths)));
    }
    boolean[] good = axis.good();
    if (IntStream.range(0, good.length).anyMatch(i -> !good[i])) {
      fields.add(
          Field.list(
              "bbl", IntStream.range(0, good.length).mapToObj(i -> good[i] ? "1" : "0").toList()));
    }
    return fields;
  }

  private static Field list(String name, double[] values) {
    return Field.list(name, DoubleStream.of(values).mapToObj(EnviFiles::number).toList());
  }

  /// One divisor for all bands, or else gain and offset of each band.
  private static List<Field> scale(Scale scale, int bands) {
    if (scale.isNone()) {
      return List.of();
    }
    if (scale.factor() == 1 && scale.offset() == 0) {
      return List.of(Field.of("reflectance scale factor", number(scale.divisor())));
    }
    double gain = scale.factor() == 1 ? 1 / scale.divisor() : scale.factor();
    return List.of(
        Field.list("data gain values", Collections.nCopies(bands, String.valueOf(gain))),
        Field.list(
            "data offset values", Collections.nCopies(bands, String.valueOf(scale.offset()))));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  /// Without what ends a field.
  private static String plain(String text) {
    return text.replaceAll("[{}\\r\\n]+", " ").strip();
  }
}
