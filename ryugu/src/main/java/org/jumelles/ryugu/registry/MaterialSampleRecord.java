package org.jumelles.ryugu.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.ryugu.sample.Condition;
import org.jumelles.ryugu.sample.Fact;
import org.jumelles.ryugu.sample.Mass;
import org.jumelles.ryugu.sample.SampleLedger;
import org.jumelles.ryugu.sample.SampleName;

/// A sample as a `MaterialSampleRecord` of iSamples core 1.0, for an IGSN.
public final class MaterialSampleRecord {
  private MaterialSampleRecord() {}

  public static Map<String, Object> of(
      SampleLedger ledger, Fact.Sample sample, Registration registration) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("sample_identifier", Registration.uri(sample));
    record.put("label", sample.name().given());
    record.put("description", description(ledger, sample));
    record.put(
        "has_sample_object_type",
        List.of(Registration.map("label", Registration.words(sample.form()))));
    record.put("keywords", List.of(Registration.map("keyword", "162173 Ryugu")));
    record.put("produced_by", producedBy(sample));
    List<Map<String, Object>> related = related(ledger, sample);
    if (!related.isEmpty()) {
      record.put("related_resource", related);
    }
    record.put("curation", curation(ledger, sample));
    record.put(
        "registrant", Registration.map("name", registration.registrant(), "role", "registrant"));
    record.put("last_modified_time", registration.recordedUtc());
    return record;
  }

  static String description(SampleLedger ledger, Fact.Sample sample) {
    StringBuilder text = new StringBuilder(Registration.words(sample.form()));
    sample
        .mass()
        .map(Mass::toString)
        .ifPresent(mass -> text.append(", first weight ").append(mass));
    text.append("; condition: ").append(Condition.of(ledger, sample.name()));
    if (Registration.igsn(sample).isEmpty()) {
      text.append("; no IGSN is recorded, the identifier is a placeholder");
    }
    return text.toString();
  }

  private static Map<String, Object> producedBy(Fact.Sample sample) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("label", sample.process().orElse("origin not told"));
    sample.date().ifPresent(date -> event.put("result_time", date.toString()));
    sample
        .name()
        .chamber()
        .ifPresent(letter -> event.put("description", "catcher chamber " + letter));
    return event;
  }

  private static List<Map<String, Object>> related(SampleLedger ledger, Fact.Sample sample) {
    List<Map<String, Object>> related = new ArrayList<>();
    for (Fact.Portion portion : sample.parents()) {
      related.add(relation(ledger, portion.parent(), "derived_from"));
    }
    for (SampleName child : ledger.children(sample.name())) {
      related.add(relation(ledger, child, "source_of"));
    }
    return related;
  }

  private static Map<String, Object> relation(
      SampleLedger ledger, SampleName name, String relationship) {
    Map<String, Object> relation = new LinkedHashMap<>();
    relation.put("label", name.given());
    relation.put("relationship", relationship);
    relation.put(
        "target",
        ledger.sample(name).map(Registration::uri).orElse(Registration.placeholder(name.given())));
    return relation;
  }

  private static Map<String, Object> curation(SampleLedger ledger, Fact.Sample sample) {
    Map<String, Object> curation = new LinkedHashMap<>();
    curation.put("curation_location", ledger.place(sample.name()).orElse("not told"));
    curation.put("description", "condition: " + Condition.of(ledger, sample.name()));
    return curation;
  }
}
