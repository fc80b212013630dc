package org.jumelles.archive.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jumelles.archive.product.Identity;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

/// A large file in parts, each hashed: S3 takes no more than 5 GiB at once, and a part that failed
/// is all that is sent again.
final class PartUpload {
  /// From here on a file goes in parts; 10,000 of them are 640 GB.
  static final long LARGEST_WHOLE_BYTES = 64L << 20;

  private static final long PART_BYTES = LARGEST_WHOLE_BYTES;

  /// One connection does not fill a line to a server far away; more would not be one file's share.
  private static final int AT_ONCE = 2;

  private final BucketUrl url;
  private final S3Client client;
  private final Asking asking;

  PartUpload(BucketUrl url, S3Client client, Asking asking) {
    this.url = url;
    this.client = client;
    this.asking = asking;
  }

  void write(String key, Path file) throws IOException {
    String full = url.prefix() + key;
    String upload =
        asking.ask(
            key,
            () ->
                client
                    .createMultipartUpload(
                        start ->
                            start
                                .bucket(url.bucket())
                                .key(full)
                                .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                    .uploadId());
    try {
      List<CompletedPart> parts = parts(key, file, upload);
      asking.ask(
          key,
          () ->
              client.completeMultipartUpload(
                  end ->
                      end.bucket(url.bucket())
                          .key(full)
                          .uploadId(upload)
                          .multipartUpload(all -> all.parts(parts))));
    } catch (IOException | RuntimeException e) {
      try {
        client.abortMultipartUpload(abort -> abort.bucket(url.bucket()).key(full).uploadId(upload));
      } catch (RuntimeException also) {
        e.addSuppressed(also);
      }
      throw e;
    }
  }

  /// Sends the parts a few at a time, each from the file's own bytes: no part lies in memory. The
  /// first that fails ends the others, those under way too: they are dropped with the upload.
  private List<CompletedPart> parts(String key, Path file, String upload) throws IOException {
    long size = Files.size(file);
    AtomicBoolean failed = new AtomicBoolean();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      CompletionService<Optional<CompletedPart>> sending = new ExecutorCompletionService<>(pool);
      int count = 0;
      for (long at = 0; at < size; at += PART_BYTES) {
        long from = at;
        long length = Math.min(PART_BYTES, size - at);
        int number = ++count;
        sending.submit(
            () -> unlessFailed(failed, () -> part(key, file, upload, number, from, length)));
      }
      try {
        List<CompletedPart> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
          sending.take().get().ifPresent(parts::add);
        }
        parts.sort(Comparator.comparing(CompletedPart::partNumber));
        return parts;
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case IOException world -> throw world;
          case RuntimeException fault -> throw fault;
          case null, default -> throw new IllegalStateException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while sending " + url.named(key), e);
      } finally {
        // After a failure nobody wants the others; after success there are none.
        pool.shutdownNow();
      }
    }
  }

  /// Empty: another part had failed before this one began.
  private static Optional<CompletedPart> unlessFailed(
      AtomicBoolean failed, Callable<CompletedPart> part) throws Exception {
    if (failed.get()) {
      return Optional.empty();
    }
    try {
      return Optional.of(part.call());
    } catch (Exception e) {
      failed.set(true);
      throw e;
    }
  }

  private CompletedPart part(
      String key, Path file, String upload, int number, long from, long length) throws IOException {
    String checksum = checksum(file, from, length);
    UploadPartRequest request =
        UploadPartRequest.builder()
            .bucket(url.bucket())
            .key(url.prefix() + key)
            .uploadId(upload)
            .partNumber(number)
            .contentLength(length)
            .checksumSHA256(checksum)
            .build();
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> open(file, from, length), length, "application/octet-stream");
    String tag = asking.ask(key, () -> client.uploadPart(request, body).eTag());
    return CompletedPart.builder().partNumber(number).eTag(tag).checksumSHA256(checksum).build();
  }

  private static String checksum(Path file, long from, long length) throws IOException {
    MessageDigest digest = Identity.sha256();
    byte[] block = new byte[1 << 18];
    try (InputStream in = open(file, from, length)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
    }
    return Base64.getEncoder().encodeToString(digest.digest());
  }

  private static InputStream open(Path file, long from, long length) {
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      channel.position(from);
      return new Limited(Channels.newInputStream(channel), length);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The first bytes of a stream.
  private static final class Limited extends java.io.FilterInputStream {
    private long left;

    Limited(InputStream in, long length) {
      super(in);
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      int one = super.read();
      left -= one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int got = super.read(into, from, (int) Math.min(length, left));
      left -= Math.max(0, got);
      return got;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
