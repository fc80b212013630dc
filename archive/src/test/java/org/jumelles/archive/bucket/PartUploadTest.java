package org.jumelles.archive.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a large file's parts look like to a server: how many at a time, in which order they are
/// named at the end, and what becomes of them where one is refused.
class PartUploadTest {
  private static final Pattern PART = Pattern.compile("partNumber=(\\d+)");
  private static final Pattern TOLD =
      Pattern.compile("<ETag>(?:&quot;|\")?part-(\\d+)(?:&quot;|\")?</ETag>");
  private static final long PART_BYTES = 64L << 20;
  private static final String SHA = "0".repeat(64);

  @TempDir Path folder;
  private HttpServer server;
  private BucketUrl url;
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final Map<Integer, Long> sizes = new ConcurrentHashMap<>();
  private final List<String> ends = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile int refused;

  @BeforeEach
  void start() throws Exception {
    System.setProperty("aws.accessKeyId", S3Server.USER);
    System.setProperty("aws.secretAccessKey", S3Server.SECRET);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    url =
        BucketUrl.parse("s3://parts/mars")
            .at(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getRawQuery());
    Matcher part = PART.matcher(query);
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        if (!part.find()) {
          throw new AssertionError(query);
        }
        take(exchange, Integer.parseInt(part.group(1)));
      }
      case "POST" -> {
        String body = text(exchange);
        if (query.contains("uploadId=")) {
          ends.add(body);
          say(exchange, 200, "<CompleteMultipartUploadResult/>");
        } else {
          say(
              exchange,
              200,
              "<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>");
        }
      }
      case "DELETE" -> {
        ends.add("aborted while " + now.get() + " were sent");
        say(exchange, 204, "");
      }
      default ->
          say(
              exchange,
              200,
              "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
    }
  }

  /// The first part is the slowest, so that the others are through before it; where one of them is
  /// refused, the first has no answer at all.
  private void take(HttpExchange exchange, int number) throws IOException {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
    try (InputStream in = exchange.getRequestBody()) {
      sizes.put(number, in.transferTo(java.io.OutputStream.nullOutputStream()));
      if (number == 1 && refused > 0) {
        over.await();
      }
      Thread.sleep(number == 1 ? 1500 : 100);
    } catch (InterruptedException e) {
      throw new IOException(e);
    } finally {
      now.decrementAndGet();
    }
    if (number == refused) {
      say(exchange, 400, "<Error><Code>BadDigest</Code></Error>");
      return;
    }
    exchange.getResponseHeaders().set("ETag", "\"part-" + number + "\"");
    say(exchange, 200, "");
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void say(HttpExchange exchange, int status, String words) throws IOException {
    byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  /// Holes on the disk, bytes on the line.
  private Path file(long bytes) throws IOException {
    Path file = folder.resolve("large.bin");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(bytes);
    }
    return file;
  }

  @Test
  void twoPartsAreUnderWayAndAllAreNamedInOrder() throws Exception {
    try (Bucket bucket = Bucket.open(url)) {
      bucket.write("key", file(3 * PART_BYTES + 5), SHA);
    }
    assertThat(most).hasValue(2);
    assertThat(sizes).isEqualTo(Map.of(1, PART_BYTES, 2, PART_BYTES, 3, PART_BYTES, 4, 5L));
    assertThat(ends).hasSize(1);
    assertThat(TOLD.matcher(ends.getFirst()).results().map(found -> found.group(1)))
        .containsExactly("1", "2", "3", "4");
  }

  @Test
  @Timeout(60)
  void oneRefusedPartEndsTheUpload() throws Exception {
    refused = 2;
    try (Bucket bucket = Bucket.open(url)) {
      Path file = file(6 * PART_BYTES);
      assertThatThrownBy(() -> bucket.write("key", file, SHA))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("BadDigest");
    }
    assertThat(ends).hasSize(1);
    assertThat(ends.getFirst()).startsWith("aborted");
    assertThat(sizes).as("the others are not begun").doesNotContainKeys(3, 4, 5, 6);
  }
}
