package org.jumelles.service.login;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Accounts;
import org.jumelles.archive.account.Login;
import org.jumelles.kernel.time.Moment;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Caller;
import org.jumelles.service.exchange.Json;
import org.jumelles.service.exchange.Parameters;
import org.jumelles.service.exchange.Refusal;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes.Route;
import org.jumelles.service.login.Issuer.BadTokenException;

/// `/login`, `/login/callback`, `/logout`, `/api/account`, and who comes with a session or a JWT.
public final class Logins {
  private static final System.Logger LOG = System.getLogger(Logins.class.getName());
  private static final String LOGIN_COOKIE = "jumelles-login";

  private final Optional<LoginSettings> settings;
  private final Optional<Issuer> issuer;
  private final Optional<Accounts> accounts;
  private final Supplier<Moment> clock;
  private final Kept<Attempt> attempts;
  private final Kept<Login> sessions;

  /// @param settings empty where nobody logs in by an issuer
  public Logins(
      Optional<LoginSettings> settings, Optional<Accounts> accounts, Supplier<Moment> clock) {
    this.settings = settings.filter(_ -> accounts.isPresent());
    this.issuer = this.settings.map(told -> new Issuer(told, clock));
    this.accounts = accounts;
    this.clock = clock;
    this.attempts = new Kept<>(10_000, TimeUnit.MINUTES.toNanos(10), clock);
    this.sessions = new Kept<>(10_000, TimeUnit.HOURS.toNanos(8), clock);
  }

  /// Whether people can log in here.
  public boolean areOffered() {
    return issuer.isPresent();
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/login", (request, _) -> begin(request)),
        Route.get("/login/callback", (request, _) -> end(request)),
        Route.post("/logout", (request, _) -> leave(request)),
        Route.get("/api/account", (request, _) -> account(request)));
  }

  /// Whose access token this is.
  ///
  /// @throws IOException where the issuer cannot be asked
  public Optional<Account> bearer(String token) throws IOException {
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    try {
      return account(issuer.get().bearer(token));
    } catch (BadTokenException _) {
      return Optional.empty();
    }
  }

  /// Whose session a request is of: it ends with the account, from the next request on.
  public Optional<Account> session(Request request) {
    return cookie(request, sessionCookie())
        .flatMap(sessions::find)
        .flatMap(login -> accounts.flatMap(open -> open.byLogin(login, clock.get())));
  }

  private Optional<Account> account(String subject) {
    return accounts.flatMap(
        open -> open.byLogin(new Login(settings.orElseThrow().issuer(), subject), clock.get()));
  }

  private Issuer required() {
    return issuer.orElseThrow(
        () -> Refusal.missing("nobody logs in here by an issuer; show a token instead"));
  }

  private Answer begin(Request request) {
    Issuer asked = required();
    String next = Parameters.of(request.rawQuery(), Set.of("next")).text("next").orElse("/");
    Attempt attempt = Attempt.of(local(next));
    try {
      String address = asked.authorization(attempt);
      attempts.put(attempt.state(), attempt);
      return seeOther(address)
          .with("Set-Cookie", set(LOGIN_COOKIE, attempt.browser(), "/login", 600));
    } catch (IOException e) {
      return unreachable(e);
    }
  }

  private Answer end(Request request) {
    Issuer asked = required();
    Parameters given =
        Parameters.of(
            request.rawQuery(),
            Set.of(
                "code",
                "state",
                "iss",
                "session_state",
                "scope",
                "error",
                "error_description",
                "error_uri",
                "authuser",
                "prompt",
                "hd"));
    Attempt attempt =
        given
            .text("state")
            .flatMap(attempts::take)
            .filter(one -> cookie(request, LOGIN_COOKIE).map(one::isOf).orElse(false))
            .orElseThrow(
                () ->
                    Refusal.bad("this login was not begun in this browser, or has ended already"));
    String told = settings.orElseThrow().issuer();
    if (!given.text("iss").orElse(told).equals(told)) {
      throw Refusal.bad("the answer is of another issuer");
    }
    String code =
        given.text("code").orElseThrow(() -> Refusal.forbidden("the issuer did not let you in"));
    try {
      String subject = asked.subject(code, attempt);
      if (account(subject).isEmpty()) {
        throw Refusal.forbidden(
            "The issuer knows you as '" + subject + "', and no account here is entered by that");
      }
      String secret = Attempt.secret();
      sessions.put(secret, new Login(told, subject));
      return seeOther(attempt.next())
          .with(
              "Set-Cookie",
              set(sessionCookie(), secret, "/", 8 * 3600)
                  + "\n"
                  + set(LOGIN_COOKIE, "", "/login", 0));
    } catch (BadTokenException e) {
      LOG.log(System.Logger.Level.WARNING, "a login failed: {0}", e.getMessage());
      throw Refusal.forbidden("The issuer's answer does not prove who you are");
    } catch (IOException e) {
      return unreachable(e);
    }
  }

  private Answer leave(Request request) {
    cookie(request, sessionCookie()).ifPresent(sessions::take);
    return seeOther("/").with("Set-Cookie", set(sessionCookie(), "", "/", 0));
  }

  private Answer account(Request request) {
    Caller caller = request.caller();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("known", caller.isKnown());
    json.put("name", caller.name());
    json.put("orcid", caller.orcid().orElse(""));
    json.put("login", areOffered());
    return Json.answer(json).with("Cache-Control", "private, no-store");
  }

  private static Answer unreachable(IOException e) {
    LOG.log(System.Logger.Level.WARNING, "the issuer cannot be asked: {0}", e.getMessage());
    return Answer.of(503, Answer.TEXT, "The issuer cannot be asked now; try again shortly\n")
        .with("Retry-After", "10");
  }

  private static Answer seeOther(String address) {
    return Answer.empty(303).with("Location", address).with("Cache-Control", "no-store");
  }

  /// A path of this service, and nothing that a browser could take for another.
  private static String local(String next) {
    return next.matches("/([A-Za-z0-9._~!$&'()*+,;=:@%?-][A-Za-z0-9._~!$&'()*+,;=:@%?/-]*)?")
        ? next
        : "/";
  }

  /// A name that browsers take over https only, and from no other host.
  private String sessionCookie() {
    return settings.map(LoginSettings::isEncrypted).orElse(false) ? "__Host-jumelles" : "jumelles";
  }

  private String set(String name, String value, String path, int seconds) {
    boolean secure = settings.map(LoginSettings::isEncrypted).orElse(false);
    return name
        + "="
        + value
        + "; Path="
        + path
        + "; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }

  private static Optional<String> cookie(Request request, String name) {
    return Stream.of(request.header("cookie").orElse("").split("[;,]", -1))
        .map(String::strip)
        .filter(one -> one.startsWith(name + "="))
        .map(one -> one.substring(name.length() + 1))
        .filter(value -> !value.isEmpty() && value.length() < 200)
        .findFirst();
  }
}
