package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The jobs of a programme officer, by the commands that they type.
class AccordCommandTest {
  @TempDir static Path folder;
  private static Path archive;

  @BeforeAll
  static void anArchive() {
    archive = folder.resolve("archive");
    Shell up =
        Shell.run("up", "--once", "--hours", "2", "--seed", "7", "--archive", archive, "--json");
    assertThat(up.code()).as(up.err()).isZero();
  }

  private static Shell accord(Object... words) {
    Object[] all = new Object[words.length + 4];
    all[0] = "accord";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--archive";
    all[words.length + 2] = archive;
    all[words.length + 3] = "--json";
    return Shell.run(all);
  }

  @Test
  void tellsWhatBindsWithoutAnArchive() {
    Shell gap = Shell.run("accord", "on", "2018-01-01", "--archive", folder.resolve("none"));
    assertThat(gap.code()).isZero();
    assertThat(gap.out()).contains("not proven").contains("16 July 2016");
  }

  @Test
  void tellsTheTermThatIsLeft() {
    JsonNode chain = accord("on", "2020-01-01").json().at("/chains/0");
    assertThat(chain.at("/in_force/signed").asString()).isEqualTo("2019-07-23");
    assertThat(chain.at("/until").asString()).isEqualTo("2024-07-23");
    assertThat(chain.at("/days_left").asInt()).isEqualTo(1665);
    assertThat(chain.at("/history").size()).isEqualTo(4);
    JsonNode later = accord("on", "2026-01-01").json().at("/chains/0");
    assertThat(later.at("/proven").asBoolean()).isFalse();
    assertThat(later.at("/gap").asString()).contains("after 23 July 2024");
  }

  @Test
  void tellsWhoAnswersForAProductOnTheDayOfItsObservation() {
    String product =
        Shell.run("list", "products", "--archive", archive, "--json")
            .json()
            .at("/products/0/identity")
            .asString();
    JsonNode answer = accord("responsible", "--for", product).json();
    assertThat(answer.get("programme").asString()).isEqualTo("simulation");
    assertThat(answer.get("not_known").asString()).contains("no programme simulation");
    JsonNode seis = accord("responsible", "--for", "SEIS", "--on", "2019-05-23").json();
    assertThat(seis.at("/accountable/organisation").asString()).isEqualTo("CNES");
    assertThat(seis.at("/roles").size()).isEqualTo(3);
  }

