package org.jumelles.archive.store;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// The part of an OCFL inventory that fixity needs [OCFL 1.1, 3.5].
///
/// @param id the object's id, or empty
/// @param manifest SHA-256 by content path
record OcflInventory(String id, Map<String, String> manifest) {
  private static final JsonFactory JSON = new JsonFactory();

  /// @throws tools.jackson.core.JacksonException where the bytes are no JSON
  static OcflInventory read(byte[] bytes) {
    String id = "";
    Map<String, String> manifest = new TreeMap<>();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (name.equals("id") && value == JsonToken.VALUE_STRING) {
          id = json.getString();
        } else if (name.equals("manifest") && value == JsonToken.START_OBJECT) {
          manifest(json, manifest);
        } else {
          json.skipChildren();
        }
      }
    }
    return new OcflInventory(id, manifest);
  }

  private static void manifest(JsonParser json, Map<String, String> manifest) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String digest = json.currentName();
      json.nextToken();
      for (JsonToken path = json.nextToken();
          path == JsonToken.VALUE_STRING;
          path = json.nextToken()) {
        manifest.put(json.getString(), digest);
      }
    }
  }
}
