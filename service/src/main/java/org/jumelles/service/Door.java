package org.jumelles.service;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Accounts;
import org.jumelles.archive.account.Accounts.Download;
import org.jumelles.archive.account.Visit;
import org.jumelles.archive.account.VisitorsBook;
import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Utc;
import org.jumelles.service.exchange.Caller;
import org.jumelles.service.access.Pace;
import org.jumelles.service.access.Users;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.exchange.Routes;
import org.jumelles.service.exchange.Routes.Routed;
import org.jumelles.service.login.Logins;
import org.jumelles.service.page.RefusalPage;

/// Finds out who asks, keeps the pace, and notes who had which data and who was refused.
final class Door implements AutoCloseable {
  /// Who shows so many wrong tokens a minute is not listened to for a while.
  private static final int WRONG_TOKENS_PER_MINUTE = 60;

  private static final String CHALLENGE = "WWW-Authenticate";

  /// Where a token would help [RFC6750].
  private static final String BEARER = "Bearer realm=\"jumelles\"";

  private static final System.Logger LOG = System.getLogger(Door.class.getName());

  private final Optional<Accounts> accounts;
  private final Optional<VisitorsBook> book;
  private final Logins logins;
  private final Conduct conduct;
  private final Pace pace;
  private final Pace wrongTokens = new Pace(WRONG_TOKENS_PER_MINUTE, System::nanoTime);
  private final AccessLog log;
  private final Health health;

  Door(Archive archive, Conduct conduct, Health health) throws IOException {
    this.conduct = conduct;
    this.health = health;
    this.accounts = accounts(archive);
    this.book = accounts.map(VisitorsBook::new);
    this.logins = new Logins(conduct.login(), accounts, conduct.clock());
    this.pace = new Pace(conduct.requestsPerMinute(), System::nanoTime);
    this.log = new AccessLog(conduct.accessLog());
  }

