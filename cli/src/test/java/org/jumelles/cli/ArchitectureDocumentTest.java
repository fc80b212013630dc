package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// ARCHITECTURE.md names only what exists: each word in backquotes that looks like a path or a
/// type.
class ArchitectureDocumentTest {
  static final Path ROOT = root();
  private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern PATH =
      Pattern.compile("[\\w.-]+(/[\\w.-]+)+/?|[\\w-]+\\.(md|xml|sh|bib)");
  private static final Pattern TYPE = Pattern.compile("[A-Z][a-z]\\w*");

  @Test
  void namesOnlyWhatExists() throws IOException {
    String text = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    Set<String> types = types();
    Set<String> missing = new TreeSet<>();
    int looked = 0;
    for (String word : QUOTED.matcher(text).results().map(m -> m.group(1)).toList()) {
      if (PATH.matcher(word).matches()) {
        looked++;
        if (!Files.exists(ROOT.resolve(word)) && !isPackage(word)) {
          missing.add(word);
        }
      } else if (TYPE.matcher(word).matches()) {
        looked++;
        if (!types.contains(word)) {
          missing.add(word);
        }
      }
    }
    assertThat(looked).as("paths and types named").isGreaterThan(20);
    assertThat(missing).isEmpty();
  }

  @Test
  void everyModuleOfTheBuildIsDrawn() throws IOException {
    String text = Files.readString(ROOT.resolve("ARCHITECTURE.md"));
    Set<String> modules =
        Pattern.compile("<module>(\\w+)</module>")
            .matcher(Files.readString(ROOT.resolve("pom.xml")))
            .results()
            .map((MatchResult m) -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(modules)
        .isNotEmpty()
        .allSatisfy(module -> assertThat(text).contains("`" + module + "`"));
  }

  private static boolean isPackage(String word) {
    String[] parts = word.split("/");
    return Files.isDirectory(
        ROOT.resolve(parts[0]).resolve("src/main/java/org/jumelles").resolve(word));
  }

  private static Set<String> types() throws IOException {
    try (var files = Files.walk(ROOT)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("ARCHITECTURE.md"))
        || !Files.exists(folder.resolve("mvnw"))) {
      folder =
          java.util.Objects.requireNonNull(folder.getParent(), "no ARCHITECTURE.md above here");
    }
    return folder;
  }
}
