package org.jumelles.archive.account;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jumelles.kernel.time.Moment;

/// Somebody who has a name here.
///
/// @param name as the partnership's record names the person, where it does
/// @param orcid sixteen digits in four groups, the last may be X
/// @param grants restricted channels, as `NET.STA.LOC.CHA` with `*` and `?`
/// @param revoked from when on the account opens nothing
public record Account(
    String name,
    Optional<String> orcid,
    List<String> grants,
    Moment created,
    Optional<Moment> revoked) {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} .'_@-]{0,62}[\\p{L}\\p{N}.])?");
  private static final Pattern ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");
  private static final Pattern GRANT = Pattern.compile("[A-Za-z0-9*?-]*(?:\\.[A-Za-z0-9*?_-]*){3}");

  public Account {
    grants = List.copyOf(grants);
    if (!NAME.matcher(name).matches() || ORCID.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name of 1 to 64 letters, digits, blanks and . ' _ @ -");
    }
    orcid.ifPresent(Account::checkOrcid);
    grants.forEach(Account::checkGrant);
  }

  public boolean isOpenAt(Moment at) {
    return revoked.map(at::isBefore).orElse(true);
  }

  /// The last character checks the others (ISO 7064, MOD 11-2).
  private static void checkOrcid(String orcid) {
    if (!ORCID.matcher(orcid).matches()) {
      throw new IllegalArgumentException(
          "'" + orcid + "' is no ORCID iD such as 0000-0002-1825-0097");
    }
    String digits = orcid.replace("-", "");
    int total = 0;
    for (int i = 0; i < 15; i++) {
      total = (total + (digits.charAt(i) - '0')) * 2;
    }
    int check = (12 - total % 11) % 11;
    if (digits.charAt(15) != (check == 10 ? 'X' : (char) ('0' + check))) {
      throw new IllegalArgumentException("the check digit of ORCID iD " + orcid + " is wrong");
    }
  }

  private static void checkGrant(String grant) {
    if (grant.length() > 64 || !GRANT.matcher(grant).matches()) {
      throw new IllegalArgumentException("'" + grant + "' is no pattern such as XB.ELYSE.*.BH?");
    }
  }
}
