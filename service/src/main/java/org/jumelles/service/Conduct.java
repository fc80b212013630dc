package org.jumelles.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Provenance;
import org.jumelles.service.login.LoginSettings;

/// How a service treats those who come.
///
/// @param clock by which embargoes end and tokens expire
/// @param requestsPerMinute of one account or, without one, one address; zero for no limit
/// @param accessLog where one JSON object a request is appended
/// @param maker whose name products bear that are made while serving; none are made without one
/// @param login with which issuer people log in, where they do
/// @param proxy what stands before the service
public record Conduct(
    Supplier<Moment> clock,
    int requestsPerMinute,
    Optional<Path> accessLog,
    Optional<Provenance> maker,
    Optional<LoginSettings> login,
    Proxy proxy) {
  public Conduct {
    if (requestsPerMinute < 0) {
      throw new IllegalArgumentException(requestsPerMinute + " requests a minute");
    }
  }

  /// Without an issuer: only tokens and passwords open anything.
  public Conduct(Supplier<Moment> clock, int requestsPerMinute, Optional<Path> accessLog) {
    this(clock, requestsPerMinute, accessLog, Optional.empty(), Optional.empty(), Proxy.NONE);
  }

  /// Clients call the service itself.
  public Conduct(
      Supplier<Moment> clock,
      int requestsPerMinute,
      Optional<Path> accessLog,
      Optional<Provenance> maker,
      Optional<LoginSettings> login) {
    this(clock, requestsPerMinute, accessLog, maker, login, Proxy.NONE);
  }

  /// The clock of this machine, no limit, no access log: right for one's own machine.
  public static Conduct usual() {
    return new Conduct(Provenance::now, 0, Optional.empty());
  }

  /// The same, behind a proxy.
  public Conduct behind(Proxy before) {
    return new Conduct(clock, requestsPerMinute, accessLog, maker, login, before);
  }

  /// The same, with what is saved on a page worked out at once.
  public Conduct making(Provenance provenance) {
    return new Conduct(clock, requestsPerMinute, accessLog, Optional.of(provenance), login, proxy);
  }
}
