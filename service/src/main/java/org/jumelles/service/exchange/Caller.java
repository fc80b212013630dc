package org.jumelles.service.exchange;

import java.util.List;
import java.util.Optional;
import org.jumelles.archive.account.Account;

/// Somebody who proved who they are.
///
/// @param grants patterns `NET.STA.LOC.CHA`, each part a code with `*` and `?`
public record Caller(String name, Optional<String> orcid, List<String> grants) {
  /// Who asks without a name: open data only.
  public static final Caller NOBODY = new Caller("", Optional.empty(), List.of());

  public Caller {
    grants = List.copyOf(grants);
  }

  public static Caller of(Account account) {
    return new Caller(account.name(), account.orcid(), account.grants());
  }

  public boolean isKnown() {
    return !name.isEmpty();
  }

  /// @param nslc such as `XB.ELYSE.03.BHU`
  public boolean may(String nslc) {
    String[] codes = nslc.split("\\.", -1);
    return grants.stream().anyMatch(grant -> matches(grant.split("\\.", -1), codes));
  }

  private static boolean matches(String[] patterns, String[] codes) {
    if (patterns.length != codes.length) {
      return false;
    }
    for (int i = 0; i < codes.length; i++) {
      if (!matches(patterns[i], codes[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String pattern, String code) {
    if (pattern.isEmpty()) {
      return code.isEmpty();
    }
    if (pattern.charAt(0) == '*') {
      String rest = pattern.substring(1);
      return matches(rest, code) || (!code.isEmpty() && matches(pattern, code.substring(1)));
    }
    return !code.isEmpty()
        && (pattern.charAt(0) == '?' || pattern.charAt(0) == code.charAt(0))
        && matches(pattern.substring(1), code.substring(1));
  }
}
