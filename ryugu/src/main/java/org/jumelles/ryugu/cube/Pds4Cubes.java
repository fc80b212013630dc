package org.jumelles.ryugu.cube;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.formats.pds4.Pds4;
import org.jumelles.formats.pds4.Pds4Array;
import org.jumelles.formats.pds4.Pds4Label;
import org.jumelles.formats.pds4.Pds4Label.FileArea;
import org.jumelles.formats.pds4.Pds4Table;
import org.jumelles.formats.pds4.TableValues;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.Layout;
import org.jumelles.kernel.raster.Raster;

/// PDS4 products: the first array of two or three axes, or else a table of one spectrum.
final class Pds4Cubes {
  private Pds4Cubes() {}

  static boolean isLabel(Path file, Bytes bytes) {
    return isLabel(file.getFileName().toString(), bytes);
  }

  static boolean isLabel(String named, Bytes bytes) {
    String name = named.toLowerCase(Locale.ROOT);
    return (name.endsWith(".xml") || name.endsWith(".lblx"))
        && bytes.size() > 0
        && bytes.ascii(0, Math.min(bytes.size(), 4096), "label").contains("<");
  }

  /// The label beside a data file that names it, or the file itself.
  static Path labelOf(Path data) {
    for (String end : List.of(".xml", ".lblx", ".XML")) {
      Path label = Filing.sibling(data, end);
      if (!label.equals(data) && Files.isRegularFile(label)) {
        try (Arena arena = Arena.ofConfined()) {
          String name = data.getFileName().toString();
          if (Pds4.read(Bytes.map(label, arena)).files().stream()
              .anyMatch(area -> area.fileName().equals(name))) {
            return label;
          }
        } catch (IOException | MalformedDataException _) {
          // no label of this file
        }
      }
    }
    return data;
  }

  static Cube open(Neighbours file, Bytes bytes, Arena arena) throws IOException {
    Pds4Label label = Pds4.read(bytes);
    for (FileArea area : label.files()) {
      if (!area.arrays().isEmpty()) {
        return array(file, label, area, arena);
      }
    }
    for (FileArea area : label.files()) {
      for (Pds4Table table : area.tables()) {
        if (SpectrumTable.isSpectrum(table)) {
          Bytes data = data(file, area, arena);
          List<Defect> defects = defects(label, area, data);
          return SpectrumTable.open(table, data, defects, arena);
        }
      }
    }
    if (!label.defects().isEmpty()) {
      throw new MalformedDataException(label.defects().getFirst());
    }
    throw new MalformedDataException(
        label.source(),
        new Place.Whole(),
        label.productClass(),
        "an Array_2D, an Array_3D or a table of wavelength and reflectance",
        "none of these");
  }

  /// The sigmas of the one spectrum that a label's table is; none where it has no such column.
  static Optional<double[]> sigma(Neighbours file, Bytes bytes, Arena arena) throws IOException {
    Pds4Label label = Pds4.read(bytes);
    if (label.files().stream().anyMatch(area -> !area.arrays().isEmpty())) {
      return Optional.empty();
    }
    for (FileArea area : label.files()) {
      for (Pds4Table table : area.tables()) {
        Optional<Pds4Table.Field> field = SpectrumTable.sigmaField(table);
        if (SpectrumTable.isSpectrum(table) && field.isPresent()) {
          TableValues values = TableValues.read(table, data(file, area, arena));
          return Optional.of(values.numbers(field.get()));
        }
      }
    }
    return Optional.empty();
  }

  static Bytes data(Neighbours label, FileArea area, Arena arena) throws IOException {
    Optional<Path> file = label.named(area.fileName());
    if (file.isEmpty()) {
      throw new MalformedDataException(
          label.file().toString(),
          new Place.Path(area.path() + "/File/file_name"),
          "file_name",
          "a file beside the label",
          "there is no " + area.fileName());
    }
    return Bytes.map(file.get(), arena);
  }

  static List<Defect> defects(Pds4Label label, FileArea area, Bytes data) {
    List<Defect> defects = new ArrayList<>(label.defects());
    defects.addAll(Pds4.check(label, area, data));
    return defects;
  }

  private static Cube array(Neighbours file, Pds4Label label, FileArea area, Arena arena)
      throws IOException {
    Bytes data = data(file, area, arena);
    List<Defect> defects = defects(label, area, data);
    Pds4Array array = area.arrays().getFirst();
    if (area.arrays().size() > 1) {
      defects.add(
          defect(
              label,
              array,
              "one cube a file",
              area.arrays().size() + " arrays; the first is read"));
    }
    Layout layout = layout(label, array, defects);
    long size = layout.bytes();
    if (array.offset() > data.size() || size > data.size() - array.offset()) {
      throw new MalformedDataException(
          defect(
              label,
              array,
              "an array within " + area.fileName(),
              "it ends at byte "
                  + (array.offset() + size)
                  + ", the file has "
                  + data.size()
                  + " bytes"));
    }
    for (Pds4Table table : area.tables()) {
      overlap(label, array, size, table).ifPresent(defects::add);
    }
    Container container =
        new Container(
            "PDS4",
            layout.type(),
            layout.interleave(),
            Scale.of(array.scalingFactor(), array.valueOffset()),
            noData(label, array, defects),
            List.of(),
            List.of());
    Axis axis = axis(label, area, array, layout.bands(), data, defects);
    Raster raster = new Raster(data.slice(array.offset(), size, "data"), layout);
    return new RasterCube(raster, axis, container.withDefects(defects), arena);
  }

