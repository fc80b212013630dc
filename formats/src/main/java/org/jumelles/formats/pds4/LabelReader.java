package org.jumelles.formats.pds4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jumelles.formats.pds4.Pds4Array.Axis;
import org.jumelles.formats.pds4.Pds4Array.Band;
import org.jumelles.formats.pds4.Pds4Array.Constant;
import org.jumelles.formats.pds4.Pds4Label.FileArea;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlFields;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;

/// A label's tree to its records. An array or table that is wrong is a defect; the others are read.
final class LabelReader {
  private static final List<String> NO_DATA =
      List.of(
          "missing_constant",
          "invalid_constant",
          "unknown_constant",
          "not_applicable_constant",
          "error_constant",
          "saturated_constant");

  private final XmlFields root;
  private final String source;
  private final List<Defect> defects = new ArrayList<>();

  LabelReader(XmlFields root, String source) {
    this.root = root;
    this.source = source;
  }

  Pds4Label read() {
    XmlFields identification = root.required("Identification_Area");
    List<FileArea> files = new ArrayList<>();
    for (XmlElement child : root.element().children()) {
      String name = child.name().getLocalPart();
      if (name.startsWith("File_Area")
          && files.stream().noneMatch(f -> f.path().startsWith(root.path() + "/" + name + "["))) {
        for (XmlFields area : root.all(name)) {
          attempt(() -> files.add(file(area)));
        }
      }
    }
    return new Pds4Label(
        source,
        identification.required("logical_identifier").text().strip(),
        identification.required("version_id").text().strip(),
        identification.optional("title").map(title -> title.text().strip()).orElse(""),
        identification.required("information_model_version").text().strip(),
        identification.required("product_class").text().strip(),
        files,
        root.element(),
        defects);
  }

  private FileArea file(XmlFields area) {
    XmlFields file = area.required("File");
    List<Pds4Array> arrays = new ArrayList<>();
    List<Pds4Table> tables = new ArrayList<>();
    List<String> names =
        area.element().children().stream()
            .map(child -> child.name().getLocalPart())
            .distinct()
            .toList();
    for (String name : names) {
      for (XmlFields object : area.all(name)) {
        if (name.startsWith("Array_2D") || name.startsWith("Array_3D")) {
          attempt(() -> arrays.add(array(object, name)));
        } else if (name.startsWith("Table_") || name.equals("Inventory")) {
          attempt(() -> tables.add(TableLabel.read(object, name)));
        }
      }
    }
    Optional<XmlFields> size = file.optional("file_size");
    return new FileArea(
        area.path(),
        fileName(file.required("file_name")),
        size.isPresent() ? OptionalLong.of(size.get().integer()) : OptionalLong.empty(),
        file.optional("md5_checksum").map(md5 -> md5.text().strip()),
        arrays,
        tables);
  }

  /// A name in the label's own folder: nothing else is ever opened.
  private static String fileName(XmlFields field) {
    String name = field.text().strip();
    if (name.isEmpty()
        || name.contains("/")
        || name.contains("\\")
        || name.startsWith("..")
        || name.indexOf(0) >= 0) {
      throw field.malformed("a file in the folder of the label", "'" + name + "'");
    }
    return name;
  }

  private static Pds4Array array(XmlFields array, String kind) {
    XmlFields order = array.required("axis_index_order");
    if (!order.text().strip().equals("Last Index Fastest")) {
      throw order.malformed("Last Index Fastest", "'" + order.text().strip() + "'");
    }
    XmlFields element = array.required("Element_Array");
    XmlFields typeField = element.required("data_type");
    Pds4Type type =
        Pds4Type.of(typeField.text().strip())
            .orElseThrow(
                () ->
                    typeField.malformed(
                        "an integer or a real",
                        "'" + typeField.text().strip() + "', not supported"));
    double factor = number(element, "scaling_factor", 1);
    if (factor == 0) {
      throw element.malformed("a scaling_factor that is not zero", "0");
    }
    return new Pds4Array(
        array.element().place(),
        array.path(),
        kind,
        text(array, "name"),
        text(array, "local_identifier"),
        offset(array),
        type,
        element.optional("unit").map(unit -> unit.text().strip()),
        factor,
        number(element, "value_offset", 0),
        axes(array, kind.startsWith("Array_2D") ? 2 : 3),
        array.optional("Special_Constants").map(LabelReader::constants).orElse(List.of()));
  }

  static long offset(XmlFields object) {
    XmlFields field = object.required("offset");
    long offset = field.integer();
    if (offset < 0 || offset > 1L << 52) {
      throw field.malformed("a number of bytes in the file", String.valueOf(offset));
    }
    return offset;
  }

  private static List<Axis> axes(XmlFields array, int wanted) {
    record Numbered(long number, Axis axis) {}
    List<Numbered> numbered = new ArrayList<>();
    for (XmlFields axis : array.all("Axis_Array")) {
      XmlFields elements = axis.required("elements");
      long count = elements.integer();
      if (count < 1 || count > Integer.MAX_VALUE) {
        throw elements.malformed("at least 1", String.valueOf(count));
      }
      numbered.add(
          new Numbered(
              axis.required("sequence_number").integer(),
              new Axis(axis.required("axis_name").text().strip(), (int) count, bands(axis))));
    }
    long told = array.required("axes").integer();
    if (numbered.size() != wanted || told != wanted) {
      String found = numbered.size() + " Axis_Array, axes " + told;
      throw array.malformed(wanted + " axes", found);
    }
    numbered.sort(Comparator.comparingLong(Numbered::number));
    for (int i = 0; i < wanted; i++) {
      if (numbered.get(i).number != i + 1) {
        throw array.malformed(
            "sequence_number 1 to " + wanted + ", each once",
            numbered.stream().map(n -> String.valueOf(n.number)).toList().toString());
      }
    }
    return numbered.stream().map(Numbered::axis).toList();
  }

  private static List<Band> bands(XmlFields axis) {
    Optional<XmlFields> set = axis.optional("Band_Bin_Set");
    if (set.isEmpty()) {
      return List.of();
    }
    record Numbered(long number, Band band) {}
    List<Numbered> bands = new ArrayList<>();
    for (XmlFields bin : set.get().all("Band_Bin")) {
      XmlFields centre = bin.required("center_wavelength");
      Optional<XmlFields> width = bin.optional("band_width");
      bands.add(
          new Numbered(
              bin.required("band_number").integer(),
              new Band(
                  centre.number(),
                  width.isPresent()
                      ? OptionalDouble.of(width.get().number())
                      : OptionalDouble.empty(),
                  centre.attribute("unit"))));
    }
    bands.sort(Comparator.comparingLong(Numbered::number));
    return bands.stream().map(Numbered::band).toList();
  }

  private static List<Constant> constants(XmlFields fields) {
    List<Constant> constants = new ArrayList<>();
    for (String name : NO_DATA) {
      Optional<XmlFields> field = fields.optional(name);
      if (field.isPresent()) {
        constants.add(new Constant(name, field.get().number()));
      }
    }
    return constants;
  }

  static double number(XmlFields fields, String name, double otherwise) {
    Optional<XmlFields> field = fields.optional(name);
    return field.isPresent() ? field.get().number() : otherwise;
  }

  static String text(XmlFields fields, String name) {
    return fields.optional(name).map(field -> field.text().strip()).orElse("");
  }

  private void attempt(Runnable reading) {
    try {
      reading.run();
    } catch (MalformedDataException e) {
      defects.add(e.defect());
    }
  }
}
