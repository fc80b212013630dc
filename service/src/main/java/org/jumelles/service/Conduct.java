package org.jumelles.service;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Provenance;

/// How a service treats those who come.
///
/// @param clock by which embargoes end and tokens expire
/// @param requestsPerMinute of one account or, without one, one address; zero for no limit
/// @param accessLog where one JSON object a request is appended
/// @param maker whose name products bear that are made while serving; none are made without one
public record Conduct(
    Supplier<Moment> clock,
    int requestsPerMinute,
    Optional<Path> accessLog,
    Optional<Provenance> maker) {
  public Conduct(Supplier<Moment> clock, int requestsPerMinute, Optional<Path> accessLog) {
    this(clock, requestsPerMinute, accessLog, Optional.empty());
  }

  public Conduct {
    if (requestsPerMinute < 0) {
      throw new IllegalArgumentException(requestsPerMinute + " requests a minute");
    }
  }

  /// The clock of this machine, no limit, no access log: right for one's own machine.
  public static Conduct usual() {
    return new Conduct(Provenance::now, 0, Optional.empty(), Optional.empty());
  }

  /// The same, with what is saved on a page worked out at once.
  public Conduct making(Provenance provenance) {
    return new Conduct(clock, requestsPerMinute, accessLog, Optional.of(provenance));
  }
}
