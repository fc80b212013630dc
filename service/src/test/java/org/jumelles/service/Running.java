package org.jumelles.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;

/// A service over a sample archive, on loopback and a free port, and a client.
final class Running implements AutoCloseable {
  private final Archive archive;
  final Product waveforms;
  private final WebService service;
  private final HttpClient client = HttpClient.newHttpClient();

  Running(Path folder) throws IOException {
    this(folder, 1L << 30);
  }

  Running(Path folder, long maximumAnswerBytes) throws IOException {
    this(folder, maximumAnswerBytes, Conduct.usual());
  }

  Running(Path folder, long maximumAnswerBytes, Conduct conduct) throws IOException {
    this(folder, new Address("127.0.0.1", 0, 64, maximumAnswerBytes), conduct);
  }

  /// On a port that is known beforehand.
  Running(Path folder, int port, Conduct conduct) throws IOException {
    this(folder, new Address("127.0.0.1", port, 64, 1L << 30), conduct);
  }

  private Running(Path folder, Address address, Conduct conduct) throws IOException {
    archive = Archive.open(folder.resolve("archive"));
    waveforms = new SampleArchive(archive, Files.createDirectories(folder.resolve("work"))).fill();
    service = WebService.start(archive, address, conduct);
  }

  Archive archive() {
    return archive;
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + service.port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path)).version(HttpClient.Version.HTTP_1_1);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(String path) throws Exception {
    return send(request(path));
  }

  HttpResponse<byte[]> post(String path, String body) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /// Returns when all visits are noted; the archive stays open.
  void stopService() throws IOException {
    service.close();
  }

  @Override
  public void close() throws IOException {
    client.close();
    service.close();
    archive.close();
  }
}
