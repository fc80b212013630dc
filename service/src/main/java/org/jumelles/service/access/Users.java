package org.jumelles.service.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The file of users, read at each look, so that a change needs no restart.
///
/// A line is `NAME ALGORITHM HA1 GRANT,GRANT...`, words apart by blanks; `#` begins a remark. HA1
/// is the
/// hash of `NAME:FDSN:PASSWORD` in hexadecimal digits, ALGORITHM `SHA-256` or `MD5`.
public final class Users {
  static final String REALM = "FDSN";
  private static final Pattern GRANT = Pattern.compile("[A-Za-z0-9*?-]*(?:\\.[A-Za-z0-9*?_-]*){3}");

  private static final System.Logger LOG = System.getLogger(Users.class.getName());

  private final Path file;

  /// @param archiveFolder whose `access/users.txt` is read
  public Users(Path archiveFolder) {
    this.file = archiveFolder.resolve("access").resolve("users.txt");
  }

  /// One user under one algorithm.
  record User(String name, String algorithm, String ha1, List<String> grants) {}

  Optional<User> find(String name, String algorithm) {
    return all().stream()
        .filter(user -> user.name.equals(name) && user.algorithm.equals(algorithm))
        .findFirst();
  }

  /// Nobody where there is no file; a line that is wrong is told in the log and lets nobody in.
  private List<User> all() {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    List<User> users = new ArrayList<>();
    try {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        String bare = line.strip();
        if (bare.isEmpty() || bare.startsWith("#")) {
          continue;
        }
        Optional<User> user = user(bare.split("\\s+", -1));
        if (user.isEmpty()) {
          LOG.log(System.Logger.Level.WARNING, file + ", line " + number + ": no user");
        }
        user.ifPresent(users::add);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, file + " cannot be read", e);
      return List.of();
    }
    return users;
  }

  private static Optional<User> user(String[] words) {
    if (words.length != 4) {
      return Optional.empty();
    }
    String algorithm = words[1].toUpperCase(Locale.ROOT);
    int digits = algorithm.equals("SHA-256") ? 64 : algorithm.equals("MD5") ? 32 : -1;
    List<String> grants = List.of(words[3].split(",", -1));
    boolean right =
        words[2].length() == digits
            && words[2].matches("[0-9a-fA-F]+")
            && grants.stream().allMatch(grant -> GRANT.matcher(grant).matches());
    return right
        ? Optional.of(new User(words[0], algorithm, words[2].toLowerCase(Locale.ROOT), grants))
        : Optional.empty();
  }
}
