package org.jumelles.formats.pds4;

import static org.jumelles.formats.pds4.LabelElements.bytes;
import static org.jumelles.formats.pds4.LabelElements.nil;
import static org.jumelles.formats.pds4.LabelElements.element;
import static org.jumelles.formats.pds4.LabelElements.placeholder;
import static org.jumelles.formats.pds4.LabelElements.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlWriter;

/// A label of a new Product_Observational: one file, a table of its spectral axis, one array.
///
/// What the program cannot know (investigation, instrument, target, times) is written as nil or by
/// an identifier in `urn:placeholder:`, with a comment that says so: a curator replaces them.
///
/// @param logicalIdentifier six parts
/// @param axisTable stands in the same file
public record ProductLabel(
    String logicalIdentifier,
    String title,
    String fileName,
    long fileSizeBytes,
    String md5,
    Pds4Table axisTable,
    Pds4Array array) {
  /// The edition of the information model that the label follows.
  public static final String MODEL = "1.24.0.0";

  private static final String SCHEMA =
      Pds4.NAMESPACE + " https://pds.nasa.gov/pds4/pds/v1/PDS4_PDS_1O00.xsd";

  public static void write(OutputStream out, ProductLabel label) throws IOException {
    XmlWriter writer = new XmlWriter(out);
    writer.element(label.root());
    writer.finish();
  }

  private XmlElement root() {
    return LabelElements.product(
        SCHEMA, Map.of(), List.of(identification(), observation(), fileArea()));
  }

  private XmlElement identification() {
    return LabelElements.identification(logicalIdentifier, title, MODEL);
  }

  private static XmlElement observation() {
    return element(
        "Observation_Area",
        text("comment", LabelElements.PLACEHOLDERS),
        element("Time_Coordinates", nil("start_date_time"), nil("stop_date_time")),
        element(
            "Primary_Result_Summary",
            text("purpose", "Science"),
            text("processing_level", "Derived")),
        element(
            "Investigation_Area",
            text("name", "not known"),
            text("type", "Other Investigation"),
            placeholder("context:investigation:not_known", "data_to_investigation")),
        element(
            "Observing_System",
            element(
                "Observing_System_Component",
                text("name", "not known"),
                text("type", "Instrument"),
                placeholder("context:instrument:not_known", "is_instrument"))),
        element(
            "Target_Identification",
            text("name", "not known"),
            text("type", "Sample"),
            placeholder("context:target:not_known", "data_to_target")));
  }

  private XmlElement fileArea() {
    return element(
        "File_Area_Observational",
        LabelElements.file(fileName, fileSizeBytes, md5),
        table(),
        arrayElement());
  }

  private XmlElement table() {
    List<XmlElement> record = new ArrayList<>();
    record.add(text("fields", axisTable.fields().size()));
    record.add(text("groups", 0));
    record.add(bytes("record_length", axisTable.recordLength()));
    int number = 1;
    for (Pds4Table.Field field : axisTable.fields()) {
      List<XmlElement> parts = new ArrayList<>();
      parts.add(text("name", field.name()));
      parts.add(text("field_number", number++));
      parts.add(bytes("field_location", field.location()));
      parts.add(text("data_type", field.dataType()));
      parts.add(bytes("field_length", field.length()));
      field.unit().ifPresent(unit -> parts.add(text("unit", unit)));
      record.add(element("Field_Binary", parts));
    }
    return element(
        "Table_Binary",
        text("name", axisTable.name()),
        bytes("offset", axisTable.offset()),
        text("records", axisTable.records()),
        element("Record_Binary", record));
  }

  private XmlElement arrayElement() {
    List<XmlElement> parts = new ArrayList<>();
    parts.add(text("name", array.name()));
    parts.add(text("local_identifier", array.localIdentifier()));
    parts.add(bytes("offset", array.offset()));
    parts.add(text("axes", array.axes().size()));
    parts.add(text("axis_index_order", "Last Index Fastest"));
    List<XmlElement> numbers = new ArrayList<>();
    numbers.add(text("data_type", array.type().word()));
    array.unit().ifPresent(unit -> numbers.add(text("unit", unit)));
    if (array.scalingFactor() != 1 || array.valueOffset() != 0) {
      numbers.add(text("scaling_factor", array.scalingFactor()));
      numbers.add(text("value_offset", array.valueOffset()));
    }
    parts.add(element("Element_Array", numbers));
    int sequence = 1;
    for (Pds4Array.Axis axis : array.axes()) {
      parts.add(
          element(
              "Axis_Array",
              text("axis_name", axis.name()),
              text("elements", axis.elements()),
              text("sequence_number", sequence++)));
    }
    Optional<Pds4Array.Constant> none = array.noData().stream().findFirst();
    none.ifPresent(
        constant ->
            parts.add(
                element("Special_Constants", text(constant.name(), number(constant.value())))));
    return element(array.kind(), parts);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }
}
