package org.jumelles.archive.bucket;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where a store in a bucket lies, without any secret, such as
/// `s3://mission/mars?endpoint=http%3A%2F%2F127.0.0.1%3A9000&region=eu-west-3&cache=20000000000`.
///
/// @param prefix of all keys, ends in `/` or is empty
/// @param endpoint of a server other than Amazon's
/// @param region as the server names it; empty where the environment tells it
/// @param cacheBytes how much of it may lie on this machine for readers
public record BucketUrl(
    String bucket,
    String prefix,
    Optional<URI> endpoint,
    Optional<String> region,
    long cacheBytes) {
  public static final long DEFAULT_CACHE_BYTES = 10_000_000_000L;
  private static final String SCHEME = "s3://";
  private static final String BUCKET = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]";
  private static final String FOLDERS = "((?!\\.+/)[A-Za-z0-9!_.*'()-]+/)*";

  /// @throws IllegalArgumentException where a part is no name that every server takes
  public BucketUrl {
    if (!bucket.matches(BUCKET)) {
      throw new IllegalArgumentException(
          "'" + bucket + "' is no bucket: 3 to 63 small letters, digits, dots and hyphens");
    }
    if (!prefix.matches(FOLDERS)) {
      throw new IllegalArgumentException(
          "'" + prefix + "' is no prefix: folders of letters, digits and !_.*'(), each ended by /");
    }
    endpoint.ifPresent(BucketUrl::checkEndpoint);
    if (region.isPresent() && !region.get().matches("[A-Za-z0-9-]{1,40}")) {
      throw new IllegalArgumentException("'" + region.get() + "' is no region");
    }
    if (cacheBytes < 1) {
      throw new IllegalArgumentException("a cache of " + cacheBytes + " bytes holds nothing");
    }
  }

  private static void checkEndpoint(URI endpoint) {
    String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    if (!web || endpoint.getHost() == null || endpoint.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "'" + endpoint + "' is no endpoint: http://HOST:PORT or https://HOST, without a user");
    }
  }

  /// @throws IllegalArgumentException telling what of the text is wrong
  public static BucketUrl parse(String text) {
    if (!text.startsWith(SCHEME)) {
      throw new IllegalArgumentException("'" + text + "' is no s3://BUCKET/PREFIX");
    }
    String[] halves = text.substring(SCHEME.length()).split("\\?", 2);
    String[] names = halves[0].split("/", 2);
    String prefix = names.length < 2 ? "" : names[1];
    Map<String, String> query = query(halves.length < 2 ? "" : halves[1]);
    Optional<URI> endpoint = Optional.ofNullable(query.remove("endpoint")).map(BucketUrl::uri);
    Optional<String> region = Optional.ofNullable(query.remove("region"));
    String cache = query.remove("cache");
    if (!query.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + text + "' has " + query.keySet() + "; there are endpoint, region and cache");
    }
    return new BucketUrl(
        names[0],
        prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/",
        endpoint,
        region,
        cache == null ? DEFAULT_CACHE_BYTES : bytes(cache));
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new TreeMap<>();
    for (String part : text.isEmpty() ? List.<String>of() : List.of(text.split("&", -1))) {
      String[] pair = part.split("=", 2);
      if (pair.length < 2 || query.containsKey(pair[0])) {
        throw new IllegalArgumentException("'" + part + "' is no NAME=VALUE, once each");
      }
      query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    return query;
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + text + "' is no endpoint: " + e.getReason(), e);
    }
  }

  private static long bytes(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("cache=" + text + " is no number of bytes");
    }
    return Long.parseLong(text);
  }

  public BucketUrl at(URI server) {
    return new BucketUrl(bucket, prefix, Optional.of(server), region, cacheBytes);
  }

  public BucketUrl withCacheBytes(long bytes) {
    return new BucketUrl(bucket, prefix, endpoint, region, bytes);
  }

  /// Whether both name the same bytes, however much of them is kept here.
  public boolean isSamePlace(BucketUrl other) {
    return bucket.equals(other.bucket)
        && prefix.equals(other.prefix)
        && endpoint.equals(other.endpoint);
  }

  /// As people name a key: with bucket and prefix.
  public String named(String key) {
    return SCHEME + bucket + "/" + prefix + key;
  }

  /// The whole, as [#parse] reads it.
  @Override
  public String toString() {
    List<String> query = new ArrayList<>();
    endpoint.ifPresent(
        uri -> query.add("endpoint=" + URLEncoder.encode(uri.toString(), StandardCharsets.UTF_8)));
    region.ifPresent(name -> query.add("region=" + name));
    if (cacheBytes != DEFAULT_CACHE_BYTES) {
      query.add("cache=" + cacheBytes);
    }
    return named("") + (query.isEmpty() ? "" : "?" + String.join("&", query));
  }
}
