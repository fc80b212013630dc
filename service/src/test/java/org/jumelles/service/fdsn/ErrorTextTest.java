package org.jumelles.service.fdsn;

import static org.assertj.core.api.Assertions.assertThat;

import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

class ErrorTextTest {
  @Test
  void theFormOfTheSpecificationToTheLetter() {
    String text =
        ErrorText.of(
            Dialect.DATASELECT,
            400,
            "Unrecognized query option: foo",
            "http://127.0.0.1:8470",
            "/fdsnws/dataselect/1/query?foo=1",
            Utc.parse("2026-11-23T01:02:03.004"));
    assertThat(text)
        .isEqualTo(
            """
            Error 400: Bad request

            Unrecognized query option: foo

            Usage details are available from http://127.0.0.1:8470/fdsnws/dataselect/1/

            Request:
            http://127.0.0.1:8470/fdsnws/dataselect/1/query?foo=1

            Request Submitted:
            2026-11-23T01:02:03.004000Z

            Service version:
            1.1.1
            """);
  }

  @Test
  void aRequestCannotAddLines() {
    String text =
        ErrorText.of(Dialect.EVENT, 404, "x", "", "/a\r\nSet-Cookie: b", Utc.parse("2026-01-01"));
    assertThat(text).contains("/a??Set-Cookie: b");
  }
}
