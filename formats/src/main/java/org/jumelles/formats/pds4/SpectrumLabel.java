package org.jumelles.formats.pds4;

import static org.jumelles.formats.pds4.LabelElements.bytes;
import static org.jumelles.formats.pds4.LabelElements.element;
import static org.jumelles.formats.pds4.LabelElements.reference;
import static org.jumelles.formats.pds4.LabelElements.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlWriter;

/// A label of a new Product_Observational after the dictionary of spectral libraries: one spectrum
/// of one specimen as a table of characters.
///
/// Words of closed lists are the caller's, who knows the dictionary; what is not known of the
/// specimen is nil where the dictionary allows it.
///
/// @param logicalIdentifier six parts
/// @param comment what a reader must know of how the label came to be
/// @param table stands alone in the file; records end in carriage return and line feed
public record SpectrumLabel(
    String logicalIdentifier,
    String title,
    String comment,
    DataFile file,
    Pds4Table table,
    Specimen specimen,
    Measurement measurement) {
  /// The edition of the information model that the label follows.
  public static final String MODEL = "1.22.0.0";

  private static final String SPECLIB = "http://pds.nasa.gov/pds4/speclib/v1";
  private static final String SCHEMAS =
      Pds4.NAMESPACE
          + " https://pds.nasa.gov/pds4/pds/v1/PDS4_PDS_1M00.xsd "
          + SPECLIB
          + " https://pds.nasa.gov/pds4/speclib/v1/PDS4_SPECLIB_1M00_1500.xsd";

  /// The file that the table is in.
  public record DataFile(String name, long sizeBytes, String md5) {}

  /// A thing that the archives have an identifier of.
  ///
  /// @param type in their words, such as Mission or Asteroid
  public record Registered(String name, String type, String identifier) {}

  /// What was measured.
  ///
  /// @param type such as Returned Asteroid Sample
  /// @param origin Natural, Natural-Doped or Synthetic
  /// @param organicType Inorganic, Mixture or Organic; none where it is not known
  /// @param materialType such as Single Particle
  /// @param texture Particulate or Nonparticulate
  /// @param source what it was taken from, where that is known
  /// @param investigation that it came by
  /// @param body that it came from
  public record Specimen(
      String id,
      String description,
      String type,
      String origin,
      Optional<String> organicType,
      String materialType,
      String texture,
      Optional<String> source,
      Optional<String> collectedAt,
      Optional<Registered> investigation,
      Optional<Registered> body) {}

  /// How it was measured.
  ///
  /// @param type such as Reflectance
  /// @param axis Wavelength or Wavenumber
  /// @param day in ISO 8601, where it is known
  public record Measurement(
      String instrument,
      String type,
      String axis,
      double least,
      double greatest,
      String unit,
      Optional<String> day,
      String producer) {}

  public static void write(OutputStream out, SpectrumLabel label) throws IOException {
    XmlWriter writer = new XmlWriter(out);
    writer.element(
        LabelElements.product(
            SCHEMAS,
            Map.of("speclib", SPECLIB),
            List.of(
                LabelElements.identification(label.logicalIdentifier, label.title, MODEL),
                label.observation(),
                label.fileArea())));
    writer.finish();
  }

  private XmlElement observation() {
    List<XmlElement> parts = new ArrayList<>();
    parts.add(text("comment", comment + " " + LabelElements.PLACEHOLDERS));
    parts.add(element("Time_Coordinates", time("start_date_time"), time("stop_date_time")));
    parts.add(
        element(
            "Primary_Result_Summary",
            text("purpose", "Science"),
            text("processing_level", "Derived")));
    Registered came =
        specimen.investigation.orElse(
            new Registered(
                "not known", "Other Investigation", placeholder("investigation:not_known")));
    parts.add(
        element(
            "Investigation_Area",
            text("name", came.name),
            text("type", came.type),
            reference(came.identifier, "data_to_investigation")));
    parts.add(
        element(
            "Observing_System",
            element(
                "Observing_System_Component",
                text("name", measurement.instrument),
                text("type", "Instrument"),
                instrument())));
    parts.add(element("Target_Identification", text("name", specimen.id), text("type", "Sample")));
    specimen.body.ifPresent(
        body ->
            parts.add(
                element(
                    "Target_Identification",
                    text("name", body.name),
                    text("type", body.type),
                    reference(body.identifier, "data_to_target"))));
    parts.add(element("Discipline_Area", library()));
    return element("Observation_Area", parts);
  }

  private XmlElement time(String name) {
    return measurement
        .day
        .map(day -> text(name, day + "Z"))
        .orElseGet(() -> LabelElements.nil(name));
  }

  private static String placeholder(String end) {
    return "urn:placeholder:jumelles:context:" + end;
  }

  /// Of laboratory instruments few are registered, and those of a curation facility not at all.
  private XmlElement instrument() {
    String word = measurement.instrument.toLowerCase(java.util.Locale.ROOT);
    return reference(
        placeholder("instrument:" + word.replaceAll("[^a-z0-9._-]+", "_")), "is_instrument");
  }

  private XmlElement library() {
    return spec(
        "Spectral_Library_Product",
        List.of(parameters(), classification(), spec("measurement_segments", "1"), measured()));
  }

  private XmlElement parameters() {
    List<XmlElement> parts = new ArrayList<>();
    parts.add(spec("specimen_id", specimen.id));
    parts.add(spec("specimen_description", specimen.description));
    specimen.source.ifPresent(source -> parts.add(spec("source_specimen_id", source)));
    parts.add(
        specimen
            .collectedAt
            .map(place -> spec("specimen_collection_location", place))
            .orElseGet(() -> LabelElements.nil(speclib("specimen_collection_location"))));
    parts.add(LabelElements.nil(speclib("specimen_owner_location")));
    parts.add(LabelElements.nil(speclib("specimen_owner_name")));
    return spec("Specimen_Parameters", parts);
  }

  private XmlElement classification() {
    List<XmlElement> parts = new ArrayList<>();
    parts.add(spec("specimen_type", specimen.type));
    parts.add(spec("material_origin", specimen.origin));
    if (specimen.origin.equals("Synthetic")) {
      parts.add(spec("synthetic_type", "Entirely Synthetic"));
    }
    parts.add(spec("material_state", "Solid"));
    specimen.organicType.ifPresent(type -> parts.add(spec("organic_type", type)));
    parts.add(spec("material_type", specimen.materialType));
    parts.add(spec("material_subtype", specimen.texture));
    return spec("Specimen_Classification", parts);
  }

  private XmlElement measured() {
    List<XmlElement> parts = new ArrayList<>();
    parts.add(spec("segment_number", "1"));
    parts.add(
        spec(
            "Measurement_Instrument",
            List.of(spec("instrument_name", measurement.instrument), instrument())));
    parts.add(spec("measurement_type", measurement.type));
    parts.add(spec("spectral_range_parameter_name", measurement.axis));
    parts.add(spec("spectral_range_min", String.valueOf(measurement.least)));
    parts.add(spec("spectral_range_max", String.valueOf(measurement.greatest)));
    parts.add(spec("spectral_range_unit_name", measurement.unit));
    measurement.day.ifPresent(day -> parts.add(spec("measurement_date_time", day)));
    parts.add(spec("data_producer_name", measurement.producer));
    parts.add(spec("data_provider_name", measurement.producer));
    return spec("Measurement_Parameters", parts);
  }

  private XmlElement fileArea() {
    List<XmlElement> record = new ArrayList<>();
    record.add(text("fields", table.fields().size()));
    record.add(text("groups", 0));
    record.add(bytes("record_length", table.recordLength()));
    int number = 1;
    for (Pds4Table.Field field : table.fields()) {
      List<XmlElement> parts = new ArrayList<>();
      parts.add(text("name", field.name()));
      parts.add(text("field_number", number++));
      parts.add(bytes("field_location", field.location()));
      parts.add(text("data_type", field.dataType()));
      parts.add(bytes("field_length", field.length()));
      field.unit().ifPresent(unit -> parts.add(text("unit", unit)));
      field.noData().stream()
          .findFirst()
          .ifPresent(
              none -> parts.add(element("Special_Constants", text("missing_constant", none))));
      record.add(element("Field_Character", parts));
    }
    return element(
        "File_Area_Observational",
        LabelElements.file(file.name, file.sizeBytes, file.md5),
        element(
            "Table_Character",
            text("name", table.name()),
            bytes("offset", table.offset()),
            text("records", table.records()),
            text("record_delimiter", "Carriage-Return Line-Feed"),
            element("Record_Character", record)));
  }

  private static XmlElement spec(String name, String value) {
    return new XmlElement(speclib(name), value);
  }

  private static XmlElement spec(String name, List<XmlElement> parts) {
    return new XmlElement(speclib(name), List.of(), parts);
  }

  private static QName speclib(String local) {
    return new QName(SPECLIB, local, "speclib");
  }
}