  @Test
  void writesFactsOrRefusesAllOfThemByName() throws IOException {
    Path bad =
        Files.writeString(
            folder.resolve("bad.yaml"),
            """
            role:
              usurper:
                organisation: CNRS
                programme: SEIS
                role: science-operations
                scope: French share of SEIS
                accountable: yes
                from: 2020-01-01
                to: 2020-12-31
                source: a test
            """);
    Shell refused = accord("record", bad);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.json().at("/defects/0").asString())
        .contains("role/usurper", "both CNES (role/CNES-SEIS) and CNRS");
    Path good =
        Files.writeString(
            folder.resolve("good.yaml"),
            """
            edition:
              test-1: {place: Nowhere, source: a test}
            priority:
              p1: {edition: test-1, statement: Listen, addressed_by: [SEIS, IASI], source: a test}
              p2: {edition: test-1, statement: Wait, declined: too early, source: a test}
              p3: {edition: test-1, statement: Look, source: a test}
            deliverable:
              d1: {programme: SEIS, kind: data, title: A day, due: 2020-01-31, source: a test}
            """);
    assertThat(accord("record", good).json().get("written").asInt()).isEqualTo(5);
    assertThat(accord("record", good).json().get("known").asInt()).isEqualTo(5);
    JsonNode survey = accord("survey", "test-1").json();
    assertThat(survey.findValuesAsString("state")).containsExactly("addressed", "declined", "open");
    assertThat(survey.at("/programmes_without_priority/0").asString()).isEqualTo("Ryugu");
    JsonNode late = accord("deliverables", "--late", "--on", "2020-02-01").json();
    assertThat(late.at("/deliverables/0/standing").asString()).isEqualTo("late");
    assertThat(accord("deliverables", "--late", "--on", "2019-12-01").json().at("/deliverables"))
        .isEmpty();
  }

  @Test
  void acceptsADataDeliverableOnlyWithUnharmedBytes() throws IOException {
    Path file = folder.resolve("accept.yaml");
    String facts =
        """
        deliverable:
          d2:
            programme: SEIS
            kind: data
            title: A day
            due: 2020-01-31
            accepted: 2020-01-30
            acceptor: CNRS
            evidence: %s
            source: a test
        """;
    Files.writeString(file, facts.formatted("0".repeat(64)));
    Shell without = accord("record", file);
    assertThat(without.code()).isEqualTo(3);
    assertThat(without.json().at("/defects/0").asString()).contains("names 0 products");
    String product =
        Shell.run("list", "products", "--archive", archive, "--json")
            .json()
            .at("/products/0/identity")
            .asString();
    Files.writeString(file, facts.formatted(product));
    assertThat(accord("record", file).json().get("written").asInt()).isOne();
  }

  @Test
  void theSameDossierHasTheSameFiguresAsTextAndAsRows() throws IOException {
    JsonNode dossier = accord("dossier", "--since", "2019-07-23").json();
    long rows =
        dossier
            .get("rows")
            .valueStream()
            .filter(row -> row.get("measure").asString().equals("products made"))
            .filter(row -> row.get("programme").asString().equals("simulation"))
            .mapToLong(row -> row.get("amount").asLong())
            .sum();
    assertThat(rows).isPositive();
    assertThat(dossier.at("/totals/simulation/products made").asLong()).isEqualTo(rows);
    // A table of absorption is nobody's observation.
    assertThat(dossier.at("/totals/not known/products made").asLong()).isEqualTo(1);
    Path html = folder.resolve("dossier.html");
    Path pdf = folder.resolve("dossier.pdf");
    assertThat(accord("dossier", "--since", "2019-07-23", "-o", html).code()).isZero();
    assertThat(accord("dossier", "--since", "2019-07-23", "-o", pdf).code()).isZero();
    assertThat(Files.readString(html)).contains("<td>products made</td><td>" + rows + "</td>");
    assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F');
    JsonNode before = accord("dossier", "--since", "2019-07-23", "--on", "2019-12-31").json();
    assertThat(before.get("rows")).isEmpty();
  }

  @Test
  void importsOutputsOnceEach() throws IOException {
    Path list =
        Files.writeString(
            folder.resolve("dois.txt"),
            "# seen\nhttps://doi.org/10.18715/SEIS.INSIGHT.XB_2016\n10.12686/a21\nnothing\n");
    Shell read = accord("outputs", "import", list, "--programme", "SEIS");
    assertThat(read.json().get("written").asInt()).isEqualTo(2);
    assertThat(read.err()).contains("line 4", "'nothing' is no DOI");
    Path json =
        Files.writeString(
            folder.resolve("datacite.json"),
            """
            {"data": [{"attributes": {"doi": "10.12686/A21", "publicationYear": 2023,
              "titles": [{"title": "Mars Seismic Catalogue"}],
              "types": {"resourceTypeGeneral": "Dataset"}}}]}
            """);
    assertThat(accord("outputs", "import", json).code()).isZero();
    JsonNode outputs = accord("outputs", "list").json().get("outputs");
    assertThat(outputs.size()).isEqualTo(2);
    JsonNode merged =
        outputs
            .valueStream()
            .filter(one -> one.get("doi").asString().equals("10.12686/a21"))
            .findFirst()
            .orElseThrow();
    assertThat(merged.get("kind").asString()).isEqualTo("DATA");
    assertThat(merged.at("/programmes/0").asString()).isEqualTo("SEIS");
  }

  @Test
  void theExportReadsBack() throws IOException {
    Path yaml = folder.resolve("export.yaml");
    assertThat(accord("export", "--format", "yaml", "-o", yaml).code()).isZero();
    JsonNode again = accord("record", yaml).json();
    assertThat(again.get("written").asInt()).isZero();
    assertThat(again.get("known").asInt()).isGreaterThan(30);
    for (String format : List.of("raid", "datacite")) {
      Shell shell = Shell.run("accord", "export", "--format", format, "--archive", archive);
      assertThat(shell.json().isArray()).isTrue();
      assertThat(shell.json().size()).isEqualTo(3);
    }
  }

  @Test
  void oneChangedRowIsFound() throws Exception {
    Path copy = folder.resolve("copy");
    assertThat(Shell.run("backup", copy, "--archive", archive).code()).isZero();
    Shell clean = Shell.run("accord", "verify", "--archive", copy);
    assertThat(clean.code()).as(clean.out() + clean.err()).isZero();
    try (Connection rows =
            DriverManager.getConnection("jdbc:sqlite:" + copy.resolve("catalogue.db"));
        Statement sql = rows.createStatement()) {
      assertThat(
              sql.executeUpdate(
                  "UPDATE ledger_entry SET body = replace(body, 'CNES', 'ESA') WHERE sequence = 3"))
          .isOne();
    }
    Shell harmed = Shell.run("accord", "verify", "--archive", copy);
    assertThat(harmed.code()).isEqualTo(1);
    assertThat(harmed.out()).contains("entry 3");
  }
}
