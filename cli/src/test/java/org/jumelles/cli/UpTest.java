package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jumelles.cli.answer.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One archive from its first byte to its restored backup, by the commands that a user types.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpTest {
  @TempDir static Path folder;
  private static Path archive;
  private static Shell first;

  @BeforeAll
  static void simulateThreeHours() {
    archive = folder.resolve("archive");
    first =
        Shell.run("up", "--once", "--hours", "3", "--seed", "7", "--archive", archive, "--json");
  }

  @Test
  @Order(1)
  void simulatesProcessesAndTellsFoundAgainstTrue() {
    assertThat(first.code()).as(first.err()).isZero();
    JsonNode document = first.json();
    assertThat(document.get("channels").size()).isEqualTo(3);
    JsonNode products = document.get("products");
    assertThat(products.get("broken").asInt()).isZero();
    assertThat(products.get("refused").asInt()).isZero();
    assertThat(products.get("good").asInt()).isGreaterThanOrEqualTo(5);
    JsonNode grain = document.get("grains").get(0);
    double found = grain.get("found").get("OH centre um").asDouble();
    double sigma = grain.get("found").get("OH centre sigma um").asDouble();
    double known = grain.get("true").get("oh_centre_um").asDouble();
    // The filter's tuning moves whole frames and is not in the sigma of independent pixels.
    assertThat(sigma).isBetween(1e-5, 2e-4);
    assertThat(found).isCloseTo(known, within(8 * sigma));
    for (String phase : List.of("opaque", "hydrated", "ammoniated", "carbonate", "organic")) {
      assertThat(grain.get("found").get("share " + phase).asDouble())
          .as(phase)
          .isCloseTo(grain.get("true").get("share " + phase).asDouble(), within(0.02));
    }
    JsonNode truth = document.get("truth");
    assertThat(truth.get("simulated").asInt())
        .isEqualTo(truth.get("found").asInt() + truth.get("missed").asInt())
        .isPositive();
  }

  @Test
  @Order(2)
  void findsNothingToDoTheSecondTime() {
    Shell again =
        Shell.run("up", "--once", "--hours", "3", "--seed", "7", "--archive", archive, "--json");
    assertThat(again.code()).isZero();
    JsonNode products = again.json().get("products");
    assertThat(products.get("known")).isEqualTo(products.get("planned"));
    assertThat(again.json().get("events")).isEqualTo(first.json().get("events"));
  }

  @Test
  @Order(3)
  void listsShowsAndExplainsWhatItHolds() {
    JsonNode products = Shell.run("list", "products", "--archive", archive, "--json").json();
    List<String> recipes = new ArrayList<>();
    products.get("products").forEach(p -> recipes.add(p.get("recipe").asString()));
    assertThat(recipes)
        .contains(
            "seis/simulation", "seis/motion", "seis/detection", "seis/spectrogram", "seis/sol");
    for (JsonNode product : products.get("products")) {
      String identity = product.get("identity").asString();
      Shell why = Shell.run("why", identity.substring(0, 16), "--archive", archive, "--json");
      assertThat(why.code()).isZero();
      JsonNode steps = why.json().get("steps");
      JsonNode last = steps.get(steps.size() - 1);
      assertThat(last.get("recipe").asString())
          .isIn("seis/simulation", "iasi/simulation", "iasi/table", "ryugu/simulation");
      assertThat(last.get("agents").toString())
          .contains("jumelles 0.1.0")
          .contains("not known for");
      assertThat(Shell.run("show", identity.substring(0, 16), "--archive", archive).code())
          .isZero();
    }
    JsonNode runs = Shell.run("list", "runs", "--archive", archive, "--json").json().get("runs");
    assertThat(runs.size()).isEqualTo(1);
    JsonNode run = runs.get(0);
    assertThat(
            run.get("good").asLong() + run.get("doubtful").asLong() + run.get("refused").asLong())
        .isPositive();
  }

  @Test
  @Order(4)
  void namesWhatItCannotFind() {
    Shell nobody = Shell.run("why", "J9999z", "--archive", archive);
    assertThat(nobody.code()).isEqualTo(ExitCode.USAGE);
    assertThat(nobody.out()).isEmpty();
    assertThat(nobody.err()).contains("J9999z").doesNotContain("\tat ");
    Shell nowhere = Shell.run("list", "--archive", folder.resolve("nowhere"));
    assertThat(nowhere.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(nowhere.err()).contains("nowhere");
  }

  @Test
  @Order(5)
  void derivesEveryProductAgainBitForBit() {
    Shell verify = Shell.run("verify", "--derive", "--archive", archive, "--json");
    assertThat(verify.code()).as(verify.out()).isZero();
    assertThat(verify.json().get("problems").size()).isZero();
    assertThat(verify.json().get("differing").size()).isZero();
    assertThat(verify.json().get("not_derivable").size()).isZero();
    assertThat(verify.json().get("derived").asInt())
        .isEqualTo(first.json().get("products").get("planned").asInt());
  }

  @Test
  @Order(6)
  void rebuildsItsCatalogueFromTheStore() throws IOException {
    String before = Shell.run("list", "waveforms", "--archive", archive, "--json").out();
    String events = Shell.run("list", "events", "--archive", archive, "--json").out();
    Files.delete(archive.resolve("catalogue.db"));
    assertThat(Shell.run("rebuild", "--archive", archive).code()).isZero();
    assertThat(Shell.run("list", "waveforms", "--archive", archive, "--json").out())
        .isEqualTo(before);
    assertThat(Shell.run("list", "events", "--archive", archive, "--json").out()).isEqualTo(events);
    assertThat(Shell.run("verify", "--archive", archive).code()).isZero();
  }

  @Test
  @Order(7)
  void comesBackFromABackup() {
    Path backup = folder.resolve("backup");
    Path restored = folder.resolve("restored");
    assertThat(Shell.run("backup", backup, "--archive", archive).code()).isZero();
    assertThat(Shell.run("restore", backup, "--archive", restored).code()).isZero();
    Shell verify = Shell.run("verify", "--archive", restored);
    assertThat(verify.code()).as(verify.out()).isZero();
    assertThat(Shell.run("list", "events", "--archive", restored, "--json").out())
        .isEqualTo(Shell.run("list", "events", "--archive", archive, "--json").out());
    assertThat(Shell.run("restore", backup, "--archive", restored).code()).isNotZero();
  }

  @Test
  @Order(8)
  void findsAFlippedBit() throws IOException {
    Path victim;
    try (var files = Files.walk(archive.resolve("store"))) {
      victim = files.filter(f -> f.endsWith("motion.mseed")).sorted().findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(victim);
    bytes[bytes.length / 2] ^= 1;
    Files.write(victim, bytes, StandardOpenOption.TRUNCATE_EXISTING);
    Shell verify = Shell.run("verify", "--archive", archive);
    assertThat(verify.code()).isEqualTo(ExitCode.FAILED);
    assertThat(verify.out()).contains("motion.mseed").contains("NOT clean");
  }
}
