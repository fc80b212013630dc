package org.jumelles.cli.serve;

import org.jumelles.cli.answer.Answer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.Archive;
import org.jumelles.archive.account.Account;
import org.jumelles.archive.account.Accounts;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.service.Address;
import org.jumelles.service.Conduct;
import org.jumelles.service.WebService;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where to listen, and how to treat those who come: the same for every command that serves.
public final class ListenOption {
  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = {
        "Address to listen on (${DEFAULT-VALUE}, which keeps other machines out). Any other wants",
        "an account with a token, password or login, or --open."
      })
  private String host = "127.0.0.1";

  @Option(
      names = "--open",
      description = "Let other machines in though nobody has an account: open data are for all.")
  private boolean open;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "" + Address.DEFAULT_PORT,
      description = "Port on that address (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Requests a minute for each user or address; 0 for no limit (${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Append one JSON object a request.")
  private @Nullable Path accessLog;

  @Mixin private ProxyOption proxy = new ProxyOption();
  @Mixin private LoginOption login = new LoginOption();
  @Mixin private SeedLinkOption seedLink = new SeedLinkOption();

  /// Refuses what `serve` would refuse, before any work is done.
  ///
  /// @throws IllegalArgumentException where other machines would be let in and nobody has an
  /// account
  public void check(Archive archive) throws IOException {
    login.settings(proxy.proxy().publicUrl());
    if (!isLoopback() && !open && !hasSomebody(archive)) {
      throw new IllegalArgumentException(
          "--host "
              + host
              + " lets other machines in, and nobody has an account with a token, password or"
              + " login: make one by 'jumelles user add' and 'jumelles user token', or say --open");
    }
  }

  /// Serves until the program is told to stop.
  ///
  /// @param maker whose name products bear that are made while serving; none are made without one
  public void serve(Archive archive, Answer answer, Optional<Provenance> maker) throws IOException {
    check(archive);
    Address loopback = Address.loopback(port);
    Address address =
        new Address(host, port, loopback.maximumRequests(), loopback.maximumAnswerBytes());
    Conduct conduct =
        new Conduct(
            Provenance::now,
            rate,
            Optional.ofNullable(accessLog),
            maker,
            login.settings(proxy.proxy().publicUrl()),
            proxy.proxy());
    if (!isLoopback()) {
      answer.say(
          "WARNING: "
              + host
              + " is not this machine alone. There is no TLS here: tokens and data can be read on"
              + " the way. Put a proxy with TLS in front.");
    }
    try (WebService service = WebService.start(archive, address, conduct);
        SeedLinkOption.Running _ = seedLink.start(archive, host, answer)) {
      answer.say("Serving on http://" + shown() + ":" + service.port() + "/  (Ctrl-C stops)");
      Forever.untilStopped();
    }
  }

  private String shown() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      throw new IllegalArgumentException("--host " + host + " is no address of this machine");
    }
  }

  private static boolean hasSomebody(Archive archive) {
    Accounts accounts = archive.accounts();
    Moment now = Provenance.now();
    return accounts.all().stream()
        .filter(account -> account.isOpenAt(now))
        .map(Account::name)
        .anyMatch(
            name ->
                accounts.tokens(name).stream().anyMatch(token -> token.isGoodAt(now))
                    || accounts.passwordHash(name, "SHA-256").isPresent()
                    || !accounts.logins(name).isEmpty());
  }
}
