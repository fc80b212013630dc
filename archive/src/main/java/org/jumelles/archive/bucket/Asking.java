package org.jumelles.archive.bucket;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Asks a server again while it is away or overburdened, and says in one sentence what it refused.
final class Asking {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  private final BucketUrl url;

  Asking(BucketUrl url) {
    this.url = url;
  }

  @FunctionalInterface
  interface Question<T> {
    T ask() throws IOException;
  }

  <T> T ask(String key, Question<T> question) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        return question.ask();
      } catch (SdkException e) {
        if (!isPassing(e) || System.nanoTime() > end) {
          throw told(key, e);
        }
      }
      sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  /// Whether the same question may be answered later: no connection, no time, no room.
  private static boolean isPassing(SdkException e) {
    if (e instanceof S3Exception s3) {
      return (s3.statusCode() >= 500 && s3.statusCode() != 501)
          || s3.statusCode() == 429
          || s3.statusCode() == 409;
    }
    return e instanceof SdkClientException && hasIoCause(e);
  }

  private static boolean hasIoCause(Throwable e) {
    Throwable cause = e.getCause();
    if (cause instanceof UnknownHostException) {
      return false;
    }
    return cause != null && (cause instanceof IOException || hasIoCause(cause));
  }

  private IOException told(String key, SdkException e) {
    String server = url.endpoint().map(uri -> "the server at " + uri).orElse("Amazon S3");
    if (!(e instanceof S3Exception s3)) {
      boolean noCredentials = String.valueOf(e.getMessage()).contains("credentials");
      return new IOException(
          noCredentials
              ? "no credentials for "
                  + url.named("")
                  + " were found: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
              : server + " gave no answer for " + url.named(key) + ": " + e.getMessage(),
          e);
    }
    String code = s3.awsErrorDetails() == null ? "" : s3.awsErrorDetails().errorCode();
    String why = s3.statusCode() + (code == null || code.isEmpty() ? "" : " " + code);
    return switch (s3.statusCode()) {
      case 404 ->
          "NoSuchBucket".equals(code)
              ? new NoSuchFileException(url.named(""), null, server + " has no such bucket")
              : new NoSuchFileException(url.named(key));
      case 401, 403 ->
          new AccessDeniedException(
              url.named(key), null, server + " refuses these credentials (" + why + ")");
      case 301, 307 ->
          new IOException(url.named("") + " is in another region than asked for (" + why + ")", e);
      default -> new IOException(server + " refused " + url.named(key) + ": " + why, e);
    };
  }

  private static void sleep(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the object store", e);
    }
  }
}
