package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.formats.pds4.Pds4;
import org.jumelles.formats.pds4.Pds4Array;
import org.jumelles.formats.pds4.Pds4Table;
import org.jumelles.formats.pds4.Pds4Type;
import org.jumelles.formats.pds4.ProductLabel;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.Interleave;
import org.jumelles.kernel.raster.Layout;

/// A new cube as a PDS4 product: a label, and a file with a table of the spectral axis before the
/// array.
final class Pds4Files {
  /// Centre, full width, 1 or 0 for good: 8 bytes each, big-endian.
  private static final int ROW = 24;

  private Pds4Files() {}

  static CubeWriter create(Path out, NewCube cube) throws IOException {
    if (cube.interleave() == Interleave.OTHER) {
      throw new IllegalArgumentException("PDS4 cubes are written bip, bil or bsq");
    }
    Path data = Filing.sibling(out, ".dat");
    Layout layout =
        Layout.of(
            cube.lines(),
            cube.samples(),
            cube.bands(),
            cube.type(),
            cube.order(),
            cube.interleave());
    byte[] head = axisTable(cube.axis());
    Filing.Text text = (stream, complete) -> label(stream, out, data, complete, cube, head.length);
    return new CubeWriter(
        cube, layout, new Filing(data, head, 1, Optional.of(new Filing.Label(out, text))));
  }

  private static void label(
      OutputStream stream, Path out, Path data, Path complete, NewCube cube, long offset)
      throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      Bytes bytes = Bytes.map(complete, arena);
      ProductLabel label =
          new ProductLabel(
              identifier(out),
              cube.description().isEmpty() ? "An image cube" : cube.description(),
              data.getFileName().toString(),
              bytes.size(),
              Pds4.md5(bytes),
              table(cube.axis()),
              array(cube, offset));
      ProductLabel.write(stream, label);
    }
  }

  private static byte[] axisTable(Axis axis) {
    ByteBuffer rows = ByteBuffer.allocate(ROW * axis.bands()).order(ByteOrder.BIG_ENDIAN);
    for (int i = 0; i < axis.bands(); i++) {
      rows.putDouble(axis.values()[i]);
      rows.putDouble(axis.fullWidths().isPresent() ? axis.fullWidths().get()[i] : 0);
      rows.putLong(axis.good()[i] ? 1 : 0);
    }
    return rows.array();
  }

  private static Pds4Table table(Axis axis) {
    Optional<String> unit =
        switch (axis.unit()) {
          case NANOMETRE -> Optional.of("nm");
          case MICROMETRE -> Optional.of("micrometer");
          case PER_CM -> Optional.of("cm**-1");
          case BAND, UNKNOWN -> Optional.empty();
        };
    String centre =
        switch (axis.unit()) {
          case PER_CM -> "Wavenumber";
          case BAND -> "Band";
          case NANOMETRE, MICROMETRE, UNKNOWN -> "Wavelength";
        };
    String width = axis.fullWidths().isPresent() ? "Full Width" : "Unused";
    List<Pds4Table.Field> fields = new ArrayList<>();
    fields.add(field(centre, 1, "IEEE754MSBDouble", unit));
    fields.add(field(width, 9, "IEEE754MSBDouble", unit));
    fields.add(field("Good", 17, "SignedMSB8", Optional.empty()));
    return new Pds4Table(
        new Place.Whole(),
        "",
        Pds4Table.Kind.BINARY,
        "Spectral axis",
        0,
        axis.bands(),
        ROW,
        ',',
        fields);
  }

  private static Pds4Table.Field field(
      String name, int location, String type, Optional<String> unit) {
    return new Pds4Table.Field(name, location, 8, type, unit, 1, 0, List.of());
  }

  private static Pds4Array array(NewCube cube, long offset) {
    Pds4Array.Axis line = new Pds4Array.Axis("Line", cube.lines(), List.of());
    Pds4Array.Axis sample = new Pds4Array.Axis("Sample", cube.samples(), List.of());
    Pds4Array.Axis band = new Pds4Array.Axis("Band", cube.bands(), List.of());
    List<Pds4Array.Constant> noData = new ArrayList<>();
    cube.noData().ifPresent(value -> noData.add(new Pds4Array.Constant("missing_constant", value)));
    return new Pds4Array(
        new Place.Whole(),
        "",
        "Array_3D_Spectrum",
        "Image cube",
        "image_cube",
        offset,
        new Pds4Type(cube.type(), cube.order()),
        Optional.empty(),
        cube.scale().factor() / cube.scale().divisor(),
        cube.scale().offset(),
        switch (cube.interleave()) {
          case BIP, OTHER -> List.of(line, sample, band);
          case BIL -> List.of(line, band, sample);
          case BSQ -> List.of(band, line, sample);
        },
        noData);
  }

  /// Of the file's name, in a name space that says that it is no registered one.
  private static String identifier(Path out) {
    String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("[^a-z0-9._-]", "_");
    return "urn:placeholder:jumelles:unregistered_bundle:cube:" + stem;
  }
}
