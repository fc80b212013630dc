package org.jumelles.ryugu.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.SampleLedger;
import org.jumelles.ryugu.sample.SampleName;

/// A sample as a PhysicalObject of the DataCite Metadata Schema 4.5, in the JSON that its service
/// takes; IGSN identifiers are registered so.
public final class DataCiteRecord {
  private DataCiteRecord() {}

  public static Map<String, Object> of(
      SampleLedger ledger, Fact.Sample sample, Registration registration) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    Registration.igsn(sample)
        .filter(igsn -> igsn.startsWith("10."))
        .ifPresent(doi -> attributes.put("doi", doi));
    attributes.put("creators", List.of(Registration.map("name", registration.registrant())));
    attributes.put("titles", List.of(Registration.map("title", "Sample " + sample.name())));
    attributes.put("publisher", Registration.map("name", registration.registrant()));
    attributes.put("publicationYear", Integer.parseInt(registration.recordedUtc().substring(0, 4)));
    attributes.put(
        "types",
        Registration.map(
            "resourceTypeGeneral",
            "PhysicalObject",
            "resourceType",
            Registration.words(sample.form())));
    sample
        .date()
        .ifPresent(
            date ->
                attributes.put(
                    "dates",
                    List.of(Registration.map("date", date.toString(), "dateType", "Created"))));
    attributes.put(
        "alternateIdentifiers",
        List.of(
            Registration.map(
                "alternateIdentifier",
                sample.name().given(),
                "alternateIdentifierType",
                "sample name")));
    attributes.put("relatedIdentifiers", related(ledger, sample));
    attributes.put("sizes", sample.mass().map(mass -> List.of(mass.toString())).orElse(List.of()));
    attributes.put(
        "descriptions",
        List.of(
            Registration.map(
                "description",
                MaterialSampleRecord.description(ledger, sample),
                "descriptionType",
                "Abstract")));
    attributes.put("schemaVersion", "http://datacite.org/schema/kernel-4.5");
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("type", "dois");
    data.put("attributes", attributes);
    return Registration.map("data", data);
  }

  private static List<Map<String, Object>> related(SampleLedger ledger, Fact.Sample sample) {
    List<Map<String, Object>> related = new ArrayList<>();
    for (Fact.Portion portion : sample.parents()) {
      related.add(relation(ledger, portion.parent(), "IsDerivedFrom"));
    }
    for (SampleName child : ledger.children(sample.name())) {
      related.add(relation(ledger, child, "IsSourceOf"));
    }
    related.removeIf(Map::isEmpty);
    return related;
  }

  /// Empty for a sample without an IGSN: a name that nobody can resolve is no related identifier.
  private static Map<String, Object> relation(
      SampleLedger ledger, SampleName name, String relationType) {
    return ledger
        .sample(name)
        .flatMap(Registration::igsn)
        .map(
            igsn -> {
              Map<String, Object> relation = new LinkedHashMap<>();
              relation.put("relatedIdentifier", igsn);
              relation.put("relatedIdentifierType", igsn.startsWith("10.") ? "DOI" : "IGSN");
              relation.put("relationType", relationType);
              relation.put("resourceTypeGeneral", "PhysicalObject");
              return relation;
            })
        .orElse(Map.of());
  }
}
