package org.jumelles.service.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/// What goes back to a client.
///
/// @param mediaType empty where there is no content
/// @param headers in the order in which they are sent; a value of several lines is sent as several
///     headers
public record Answer(int status, String mediaType, Map<String, String> headers, Content content) {
  public static final String HTML = "text/html; charset=utf-8";
  public static final String JSON = "application/json; charset=utf-8";
  public static final String TEXT = "text/plain; charset=utf-8";
  public static final String XML = "application/xml; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  /// The body of an answer.
  public sealed interface Content {

    /// In memory as a whole; shared, not copied.
    @SuppressWarnings("ArrayRecordComponent")
    record Whole(byte[] bytes) implements Content {}

    /// Written while it is made; a failure half-way cuts the connection, so that no client takes
    /// a part for the whole.
    ///
    /// @param sizeBytes where it is known beforehand
    record Streamed(OptionalLong sizeBytes, Writing writing) implements Content {}
  }

  /// Writes a streamed body; closes nothing.
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  public static Answer of(int status, String mediaType, String text) {
    return of(status, mediaType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer of(int status, String mediaType, byte[] bytes) {
    return new Answer(status, mediaType, Map.of(), new Content.Whole(bytes));
  }

  public static Answer empty(int status) {
    return of(status, "", new byte[0]);
  }

  public static Answer streamed(String mediaType, Writing writing) {
    return new Answer(
        200, mediaType, Map.of(), new Content.Streamed(OptionalLong.empty(), writing));
  }

  public static Answer streamed(int status, String mediaType, long sizeBytes, Writing writing) {
    return new Answer(
        status, mediaType, Map.of(), new Content.Streamed(OptionalLong.of(sizeBytes), writing));
  }

  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, mediaType, more, content);
  }

  /// How many bytes follow, where that is known before they are made.
  public OptionalLong sizeBytes() {
    return switch (content) {
      case Content.Whole(byte[] bytes) -> OptionalLong.of(bytes.length);
      case Content.Streamed(OptionalLong sizeBytes, Writing _) -> sizeBytes;
    };
  }
}
