package org.jumelles.service;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// An OpenID Connect issuer over real HTTP that checks what it is asked as a strict one does, and
/// signs whatever a test tells it to.
final class MockIssuer implements AutoCloseable {
  static final String CLIENT = "jumelles-client";
  static final String SECRET = "client:secret/with+odd signs";
  static final String SUBJECT = "auth0|ann";

  /// How the ID token is spoilt, where it is.
  enum Signing {
    RIGHT,
    NONE,
    HMAC_WITH_PUBLIC_KEY,
    OTHER_KEY
  }

  private final HttpServer server;
  private final Instant now;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final AtomicInteger given = new AtomicInteger();
  final AtomicInteger keyRequests = new AtomicInteger();
  private RSAKey key;
  Signing signing = Signing.RIGHT;
  UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();
  String shownIssuer;

  MockIssuer(Instant now) throws Exception {
    this.now = now;
    this.key = newKey("first");
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    this.shownIssuer = issuer();
    server.createContext("/realm/.well-known/openid-configuration", this::configuration);
    server.createContext("/realm/authorize", this::authorize);
    server.createContext("/realm/token", this::token);
    server.createContext("/realm/keys", this::keys);
    server.start();
  }

  private static RSAKey newKey(String id) throws Exception {
    return new RSAKeyGenerator(2048).keyID(id).generate();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/realm";
  }

  void rotate() throws Exception {
    key = newKey("second");
  }

  private void configuration(HttpExchange exchange) throws IOException {
    json(
        exchange,
        200,
        "{\"issuer\":\""
            + shownIssuer
            + "\",\"authorization_endpoint\":\""
            + issuer()
            + "/authorize\",\"token_endpoint\":\""
            + issuer()
            + "/token\",\"jwks_uri\":\""
            + issuer()
            + "/keys\"}");
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyRequests.incrementAndGet();
    json(exchange, 200, new JWKSet(key.toPublicJWK()).toString());
  }

  /// Lets Ann in without asking, and sends her back with a code.
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
    boolean right =
        query.getOrDefault("response_type", "").equals("code")
            && query.getOrDefault("client_id", "").equals(CLIENT)
            && query.getOrDefault("scope", "").contains("openid")
            && query.getOrDefault("code_challenge_method", "").equals("S256")
            && query.getOrDefault("code_challenge", "").length() == 43
            && query.getOrDefault("nonce", "").length() >= 20;
    if (!right) {
      json(exchange, 400, "{\"error\":\"invalid_request\"}");
      return;
    }
    String code = "code" + given.incrementAndGet();
    codes.put(code, query);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            query.get("redirect_uri")
                + "?code="
                + code
                + "&state="
                + query.get("state")
                + "&iss="
                + URI.create(issuer()));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":client%3Asecret%2Fwith%2Bodd+signs")
                        .getBytes(StandardCharsets.US_ASCII));
    boolean right =
        asked != null
            && expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && form.getOrDefault("grant_type", "").equals("authorization_code")
            && form.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))
            && hash(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
    if (!right) {
      json(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    JWTClaimsSet.Builder builder = standard().audience(CLIENT).claim("nonce", asked.get("nonce"));
    json(
        exchange,
        200,
        "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"id_token\":\""
            + signed(JOSEObjectType.JWT, claims.apply(builder).build())
            + "\"}");
  }

  private JWTClaimsSet.Builder standard() {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .subject(SUBJECT)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plusSeconds(300)));
  }

  /// An access token for an audience, of a type, with claims changed.
  String accessToken(String type, String audience, UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(new JOSEObjectType(type), change.apply(standard().audience(audience)).build());
  }

  private String signed(JOSEObjectType type, JWTClaimsSet set) {
    try {
      return switch (signing) {
        case NONE -> new PlainJWT(set).serialize();
        case HMAC_WITH_PUBLIC_KEY -> {
          SignedJWT jwt =
              new SignedJWT(
                  new JWSHeader.Builder(JWSAlgorithm.HS256).type(type).keyID("first").build(), set);
          jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
          yield jwt.serialize();
        }
        case RIGHT, OTHER_KEY -> {
          RSAKey used = signing == Signing.RIGHT ? key : newKey(key.getKeyID());
          SignedJWT jwt =
              new SignedJWT(
                  new JWSHeader.Builder(JWSAlgorithm.RS256)
                      .type(type)
                      .keyID(used.getKeyID())
                      .build(),
                  set);
          jwt.sign(new RSASSASigner(used));
          yield jwt.serialize();
        }
      };
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static String hash(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      form.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void json(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
