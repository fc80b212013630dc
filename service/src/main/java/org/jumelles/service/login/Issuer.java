package org.jumelles.service.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One issuer, asked for its addresses and keys when they are first needed and every hour; a key
/// that is not known makes it ask again, twice in half a minute at most.
final class Issuer {
  /// Only keys that the issuer alone can sign with: no `none`, and no secret that is shared.
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int SKEW_S = 60;
  private static final long KNOWN_FOR_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final long RATE_MILLIS = 30_000;
  private static final Set<JOSEObjectType> ACCESS_TOKEN =
      Set.of(new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"));

  /// Issuers often leave the type out, or name it where it says nothing.
  private static final Set<JOSEObjectType> ANY_JWT = anyJwt();

  private final LoginSettings settings;
  private final Supplier<Moment> clock;
  private final Wire wire = new Wire();
  private final ReentrantLock asking = new ReentrantLock();
  private @Nullable Known known;

  Issuer(LoginSettings settings, Supplier<Moment> clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private record Known(Discovery discovery, JWKSource<SecurityContext> keys, long atNanos) {}

  /// Something that is not what it should be; the sentence tells no secret.
  static final class BadTokenException extends Exception {
    private static final long serialVersionUID = 1;

    BadTokenException(String sentence) {
      super(sentence);
    }
  }

  private Known known() throws IOException {
    asking.lock();
    try {
      Known before = known;
      if (before != null && System.nanoTime() - before.atNanos < KNOWN_FOR_NANOS) {
        return before;
      }
      Discovery discovery = Discovery.ask(wire, settings.issuer());
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.<SecurityContext>create(discovery.keys().toURL(), wire)
              .refreshAheadCache(false)
              .rateLimited(RATE_MILLIS)
              .build();
      Known fresh = new Known(discovery, keys, System.nanoTime());
      known = fresh;
      return fresh;
    } finally {
      asking.unlock();
    }
  }

  /// Where to send a browser.
  String authorization(Attempt attempt) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("scope", "openid");
    query.put("client_id", settings.clientId());
    query.put("redirect_uri", settings.redirect());
    query.put("state", attempt.state());
    query.put("nonce", attempt.nonce());
    query.put("code_challenge", attempt.challenge());
    query.put("code_challenge_method", "S256");
    String address = known().discovery().authorization().toString();
    return address + (address.contains("?") ? "&" : "?") + form(query);
  }

  /// Whom a code stands for.
  String subject(String code, Attempt attempt) throws IOException, BadTokenException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", settings.redirect());
    form.put("client_id", settings.clientId());
    form.put("code_verifier", attempt.verifier());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(known().discovery().token())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(form)));
    settings.clientSecret().ifPresent(secret -> request.header("Authorization", basic(secret)));
    Wire.Reply reply = wire.ask(request);
    if (reply.status() != 200) {
      throw new BadTokenException("the issuer does not take the code (" + reply.status() + ")");
    }
    try {
      String token = JsonMapper.shared().readTree(reply.text()).path("id_token").asString("");
      JWTClaimsSet claims = verified(token, ANY_JWT, settings.clientId(), Set.of("nonce"));
      boolean ours =
          claims.getAudience().size() == 1
              || settings.clientId().equals(claims.getStringClaim("azp"));
      if (!attempt.nonce().equals(claims.getStringClaim("nonce")) || !ours) {
        throw new BadTokenException("the ID token is for another login");
      }
      return claims.getSubject();
    } catch (JacksonException | ParseException _) {
      throw new BadTokenException("the issuer's answer cannot be read");
    }
  }

  /// Whom an access token stands for [RFC9068]. Without an audience of its own, a token must say by
  /// its type that it is one: an ID token opens nothing.
  String bearer(String token) throws IOException, BadTokenException {
    Optional<String> own =
        settings.audience().filter(audience -> !audience.equals(settings.clientId()));
    Set<JOSEObjectType> types = new HashSet<>(ACCESS_TOKEN);
    own.ifPresent(_ -> types.addAll(ANY_JWT));
    return verified(token, types, own.orElse(settings.clientId()), Set.of()).getSubject();
  }

  private JWTClaimsSet verified(
      String token, Set<JOSEObjectType> types, String audience, Set<String> alsoRequired)
      throws IOException, BadTokenException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(types));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, known().keys()));
    Set<String> required =
        Stream.concat(Stream.of("sub", "iat", "exp"), alsoRequired.stream())
            .collect(Collectors.toSet());
    processor.setJWTClaimsSetVerifier(new Claims(settings.issuer(), audience, required, now()));
    try {
      return processor.process(token, null);
    } catch (RateLimitReachedException _) {
      throw new BadTokenException("the token is signed by a key that the issuer does not have");
    } catch (KeySourceException e) {
      throw new IOException("the issuer's keys cannot be had", e);
    } catch (BadJOSEException | JOSEException | ParseException e) {
      throw new BadTokenException("the token is no good: " + String.valueOf(e.getMessage()));
    }
  }

  /// The verifier takes null for a type that is left out.
  private static Set<JOSEObjectType> anyJwt() {
    return new HashSet<>(Arrays.asList(JOSEObjectType.JWT, null));
  }

  private Instant now() {
    return Instant.ofEpochMilli(Utc.unixNanos(clock.get()) / 1_000_000);
  }

  /// What a token must claim at an instant.
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    private final Instant now;

    Claims(String issuer, String audience, Set<String> required, Instant now) {
      super(audience, new JWTClaimsSet.Builder().issuer(issuer).build(), required);
      this.now = now;
      setMaxClockSkew(SKEW_S);
    }

    @Override
    protected Date currentTime() {
      return Date.from(now);
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
        throws BadJWTException {
      super.verify(claims, context);
      if (claims.getIssueTime().toInstant().isAfter(now.plusSeconds(SKEW_S))) {
        throw new BadJWTException("issued in the future");
      }
    }
  }

  /// [RFC6749] section 2.3.1.
  private String basic(String secret) {
    String both = encoded(settings.clientId()) + ":" + encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String form(Map<String, String> values) {
    return values.entrySet().stream()
        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
