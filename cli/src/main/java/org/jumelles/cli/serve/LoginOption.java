package org.jumelles.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.service.login.LoginSettings;
import picocli.CommandLine.Option;

/// With which OpenID Connect issuer people log in.
final class LoginOption {
  private static final String SECRET = "JUMELLES_OIDC_SECRET";
  private static final int LONGEST_SECRET = 1000;

  @Option(
      names = "--oidc-issuer",
      paramLabel = "URL",
      description = "People log in by this OpenID Connect issuer; needs --oidc-client and --url.")
  private @Nullable String issuer;

  @Option(
      names = "--oidc-client",
      paramLabel = "ID",
      description = "As whom the issuer knows this service.")
  private @Nullable String client;

  @Option(
      names = "--oidc-secret-file",
      paramLabel = "FILE",
      description = "A file that holds the client's secret alone; else " + SECRET + " may hold it.")
  private @Nullable Path secretFile;

  @Option(
      names = "--oidc-audience",
      paramLabel = "AUDIENCE",
      description = "What access tokens for this service name, where it is not the client.")
  private @Nullable String audience;

  /// @throws IllegalArgumentException where what belongs together is not given together
  ///
  /// @param url of the service as browsers call it
  Optional<LoginSettings> settings(Optional<String> url) throws IOException {
    if (issuer == null) {
      if (client != null || secretFile != null || audience != null) {
        throw new IllegalArgumentException(
            "--oidc-client, --oidc-secret-file and --oidc-audience go with --oidc-issuer");
      }
      return Optional.empty();
    }
    if (client == null || url.isEmpty()) {
      throw new IllegalArgumentException("--oidc-issuer needs --oidc-client and --url");
    }
    return Optional.of(
        new LoginSettings(issuer, client, secret(), Optional.ofNullable(audience), url.get()));
  }

  private Optional<String> secret() throws IOException {
    if (secretFile == null) {
      return Optional.ofNullable(System.getenv(SECRET)).filter(told -> !told.isBlank());
    }
    if (Files.size(secretFile) > LONGEST_SECRET) {
      throw new IllegalArgumentException(secretFile + " is too long to hold a secret alone");
    }
    String told = Files.readString(secretFile).strip();
    if (told.isEmpty()) {
      throw new IllegalArgumentException(secretFile + " is empty");
    }
    return Optional.of(told);
  }
}
