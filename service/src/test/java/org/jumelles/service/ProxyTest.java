package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Links behind a proxy that speaks TLS, and whose word on them is believed.
class ProxyTest {
  private static final String OURS = "https://data.example.org";

  /// Answers in which links stand that begin with the service's own address.
  private static final List<String> LINKED =
      List.of(
          "/stac",
          "/stac/api",
          "/stac/collections",
          "/stac/search",
          "/tap/capabilities",
          "/tap/sync?REQUEST=doQuery&LANG=ADQL&QUERY=SELECT+*+FROM+epn_core",
          "/fdsnws/dataselect/1/application.wadl",
          "/fdsnws/station/1/query?level=channel",
          "/alerts.atom");

  @TempDir Path folder;

  private Running serving(Proxy proxy) throws Exception {
    return new Running(folder, 1L << 30, Conduct.usual().behind(proxy));
  }

  private static Proxy trusting(String whom) {
    return new Proxy(Optional.empty(), Optional.of(whom));
  }

  private static HttpRequest.Builder forwarded(Running running, String path) {
    return running
        .request(path)
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "data.example.org");
  }

  @Test
  void everyLinkSaysThePublicAddress() throws Exception {
    try (Running running = serving(new Proxy(Optional.of(OURS + "/"), Optional.empty()))) {
      String own = "http://127.0.0.1:" + running.address("/").getPort();
      int linked = 0;
      for (String path : LINKED) {
        HttpResponse<byte[]> answer = running.get(path);
        assertThat(answer.statusCode()).as(path).isIn(200, 204);
        assertThat(Running.text(answer)).as(path).doesNotContain(own);
        linked += Running.text(answer).contains(OURS + "/") ? 1 : 0;
      }
      assertThat(linked).as("answers with links").isGreaterThanOrEqualTo(6);
    }
  }

  @Test
  void withoutAWordToTrustAProxyItsHeadersAreOnlyHeaders() throws Exception {
    try (Running running = serving(Proxy.NONE)) {
      String body = Running.text(running.send(forwarded(running, "/stac")));
      assertThat(body).contains("http://127.0.0.1:").doesNotContain("example.org", "https://127");
    }
  }

  @Test
  void aTrustedProxyTellsSchemeAndHost() throws Exception {
    try (Running running = serving(trusting(Proxy.LOOPBACK))) {
      assertThat(Running.text(running.send(forwarded(running, "/stac")))).contains(OURS + "/stac");
      assertThat(Running.text(running.get("/stac"))).contains("http://127.0.0.1:");
    }
  }

  @Test
  void theLastWordIsTheProxysAndNoHostIsNone() throws Exception {
    try (Running running = serving(trusting(Proxy.LOOPBACK))) {
      HttpRequest.Builder lied =
          running
              .request("/stac")
              .header("X-Forwarded-Proto", "https, http")
              .header("X-Forwarded-Host", "evil.example, good.example");
      assertThat(Running.text(running.send(lied)))
          .contains("http://good.example/stac")
          .doesNotContain("evil");
      HttpRequest.Builder noHost = running.request("/stac").header("X-Forwarded-Host", "a\"><b>");
      assertThat(Running.text(running.send(noHost)))
          .contains("http://127.0.0.1:")
          .doesNotContain("<b>");
    }
  }

  @Test
  void anotherMachineIsNotBelieved() throws Exception {
    try (Running running = serving(trusting("192.0.2.7"))) {
      assertThat(Running.text(running.send(forwarded(running, "/stac"))))
          .doesNotContain("example.org");
    }
  }

  @Test
  void whoComesByAProxyOnThisMachineIsNotThisMachinesOwner() throws Exception {
    String path = "/api/events/none/origins";
    try (Running running = serving(Proxy.NONE)) {
      assertThat(posted(running, path)).as("of this machine").isEqualTo(404);
    }
    try (Running running = serving(new Proxy(Optional.of(OURS), Optional.empty()))) {
      assertThat(posted(running, path)).as("by a proxy").isEqualTo(401);
    }
    try (Running running = serving(trusting(Proxy.LOOPBACK))) {
      assertThat(posted(running, path)).as("by a trusted proxy").isEqualTo(401);
    }
  }

  private static int posted(Running running, String path) throws Exception {
    return running
        .send(
            running
                .request(path)
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray("{}".getBytes(StandardCharsets.UTF_8))))
        .statusCode();
  }

  @Test
  void thePaceIsOfTheClientAndNotOfTheProxy() throws Exception {
    Conduct slow =
        new Conduct(Conduct.usual().clock(), 2, Optional.empty()).behind(trusting(Proxy.LOOPBACK));
    try (Running running = new Running(folder, 1L << 30, slow)) {
      for (int i = 0; i < 6; i++) {
        HttpRequest.Builder one =
            running.request("/health").header("X-Forwarded-For", "6.6.6.6, 192.0.2." + i);
        assertThat(running.send(one).statusCode()).isEqualTo(200);
      }
      int last = 200;
      for (int i = 0; i < 6; i++) {
        HttpRequest.Builder same =
            running.request("/health").header("X-Forwarded-For", i + ".6.6.6, 192.0.2.99");
        last = running.send(same).statusCode();
      }
      assertThat(last).isEqualTo(429);
    }
  }

  @Test
  void anAddressWithAPathIsRefused() {
    for (String url :
        List.of("https://a.example/path", "data.example.org", "https://u@a.example", "ftp://a")) {
      assertThatThrownBy(() -> new Proxy(Optional.of(url), Optional.empty()))
          .as(url)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(url);
    }
  }
}
