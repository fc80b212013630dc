package org.jumelles.service.exchange;

import tools.jackson.databind.json.JsonMapper;

/// JSON documents (RFC 8259) from maps, lists, strings, numbers, booleans and optionals.
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value) + "\n";
  }

  public static Answer answer(Object value) {
    return Answer.of(200, Answer.JSON, text(value));
  }
}
