package org.jumelles.cli.serve;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.service.Proxy;
import picocli.CommandLine.Option;

/// By which name the service is called from outside, and whose word on that is believed.
final class ProxyOption {
  @Option(
      names = {"--url", "--public-url"},
      paramLabel = "URL",
      description = {
        "This service as browsers call it, such as https://data.example.org: every link says so.",
        "Without it links say http and the name that was called."
      })
  private @Nullable String url;

  @Option(
      names = "--trust-proxy",
      arity = "0..1",
      paramLabel = "ADDRESS",
      fallbackValue = Proxy.LOOPBACK,
      description = {
        "Believe X-Forwarded-Proto, -Host and -For of a proxy at this address (this machine). It",
        "must set all three itself, so that no client's get through."
      })
  private @Nullable String trusted;

  /// @throws IllegalArgumentException where the address has a path, or is none
  Proxy proxy() {
    return new Proxy(Optional.ofNullable(url), Optional.ofNullable(trusted));
  }
}
