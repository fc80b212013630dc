package org.jumelles.ryugu.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.ImageRegion;
import org.jumelles.ryugu.sample.SampleLedger;

/// An analysis as a product of the Astromaterials Data Archive, profile adaVNMIR (JSON-LD).
public final class AdaRecord {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final String PROFILE = "ada:profile/adaVNMIR";

  private AdaRecord() {}

  /// @throws IllegalArgumentException where the analysis has no product: a record of data without
  ///     data is none
  public static Map<String, Object> of(
      SampleLedger ledger, Fact.Analysis analysis, Registration registration) {
    Fact.Sample sample = ledger.sample(analysis.name()).orElseThrow();
    String product =
        analysis
            .product()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "analysis "
                            + analysis.id()
                            + " names no product; ADA describes data, record its field 'product'"));
    String id = Registration.placeholder(analysis.id());
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("@context", context());
    record.put("@id", id);
    record.put("@type", List.of("schema:Dataset", "schema:Product"));
    record.put(
        "schema:additionalType",
        List.of(
            analysis.region().isPresent() ? "ada:VNMIRSpectralMap" : "ada:VNMIRPoint",
            "ada:DataDeliveryPackage"));
    record.put("schema:name", analysis.technique() + " of " + sample.name());
    record.put("schema:description", description(ledger, analysis, sample));
    record.put("schema:identifier", id);
    record.put("schema:dateModified", registration.recordedUtc());
    record.put(
        "schema:creator",
        Registration.map(
            "@list",
            List.of(
                Registration.map(
                    "@type", "schema:Organization", "schema:name", registration.registrant()))));
    record.put(
        "schema:measurementTechnique",
        Registration.map("@type", "schema:DefinedTerm", "schema:name", analysis.technique()));
    record.put("prov:wasGeneratedBy", List.of(event(analysis, sample)));
    record.put("schema:distribution", List.of(download(product)));
    record.put("schema:subjectOf", subject(id, registration));
    return record;
  }

  private static Map<String, Object> context() {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("schema", "http://schema.org/");
    context.put("ada", "https://ada.astromat.org/metadata/");
    context.put("prov", "http://www.w3.org/ns/prov#");
    context.put("dcterms", "http://purl.org/dc/terms/");
    context.put("spdx", "http://spdx.org/rdf/terms#");
    return context;
  }

  private static String description(
      SampleLedger ledger, Fact.Analysis analysis, Fact.Sample sample) {
    StringBuilder text = new StringBuilder(MaterialSampleRecord.description(ledger, sample));
    analysis
        .region()
        .map(ImageRegion::corners)
        .ifPresent(
            corners -> {
              text.append("; region in lines, samples:");
              corners.forEach(
                  pixel ->
                      text.append(' ').append(pixel.line()).append(',').append(pixel.sample()));
            });
    return text.toString();
  }

  private static Map<String, Object> event(Fact.Analysis analysis, Fact.Sample sample) {
    Map<String, Object> instrument = new LinkedHashMap<>();
    instrument.put("@type", List.of("schema:Thing", "prov:Entity", "nxs:BaseClass/NXinstrument"));
    instrument.put("schema:name", analysis.instrument().orElse("not told"));
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put(
        "@type",
        List.of(
            "schema:Thing",
            "https://w3id.org/isample/vocabulary/materialsampleobjecttype/materialsample"));
    thing.put("schema:additionalType", List.of(Registration.words(sample.form())));
    thing.put("schema:identifier", List.of(sample.name().given(), Registration.uri(sample)));
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("@type", List.of("prov:Activity", "schema:Event"));
    event.put("prov:used", List.of(instrument));
    event.put("schema:mainEntity", List.of(thing));
    event.put("schema:identifier", analysis.id());
    event.put("schema:startDate", analysis.date().toString());
    return event;
  }

  /// Without `@type`: the resolved schema allows `schema:DataDownload` alone there, and then asks
  /// of the same array what no array of it can hold.
  private static Map<String, Object> download(String product) {
    Map<String, Object> download = new LinkedHashMap<>();
    download.put("schema:additionalType", List.of("ada:VNMIRSpectralMap"));
    download.put("schema:name", product);
    if (SHA256.matcher(product).matches()) {
      Map<String, Object> checksum = new LinkedHashMap<>();
      checksum.put("spdx:algorithm", "SHA256");
      checksum.put("spdx:checksumValue", product);
      download.put("spdx:checksum", checksum);
    }
    return download;
  }

  private static Map<String, Object> subject(String id, Registration registration) {
    Map<String, Object> subject = new LinkedHashMap<>();
    subject.put("@type", "schema:Dataset");
    subject.put("@id", id + "#metadata");
    subject.put("schema:about", Registration.map("@id", id));
    subject.put("dcterms:conformsTo", List.of(Registration.map("@id", PROFILE)));
    subject.put("schema:sdDatePublished", registration.recordedUtc());
    return subject;
  }
}
