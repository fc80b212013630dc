package org.jumelles.formats.pds4;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlAttribute;
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
  private static final String PLACEHOLDERS =
      "Identifiers that begin with urn:placeholder: are not registered; they stand for what the "
          + "program that wrote this label could not know.";

  public static void write(OutputStream out, ProductLabel label) throws IOException {
    XmlWriter writer = new XmlWriter(out);
    writer.element(label.root());
    writer.finish();
  }

  private XmlElement root() {
    QName location =
        new QName(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "schemaLocation", "xsi");
    return new XmlElement(
        name("Product_Observational"),
        List.of(new XmlAttribute(location, SCHEMA)),
        List.of(identification(), observation(), fileArea()),
        Map.of("", Pds4.NAMESPACE, "xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI),
        new org.jumelles.kernel.outcome.Place.LineColumn(0, 0));
  }

  private XmlElement identification() {
    return of(
        "Identification_Area",
        text("logical_identifier", logicalIdentifier),
        text("version_id", "1.0"),
        text("title", title),
        text("information_model_version", MODEL),
        text("product_class", "Product_Observational"));
  }

  private static XmlElement observation() {
    return of(
        "Observation_Area",
        text("comment", PLACEHOLDERS),
        of("Time_Coordinates", nil("start_date_time"), nil("stop_date_time")),
        of(
            "Primary_Result_Summary",
            text("purpose", "Science"),
            text("processing_level", "Derived")),
        of(
            "Investigation_Area",
            text("name", "not known"),
            text("type", "Other Investigation"),
            reference("context:investigation:not_known", "data_to_investigation")),
        of(
            "Observing_System",
            of(
                "Observing_System_Component",
                text("name", "not known"),
                text("type", "Instrument"),
                reference("context:instrument:not_known", "is_instrument"))),
        of(
            "Target_Identification",
            text("name", "not known"),
            text("type", "Sample"),
            reference("context:target:not_known", "data_to_target")));
  }

  private XmlElement fileArea() {
    return of(
        "File_Area_Observational",
        of(
            "File",
            text("file_name", fileName),
            bytes("file_size", fileSizeBytes),
            text("md5_checksum", md5)),
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
      record.add(of("Field_Binary", parts));
    }
    return of(
        "Table_Binary",
        text("name", axisTable.name()),
        bytes("offset", axisTable.offset()),
        text("records", axisTable.records()),
        of("Record_Binary", record));
  }

  private XmlElement arrayElement() {
    List<XmlElement> parts = new ArrayList<>();
    parts.add(text("name", array.name()));
    parts.add(text("local_identifier", array.localIdentifier()));
    parts.add(bytes("offset", array.offset()));
    parts.add(text("axes", array.axes().size()));
    parts.add(text("axis_index_order", "Last Index Fastest"));
    List<XmlElement> element = new ArrayList<>();
    element.add(text("data_type", array.type().word()));
    array.unit().ifPresent(unit -> element.add(text("unit", unit)));
    if (array.scalingFactor() != 1 || array.valueOffset() != 0) {
      element.add(text("scaling_factor", array.scalingFactor()));
      element.add(text("value_offset", array.valueOffset()));
    }
    parts.add(of("Element_Array", element));
    int sequence = 1;
    for (Pds4Array.Axis axis : array.axes()) {
      parts.add(
          of(
              "Axis_Array",
              text("axis_name", axis.name()),
              text("elements", axis.elements()),
              text("sequence_number", sequence++)));
    }
    Optional<Pds4Array.Constant> none = array.noData().stream().findFirst();
    none.ifPresent(
        constant ->
            parts.add(of("Special_Constants", text(constant.name(), number(constant.value())))));
    return of(array.kind(), parts);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static XmlElement reference(String end, String type) {
    return of(
        "Internal_Reference",
        text("lid_reference", "urn:placeholder:jumelles:" + end),
        text("reference_type", type));
  }

  private static XmlElement nil(String name) {
    QName nil = new QName(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil", "xsi");
    return new XmlElement(
        name(name),
        List.of(new XmlAttribute(nil, "true"), new XmlAttribute("nilReason", "unknown")),
        List.of());
  }

  private static XmlElement bytes(String name, long value) {
    return new XmlElement(
        name(name),
        List.of(new XmlAttribute("unit", "byte")),
        List.of(new org.jumelles.formats.xml.XmlText(String.valueOf(value))));
  }

  private static XmlElement text(String name, Object value) {
    return new XmlElement(name(name), String.valueOf(value));
  }

  private static XmlElement of(String name, XmlElement... parts) {
    return of(name, List.of(parts));
  }

  private static XmlElement of(String name, List<XmlElement> parts) {
    return new XmlElement(name(name), List.of(), parts);
  }

  private static QName name(String local) {
    return new QName(Pds4.NAMESPACE, local);
  }
}
