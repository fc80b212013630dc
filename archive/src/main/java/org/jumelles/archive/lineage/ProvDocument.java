package org.jumelles.archive.lineage;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One product's history as PROV-JSON [W3C Member Submission 24 April 2013].
///
/// @param product the identity of what was made
/// @param inputs the identities of what it was made from
/// @param files name and SHA-256 of each file
public record ProvDocument(
    String product,
    String recipe,
    String recipeVersion,
    Map<String, String> parameters,
    List<String> inputs,
    Map<String, String> files,
    Lineage lineage) {
  public static final String FILE_NAME = "prov.json";
  private static final JsonFactory JSON = new JsonFactory();

  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("prefix");
      json.writeStringProperty("jumelles", "urn:jumelles:");
      json.writeEndObject();
      entities(json);
      activity(json);
      agents(json);
      relations(json);
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private String activityId() {
    return "jumelles:activity:" + product;
  }

  private static String productId(String identity) {
    return "jumelles:product:" + identity;
  }

  private void entities(JsonGenerator json) {
    json.writeObjectPropertyStart("entity");
    json.writeObjectPropertyStart(productId(product));
    files.forEach((name, sha256) -> json.writeStringProperty("jumelles:file:" + name, sha256));
    json.writeEndObject();
    inputs.stream()
        .distinct()
        .forEach(
            input -> {
              json.writeObjectPropertyStart(productId(input));
              json.writeEndObject();
            });
    json.writeEndObject();
  }

  private void activity(JsonGenerator json) {
    json.writeObjectPropertyStart("activity");
    json.writeObjectPropertyStart(activityId());
    json.writeStringProperty("prov:startTime", lineage.startedAt().toString());
    json.writeStringProperty("prov:endTime", lineage.endedAt().toString());
    json.writeStringProperty("jumelles:recipe", recipe);
    json.writeStringProperty("jumelles:recipeVersion", recipeVersion);
    json.writeStringProperty("jumelles:codeCommit", lineage.codeCommit());
    parameters.forEach((name, value) -> json.writeStringProperty("jumelles:p:" + name, value));
    json.writeEndObject();
    json.writeEndObject();
  }

  private void agents(JsonGenerator json) {
    json.writeObjectPropertyStart("agent");
    for (int i = 0; i < lineage.agents().size(); i++) {
      json.writeObjectPropertyStart(agentId(i));
      agent(json, lineage.agents().get(i));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private String agentId(int index) {
    return activityId() + ":agent" + index;
  }

  private static void agent(JsonGenerator json, Agent agent) {
    switch (agent) {
      case Agent.Software(String name, String version) -> {
        json.writeStringProperty("prov:type", "prov:SoftwareAgent");
        json.writeStringProperty("prov:label", name);
        json.writeStringProperty("jumelles:version", version);
      }
      case Agent.Operator(String name) -> {
        json.writeStringProperty("prov:type", "prov:Person");
        json.writeStringProperty("prov:label", name);
      }
      case Agent.Programme(String name, Agent.Accountable accountable) -> {
        json.writeStringProperty("prov:type", "prov:Organization");
        json.writeStringProperty("prov:label", name);
        switch (accountable) {
          case Agent.Accountable.Known(String organisation, String role, String source) -> {
            json.writeStringProperty("jumelles:accountable", organisation);
            json.writeStringProperty("prov:role", role);
            json.writeStringProperty("jumelles:source", source);
          }
          case Agent.Accountable.NotKnown(String reason) ->
              json.writeStringProperty("jumelles:accountableNotKnown", reason);
        }
      }
    }
  }

  private void relations(JsonGenerator json) {
    json.writeObjectPropertyStart("wasGeneratedBy");
    relation(json, "_:g0", "prov:entity", productId(product), "prov:activity", activityId());
    json.writeEndObject();
    json.writeObjectPropertyStart("used");
    for (int i = 0; i < inputs.size(); i++) {
      String input = productId(inputs.get(i));
      relation(json, "_:u" + i, "prov:activity", activityId(), "prov:entity", input);
    }
    json.writeEndObject();
    json.writeObjectPropertyStart("wasAssociatedWith");
    for (int i = 0; i < lineage.agents().size(); i++) {
      relation(json, "_:a" + i, "prov:activity", activityId(), "prov:agent", agentId(i));
    }
    json.writeEndObject();
  }

  private static void relation(
      JsonGenerator json, String id, String oneName, String one, String otherName, String other) {
    json.writeObjectPropertyStart(id);
    json.writeStringProperty(oneName, one);
    json.writeStringProperty(otherName, other);
    json.writeEndObject();
  }
}
