package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What a fuzzer once found stays mended: each file of `fuzz/TARGET` is understood or refused
/// within bounds, and so is each of its cuts and a thousand changed copies.
class ParameterFuzzTest {
  private static final int CHANGED = 1000;

  @TestFactory
  Stream<DynamicTest> everyFindStaysMended() throws IOException, URISyntaxException {
    Path folder = Path.of(ParameterFuzzTest.class.getResource("/fuzz").toURI());
    List<Path> files;
    try (Stream<Path> paths = Files.walk(folder)) {
      files = paths.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(files).isNotEmpty();
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    folder.relativize(file).toString(),
                    () -> around(file.getParent().getFileName().toString(), file)));
  }

  private static void around(String target, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ParameterFuzz.run(target, bytes);
    Random random = new Random(bytes.length);
    for (int i = 0; i < CHANGED && bytes.length > 0; i++) {
      byte[] changed = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length) + 1);
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      ParameterFuzz.run(target, changed);
    }
  }
}
