import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Holds every Java file of the tree against google-java-format.
/// `check ROOT` names the files that differ and fails; `apply ROOT` rewrites them.
final class Format {
  public static void main(String[] args) throws Exception {
    boolean apply =
        switch (args[0]) {
          case "check" -> false;
          case "apply" -> true;
          default -> throw new IllegalArgumentException("check or apply, not " + args[0]);
        };
    List<Path> different;
    try (var files = Files.walk(Path.of(args[1]))) {
      different =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .parallel()
              .filter(file -> differs(file, apply))
              .sorted()
              .toList();
    }
    different.forEach(
        file -> System.out.println((apply ? "formatted " : "not formatted: ") + file));
    if (!apply && !different.isEmpty()) {
      System.out.println("mend with: ./mvnw -N process-sources -Dformat=apply");
      System.exit(1);
    }
  }

  private static boolean differs(Path file, boolean apply) {
    try {
      String before = Files.readString(file);
      String wrapped = wrapDocumentation(before);
      String after = new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(wrapped));
      if (after.equals(before)) {
        return false;
      }
      if (apply) {
        Files.writeString(file, after);
      }
      return true;
    } catch (Exception e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  /// Breaks long `///` lines; the formatter would go on with `//` and cut the comment in two.
  private static String wrapDocumentation(String source) {
    StringBuilder out = new StringBuilder(source.length() + 64);
    for (String line : source.lines().toList()) {
      String rest = line;
      String indent = line.substring(0, line.length() - line.stripLeading().length());
      while (rest.length() > 100 && rest.startsWith("/// ", indent.length())) {
        int cut = rest.lastIndexOf(' ', 100);
        if (cut <= indent.length() + 4) {
          break;
        }
        out.append(rest, 0, cut).append('\n');
        rest = indent + "/// " + rest.substring(cut + 1);
      }
      out.append(rest).append('\n');
    }
    return out.toString();
  }
}
