package org.jumelles.service.login;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Short questions to an issuer: little time, little memory, no redirects.
final class Wire implements ResourceRetriever {
  private static final int LARGEST_BYTES = 256 << 10;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// What came back.
  record Reply(int status, String text) {}

  Reply ask(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<InputStream> response =
          client.send(
              request.timeout(PATIENCE).header("Accept", "application/json").build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
        if (bytes.length > LARGEST_BYTES) {
          throw new IOException("the issuer answers with more than " + LARGEST_BYTES + " bytes");
        }
        return new Reply(response.statusCode(), new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the issuer was asked", e);
    }
  }

  Reply get(URI address) throws IOException {
    Reply reply = ask(HttpRequest.newBuilder(address));
    if (reply.status() != 200) {
      throw new IOException("the issuer answers " + reply.status() + " at " + address);
    }
    return reply;
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    try {
      return new Resource(get(url.toURI()).text(), "application/json");
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
