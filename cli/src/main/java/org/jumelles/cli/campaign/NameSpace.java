package org.jumelles.cli.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A shell script whose mounts nobody else sees, and which are gone with it: unshare(1) of Linux.
///
/// The script is called with `"$@"` being this program. Each command it runs through `told NAME`
/// leaves its exit code on a line of standard output, and its words in `$LOGS/NAME.err`.
final class NameSpace {
  private static final String TOLD =
      """
      told() {
        name=$1
        shift
        "$@" >"$LOGS/$name.out" 2>"$LOGS/$name.err"
        echo "$name $?"
      }
      """;
  private static final int CANNOT_MOUNT = 97;

  private final Child child;

  NameSpace(Child child) {
    this.child = child;
  }

  /// @param why the script could not be run; empty where it was
  /// @param told by name of each command
  record Ran(String why, Map<String, Child.Said> told) {
    Child.Said of(String name) {
      return told.getOrDefault(name, new Child.Said(-1, "", "it was not run"));
    }
  }

  Ran run(String script, Path logs, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--map-root-user"));
    command.addAll(List.of("sh", "-c", TOLD + script, "sh"));
    command.addAll(child.command());
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put("LOGS", logs.toString());
    Child.Said said;
    try {
      said = child.start(command, all).end();
    } catch (IOException e) {
      return new Ran("unshare(1) is not here", Map.of());
    }
    if (said.out().isEmpty() || said.code() == CANNOT_MOUNT) {
      return new Ran("no mount in a name space of its own is allowed here", Map.of());
    }
    Map<String, Child.Said> told = new LinkedHashMap<>();
    for (String line : said.out().lines().toList()) {
      String[] words = line.split(" ", 2);
      told.put(words[0], child.said(Integer.parseInt(words[1]), logs, words[0]));
    }
    return new Ran("", told);
  }
}
