package org.jumelles.service.login;

import java.io.IOException;
import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where an issuer answers, as its own document tells (OpenID Connect Discovery 1.0 § 4).
record Discovery(URI authorization, URI token, URI keys) {

  static Discovery ask(Wire wire, String issuer) throws IOException {
    String address = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
    try {
      JsonNode told = JsonMapper.shared().readTree(wire.get(URI.create(address)).text());
      if (!told.path("issuer").asString("").equals(issuer)) {
        throw new IOException("the document at " + address + " is of another issuer");
      }
      return new Discovery(
          endpoint(told, "authorization_endpoint"),
          endpoint(told, "token_endpoint"),
          endpoint(told, "jwks_uri"));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new IOException("the document at " + address + " cannot be used", e);
    }
  }

  private static URI endpoint(JsonNode told, String name) {
    return LoginSettings.secure(name, told.path(name).asString(""));
  }
}