  /// None where the archive lies on what cannot be written, such as a disc.
  private static Optional<Accounts> accounts(Archive archive) {
    try {
      return Optional.of(archive.accounts());
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "the accounts of {0} cannot be opened: everybody is a stranger, no visit is noted; {1}",
          archive.folder(),
          e.getMessage());
      return Optional.empty();
    }
  }

  Users users() {
    return accounts.map(open -> Users.of(open, conduct.clock())).orElse(Users.NONE);
  }

  Logins logins() {
    return logins;
  }

  void downloaded(Identity product) {
    health.downloaded();
    String day = Utc.text(conduct.clock().get()).substring(0, 10);
    book.ifPresent(open -> open.took(new Download(product, day)));
  }

  /// @param address of the client
  Answer answer(Request question, String address, Routes routes) {
    long startedNanos = System.nanoTime();
    Shown shown = shown(question, address);
    String who = shown instanceof Shown.By(Caller caller) ? caller.name() : "";
    Routed routed =
        switch (shown) {
          case Shown.By(Caller caller) -> paced(question, caller, address, routes);
          case Shown.Wrong() -> wrong(address);
          case Shown.NotKnownYet() -> new Routed("", busyIssuer());
        };
    Answer answer = dressed(question, routed.answer());
    long nanos = System.nanoTime() - startedNanos;
    health.counted(routed.template(), answer.status(), nanos);
    Visit visit =
        new Visit(
            conduct.clock().get(),
            who,
            address,
            question.method(),
            noted(question),
            answer.status());
    log.write(visit, routed.template(), nanos);
    if (isNoted(question, routed.template(), answer.status())) {
      book.ifPresent(open -> open.came(visit));
    }
    return answer;
  }

  /// What is written down of a request: an issuer's code and state are secrets while they are
  /// fresh.
  private static String noted(Request question) {
    return question.path().equals("/login/callback") ? question.path() : question.target();
  }

  /// What a request shows of who asks.
  private sealed interface Shown {
    /// Nobody, for who shows nothing.
    record By(Caller caller) implements Shown {}

    /// What is no good.
    record Wrong() implements Shown {}

    /// The issuer that could tell does not answer.
    record NotKnownYet() implements Shown {}
  }

  /// HTTP digest is checked where it is asked for.
  private Shown shown(Request question, String address) {
    Optional<String> header = question.header("authorization");
    if (header.isEmpty()) {
      return by(logins.session(question)).orElse(new Shown.By(Caller.NOBODY));
    }
    if (header.get().regionMatches(true, 0, "Digest ", 0, 7)) {
      return new Shown.By(Caller.NOBODY);
    }
    boolean bearer = header.get().regionMatches(true, 0, "Bearer ", 0, 7);
    if (!bearer || accounts.isEmpty() || wrongTokens.waitSecondsWithoutTaking(address) > 0) {
      return new Shown.Wrong();
    }
    String token = header.get().substring(7).strip();
    try {
      return by(token.startsWith(Accounts.TOKEN_PREFIX)
              ? accounts.get().bearer(token, conduct.clock().get())
              : logins.bearer(token))
          .orElse(new Shown.Wrong());
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "the issuer cannot be asked: {0}", e.getMessage());
      return new Shown.NotKnownYet();
    }
  }

  private static Optional<Shown> by(Optional<Account> account) {
    return account.map(one -> new Shown.By(Caller.of(one)));
  }

  private static Answer busyIssuer() {
    return Answer.of(503, Answer.TEXT, "The issuer of this token cannot be asked now\n")
        .with("Retry-After", "10");
  }

  private Routed wrong(String address) {
    long wait = wrongTokens.waitSeconds(address);
    return new Routed(
        "",
        wait > 0
            ? tooMany(wait)
            : Answer.of(401, Answer.TEXT, "This token opens nothing: unknown, expired or revoked\n")
                .with(CHALLENGE, BEARER + ", error=\"invalid_token\""));
  }

  private Routed paced(Request question, Caller caller, String address, Routes routes) {
    long wait = pace.waitSeconds(caller.isKnown() ? "account " + caller.name() : address);
    if (wait > 0) {
      return new Routed("", tooMany(wait));
    }
    if (writes(question) && !caller.isKnown() && !isHere(address)) {
      return new Routed(
          "", Answer.of(401, Answer.TEXT, "Who writes from another machine shows a token\n"));
    }
    try {
      return routes.routed(question.by(caller));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "no answer to " + noted(question), e);
      return new Routed(
          "", Answer.of(500, Answer.TEXT, "An error inside the service; its log tells more\n"));
    }
  }

  private static boolean writes(Request question) {
    return question.method().equals("POST") && question.path().startsWith("/api/");
  }

  /// A proxy on this machine speaks for everybody.
  private boolean isHere(String address) {
    return Proxy.isLoopback(address) && !conduct.proxy().stands();
  }

  private static Answer tooMany(long waitSeconds) {
    return Answer.of(429, Answer.TEXT, "Too many requests; ask again later\n")
        .with("Retry-After", Long.toString(waitSeconds));
  }

  /// What every answer gets by what the gate let its request have: 401 says how to show a name, and
  /// what not everybody may have is kept by no cache that others share.
  private Answer dressed(Request question, Answer answer) {
    Answer dressed = asPage(question, answer);
    if (answer.status() == 401 && !answer.headers().containsKey(CHALLENGE)) {
      dressed = dressed.with(CHALLENGE, BEARER);
    }
    if (question.trail().isPersonal()) {
      String vary = answer.headers().getOrDefault("Vary", "");
      dressed =
          dressed
              .with("Cache-Control", "private, no-store")
              .with("Vary", (vary.isEmpty() ? "" : vary + ", ") + "Authorization, Cookie");
    }
    return dressed;
  }

  /// A refusal in plain words becomes a page for a person; the FDSN services have words of their
  /// own.
  private Answer asPage(Request question, Answer answer) {
    boolean plain = answer.mediaType().equals(Answer.TEXT);
    boolean refused = answer.status() == 401 || answer.status() == 403;
    return plain
            && refused
            && question.wantsHtml()
            && !question.path().startsWith("/fdsnws/")
            && answer.content() instanceof Answer.Content.Whole(byte[] words)
        ? RefusalPage.of(
            answer.status(), new String(words, StandardCharsets.UTF_8).strip(), wayIn(question))
        : answer;
  }

  /// Where somebody without a name may log in, to come back to where they were.
  private Optional<String> wayIn(Request question) {
    boolean helps = logins.areOffered() && !question.path().startsWith("/login");
    return helps
        ? Optional.of("/login?next=" + URLEncoder.encode(question.target(), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /// Data and refusals; what is open to everybody by nature is only counted.
  private static boolean isNoted(Request question, String template, int status) {
    return status == 401
        || status == 403
        || question.trail().passes() > 0
        || template.endsWith("/origins");
  }

  /// Returns when all visits are noted.
  @Override
  public void close() throws IOException {
    book.ifPresent(VisitorsBook::close);
    log.close();
  }
}
