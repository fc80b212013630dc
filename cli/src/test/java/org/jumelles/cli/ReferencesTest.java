package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every paper and manual that the sources cite stands in REFERENCES.bib.
class ReferencesTest {
  private static final Pattern CITED =
      Pattern.compile("\\[([A-Z][A-Za-z]+(?:19|20)\\d{2}|SEED2\\.4|FDSN[A-Za-z]+[\\d.]+)[\\],]");
  private static final Pattern ENTRY = Pattern.compile("@\\w+\\{([^,]+),");

  @Test
  void holdsEveryKeyThatIsCited() throws IOException {
    Path root = ArchitectureDocumentTest.ROOT;
    Set<String> entries =
        ENTRY
            .matcher(Files.readString(root.resolve("REFERENCES.bib")))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
    Set<String> missing = new TreeSet<>();
    int cited = 0;
    for (Path source : sources(root)) {
      for (String key :
          CITED.matcher(Files.readString(source)).results().map(m -> m.group(1)).toList()) {
        cited++;
        if (!entries.contains(key)) {
          missing.add(key + " in " + root.relativize(source));
        }
      }
    }
    assertThat(cited).isGreaterThan(30);
    assertThat(missing).isEmpty();
  }

  private static List<Path> sources(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/"))
          .toList();
    }
  }
}
