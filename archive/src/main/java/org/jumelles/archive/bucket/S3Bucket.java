package org.jumelles.archive.bucket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A bucket by way of Amazon's own client, over plain blocking connections.
final class S3Bucket implements Bucket {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration SILENCE = Duration.ofSeconds(60);
  private static final int DELETED_AT_ONCE = 1000;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int PRECONDITION_FAILED = 412;

  private final BucketUrl url;
  private final S3Client client;
  private final Asking asking;

  private S3Bucket(BucketUrl url, S3Client client) {
    this.url = url;
    this.client = client;
    this.asking = new Asking(url);
  }

  static Bucket open(BucketUrl url) throws IOException {
    S3Bucket bucket = new S3Bucket(url, client(url));
    try {
      bucket.asking.ask("", () -> bucket.page("", null, 1));
    } catch (IOException | RuntimeException e) {
      bucket.close();
      throw e;
    }
    return bucket;
  }

  private static S3Client client(BucketUrl url) throws IOException {
    S3ClientBuilder builder =
        S3Client.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .credentialsProvider(DefaultCredentialsProvider.builder().build())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
            .region(region(url));
    url.endpoint().ifPresent(server -> builder.endpointOverride(server).forcePathStyle(true));
    return builder.build();
  }

  /// Said, or of the environment; other servers do not mind what it is.
  private static Region region(BucketUrl url) throws IOException {
    if (url.region().isPresent()) {
      return Region.of(url.region().get());
    }
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkClientException e) {
      if (url.endpoint().isPresent()) {
        return Region.US_EAST_1;
      }
      throw new IOException(
          "no region for " + url.named("") + " was found: set AWS_REGION, or say ?region=...", e);
    }
  }

  @Override
  public BucketUrl url() {
    return url;
  }

  @Override
  public void list(String start, Predicate<Item> goOn) throws IOException {
    String token = null;
    do {
      String from = token;
      ListObjectsV2Response page = asking.ask(start, () -> page(start, from, 1000));
      for (S3Object object : page.contents()) {
        String key = object.key().substring(url.prefix().length());
        if (!goOn.test(new Item(key, object.size()))) {
          return;
        }
      }
      token = Boolean.TRUE.equals(page.isTruncated()) ? page.nextContinuationToken() : null;
    } while (token != null);
  }

  private ListObjectsV2Response page(String start, @Nullable String token, int keys) {
    ListObjectsV2Request.Builder request =
        ListObjectsV2Request.builder()
            .bucket(url.bucket())
            .prefix(url.prefix() + start)
            .maxKeys(keys);
    if (token != null) {
      request.continuationToken(token);
    }
    return client.listObjectsV2(request.build());
  }

  @Override
  public OptionalLong sizeBytes(String key) throws IOException {
    return asking.ask(
        key,
        () -> {
          try {
            return OptionalLong.of(
                client
                    .headObject(head -> head.bucket(url.bucket()).key(url.prefix() + key))
                    .contentLength());
          } catch (S3Exception e) {
            if (e.statusCode() == 404) {
              return OptionalLong.empty();
            }
            throw e;
          }
        });
  }

  @Override
  public InputStream read(String key, long fromByte) throws IOException {
    return asking.ask(
        key,
        () ->
            client.getObject(
                get -> {
                  get.bucket(url.bucket()).key(url.prefix() + key);
                  if (fromByte > 0) {
                    get.range("bytes=" + fromByte + "-");
                  }
                }));
  }

  @Override
  public void write(String key, Path file, String sha256Hex) throws IOException {
    if (Files.size(file) > PartUpload.LARGEST_WHOLE_BYTES) {
      new PartUpload(url, client, asking).write(key, file);
      return;
    }
    PutObjectRequest request = put(key, sha256Hex).build();
    asking.ask(key, () -> client.putObject(request, RequestBody.fromFile(file)));
  }

  private PutObjectRequest.Builder put(String key, String sha256Hex) {
    return PutObjectRequest.builder()
        .bucket(url.bucket())
        .key(url.prefix() + key)
        .checksumSHA256(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256Hex)));
  }

  @Override
  public boolean create(String key, byte[] bytes, String sha256Hex) throws IOException {
    return asking.ask(
        key,
        () -> {
          try {
            client.putObject(
                put(key, sha256Hex).ifNoneMatch("*").build(), RequestBody.fromBytes(bytes));
            return true;
          } catch (S3Exception e) {
            if (e.statusCode() == PRECONDITION_FAILED) {
              return false;
            }
            if (e.statusCode() != NOT_IMPLEMENTED) {
              throw e;
            }
          }
          return createWithoutCondition(key, bytes, sha256Hex);
        });
  }

  /// For servers that know no conditions: whoever calls holds the object's lock.
  private boolean createWithoutCondition(String key, byte[] bytes, String sha256Hex)
      throws IOException {
    if (sizeBytes(key).isPresent()) {
      return false;
    }
    client.putObject(put(key, sha256Hex).build(), RequestBody.fromBytes(bytes));
    return true;
  }

  @Override
  public void delete(Collection<String> keys) throws IOException {
    List<String> all = new ArrayList<>(keys);
    for (int from = 0; from < all.size(); from += DELETED_AT_ONCE) {
      List<ObjectIdentifier> some =
          all.subList(from, Math.min(from + DELETED_AT_ONCE, all.size())).stream()
              .map(key -> ObjectIdentifier.builder().key(url.prefix() + key).build())
              .toList();
      List<S3Error> errors =
          asking.ask(
              all.get(from),
              () ->
                  client
                      .deleteObjects(
                          request ->
                              request
                                  .bucket(url.bucket())
                                  .delete(what -> what.objects(some).quiet(true)))
                      .errors());
      if (!errors.isEmpty()) {
        S3Error first = errors.getFirst();
        throw new IOException("the server did not delete " + first.key() + ": " + first.code());
      }
    }
  }

  @Override
  public void abandonUploads(String start) throws IOException {
    List<MultipartUpload> open =
        asking.ask(
            start,
            () ->
                client
                    .listMultipartUploads(
                        request -> request.bucket(url.bucket()).prefix(url.prefix() + start))
                    .uploads());
    for (MultipartUpload upload : open) {
      if (upload.key().startsWith(url.prefix() + start)) {
        asking.ask(
            start,
            () ->
                client.abortMultipartUpload(
                    request ->
                        request
                            .bucket(url.bucket())
                            .key(upload.key())
                            .uploadId(upload.uploadId())));
      }
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