  /// Bytes that a table and the array both claim: one of the offsets is wrong.
  private static Optional<Defect> overlap(
      Pds4Label label, Pds4Array array, long size, Pds4Table table) {
    long end = table.offset() + table.records() * table.recordLength();
    if (table.offset() >= array.offset() + size || array.offset() >= end) {
      return Optional.empty();
    }
    String found =
        "bytes %d to %d, where the table '%s' has %d to %d"
            .formatted(array.offset(), array.offset() + size, table.name(), table.offset(), end);
    return Optional.of(defect(label, array, "an object's own bytes", found));
  }

  /// Lines, samples and bands by the names of the axes; by their order where the names are others.
  private static Layout layout(Pds4Label label, Pds4Array array, List<Defect> defects) {
    int count = array.axes().size();
    int[] slots = new int[count]; // 0 line, 1 sample, 2 band
    boolean known = true;
    for (int i = 0; i < count; i++) {
      slots[i] = slot(array.axes().get(i).name());
      known &= slots[i] >= 0 && (count == 3 || slots[i] < 2);
    }
    if (!known || Arrays.stream(slots).distinct().count() != count) {
      String names = array.axes().stream().map(Pds4Array.Axis::name).toList().toString();
      String taken = count == 2 ? "line, sample" : "band, line, sample";
      defects.add(defect(label, array, "axes Line, Sample, Band", names + ", taken for " + taken));
      slots = count == 2 ? new int[] {0, 1} : new int[] {2, 0, 1};
    }
    long[] strides = new long[3];
    int[] lengths = {1, 1, 1};
    long stride = array.type().type().bytes();
    for (int i = count - 1; i >= 0; i--) {
      lengths[slots[i]] = array.axes().get(i).elements();
      strides[slots[i]] = stride;
      stride = times(label, array, stride, lengths[slots[i]]);
    }
    strides[2] = count == 2 ? stride : strides[2];
    return new Layout(
        lengths[0],
        lengths[1],
        lengths[2],
        array.type().type(),
        array.type().order(),
        strides[0],
        strides[1],
        strides[2]);
  }

  private static long times(Pds4Label label, Pds4Array array, long stride, int length) {
    if (stride > Long.MAX_VALUE / 4 / length) {
      throw new MalformedDataException(
          defect(label, array, "elements of an array", "more than 2^61 bytes"));
    }
    return stride * length;
  }

  private static int slot(String axis) {
    return switch (axis.toLowerCase(Locale.ROOT)) {
      case "line", "lines", "y" -> 0;
      case "sample", "samples", "column", "x" -> 1;
      case "band", "bands", "wavelength", "wavenumber", "channel", "spectral" -> 2;
      default -> -1;
    };
  }

  private static OptionalDouble noData(Pds4Label label, Pds4Array array, List<Defect> defects) {
    if (array.noData().isEmpty()) {
      return OptionalDouble.empty();
    }
    double first = array.noData().getFirst().value();
    if (array.noData().stream().anyMatch(constant -> constant.value() != first)) {
      defects.add(
          defect(
              label,
              array,
              "one number that means no data",
              array.noData() + "; only " + first + " becomes NaN"));
    }
    return OptionalDouble.of(first);
  }

  private static Axis axis(
      Pds4Label label,
      FileArea area,
      Pds4Array array,
      int bands,
      Bytes data,
      List<Defect> defects) {
    AxisReading reading =
        new AxisReading(bands, (clause, found) -> defect(label, array, clause, found), defects);
    for (Pds4Table table : area.tables()) {
      Optional<Pds4Table.Field> centre = SpectrumTable.axisField(table);
      if (centre.isPresent() && table.records() == bands) {
        TableValues values = TableValues.read(table, data);
        return reading.read(
            values.numbers(centre.get()),
            centre.get().unit(),
            table.field("Full Width").map(values::numbers).orElse(new double[0]),
            table.field("Good").map(values::numbers).orElse(new double[0]));
      }
      if (centre.isPresent()) {
        String found =
            "%d in the table '%s' for %d bands: not used"
                .formatted(table.records(), table.name(), bands);
        defects.add(defect(label, array, "a wavelength a band", found));
      }
    }
    List<Pds4Array.Band> bins =
        array.axes().stream()
            .map(Pds4Array.Axis::bands)
            .filter(list -> !list.isEmpty())
            .findFirst()
            .orElse(List.of());
    return reading.read(
        bins.stream().mapToDouble(Pds4Array.Band::centre).toArray(),
        bins.isEmpty() ? Optional.empty() : bins.getFirst().unit(),
        bins.stream().mapToDouble(bin -> bin.width().orElse(Double.NaN)).toArray(),
        new double[0]);
  }

  private static Defect defect(Pds4Label label, Pds4Array array, String clause, String found) {
    return new Defect(label.source(), array.place(), array.path(), clause, found);
  }
}
