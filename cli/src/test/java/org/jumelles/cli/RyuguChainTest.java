package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `ryugu chain` is the five commands one after another, file for file and byte for byte.
class RyuguChainTest {
  @TempDir private Path folder = Path.of("");

  private Path frames = Path.of("");

  @BeforeEach
  void frames() {
    frames = folder.resolve("frames");
    ok("simulate", "--seed", 5, "--snr", 80, "--lines", 40, "--samples", 33, "-o", frames);
  }

  private static Shell ok(Object... words) {
    Shell shell = run(words);
    assertThat(shell.code()).as(shell.err()).isZero();
    return shell;
  }

  private static Shell run(Object... words) {
    List<Object> all = new ArrayList<>(List.of("ryugu"));
    all.addAll(List.of(words));
    all.add("--json");
    return Shell.run(all.toArray());
  }

  private Object[] ofFrames(Object command, boolean noisy, Object... more) {
    List<Object> words = new ArrayList<>(List.of(command));
    for (String frame : List.of("raw", "dark", "white", "white_dark")) {
      words.addAll(List.of("--" + frame.replace('_', '-'), frames.resolve(frame + ".hdr")));
    }
    words.addAll(List.of("--reference", frames.resolve("reference.csv"), "--repair-spikes"));
    words.addAll(List.of("--exposure-ratio", 20, "--saturation", 65535));
    if (noisy) {
      words.addAll(List.of("--gain", 20, "--read-noise", 3, "--bias", 1000, "--tuning", 0.5));
      words.addAll(List.of("--averaged", "1,16,16"));
    }
    words.addAll(List.of(more));
    return words.toArray();
  }

  private void oneByOne(Path to, boolean noisy) throws IOException {
    Files.createDirectories(to);
    Path reflectance = to.resolve("reflectance.hdr");
    Path library = frames.resolve("endmembers.hdr");
    ok(ofFrames("calibrate", noisy, "-o", reflectance));
    ok("continuum", reflectance, "-o", to.resolve("continuum.hdr"));
    List<Object> bands =
        new ArrayList<>(List.of("parameters", reflectance, "-o", to.resolve("bands.hdr")));
    if (noisy) {
      bands.addAll(List.of("--sigma", to.resolve("reflectance-noise.hdr")));
    }
    ok(bands.toArray());
    ok("sam", reflectance, "--library", library, "-o", to.resolve("angles.hdr"));
    Path fractions = to.resolve("fractions.hdr");
    ok("unmix", reflectance, "--endmembers", library, "--method", "fcls", "-o", fractions);
  }

  private void assertSame(boolean noisy) throws IOException {
    Path alone = folder.resolve("alone");
    Path chain = folder.resolve("chain");
    Path library = frames.resolve("endmembers.hdr");
    oneByOne(alone, noisy);
    JsonNode told =
        ok(ofFrames("chain", noisy, "--library", library, "--endmembers", library, "-o", chain))
            .json();
    assertThat(told.propertyNames())
        .containsExactly("calibrate", "continuum", "parameters", "sam", "unmix");
    assertThat(told.at("/unmix/worst_certificate").asDouble()).isLessThan(1e-9);
    List<Path> files;
    try (Stream<Path> all = Files.list(alone)) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSize(16);
    assertThat(chain).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
    for (Path file : files) {
      assertThat(chain.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void theSameBytesAsFiveCommands() throws IOException {
    assertSame(true);
  }

  @Test
  void theSameWhereNoNoiseIsKnown() throws IOException {
    assertSame(false);
  }

  @Test
  void withoutSpectraToCompareWithItEndsWithTheBands() {
    Path out = folder.resolve("few");
    JsonNode told = ok(ofFrames("chain", true, "-o", out)).json();
    assertThat(told.propertyNames()).containsExactly("calibrate", "continuum", "parameters");
    assertThat(out.resolve("angles.hdr")).doesNotExist();
    assertThat(out.resolve("fractions.hdr")).doesNotExist();
  }

  @Test
  void nothingIsReplacedUnasked() throws IOException {
    Path out = folder.resolve("twice");
    ok(ofFrames("chain", true, "-o", out));
    byte[] first = Files.readAllBytes(out.resolve("bands.img"));
    Shell again = run(ofFrames("chain", false, "-o", out));
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("reflectance.hdr", "--force");
    assertThat(Files.readAllBytes(out.resolve("bands.img"))).isEqualTo(first);
    assertThat(out).isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
  }

  @Test
  void whatCannotBeReadLeavesNothing() throws IOException {
    Path bad = folder.resolve("bad.csv");
    Files.writeString(bad, "fit,OH,2.55\n");
    Path out = folder.resolve("none");
    Shell shell = run(ofFrames("chain", true, "--bands", bad, "-o", out));
    assertThat(shell.code()).isEqualTo(3);
    assertThat(shell.err()).contains("bad.csv");
    assertThat(out).isEmptyDirectory();
  }
}
