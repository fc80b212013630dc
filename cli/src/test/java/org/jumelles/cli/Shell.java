package org.jumelles.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs one command line in this process and keeps what it said.
record Shell(int code, String out, String err) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(new JsonFactory())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static Shell run(Object... words) {
    String[] args = new String[words.length];
    for (int i = 0; i < args.length; i++) {
      args[i] = words[i].toString();
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Jumelles.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Shell(code, out.toString(), err.toString());
  }

  /// Standard output, which must be one JSON document and nothing else.
  JsonNode json() {
    return MAPPER.readTree(out);
  }

  /// The named file or folder of the public test data; the test is skipped by that name where it is
  /// missing.
  static Path data(String name) {
    Optional<Path> found = root().map(root -> root.resolve(name)).filter(Files::exists);
    Assumptions.assumeTrue(found.isPresent(), () -> "shared/data/" + name + " is not here");
    return found.orElseThrow();
  }

  private static Optional<Path> root() {
    String told = System.getenv("JUMELLES_DATA");
    if (told != null) {
      return Optional.of(Path.of(told));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path data = at.resolve("shared/data");
      if (Files.isDirectory(data)) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }
}
