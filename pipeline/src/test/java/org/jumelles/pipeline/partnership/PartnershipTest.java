package org.jumelles.pipeline.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jumelles.accord.Accord;
import org.jumelles.accord.Answer;
import org.jumelles.accord.Binding;
import org.jumelles.accord.Notice;
import org.jumelles.accord.Notices;
import org.jumelles.accord.fact.Fact;
import org.jumelles.archive.Archive;
import org.jumelles.archive.store.Problem;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of the ledger and the facts that it begins with, alike in SQLite and PostgreSQL.
class PartnershipTest {
  private static final String FRAMEWORK = "CNES-CNRS framework agreement";

  @TempDir private Path folder = Path.of("");
  private static @Nullable EmbeddedPostgres server;
  private static int databases;

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private String url(String database) throws Exception {
    if (database.equals("sqlite")) {
      return "jdbc:sqlite:" + folder.resolve("catalogue.db").toAbsolutePath();
    }
    EmbeddedPostgres running = server == null ? EmbeddedPostgres.start() : server;
    server = running;
    String name = "partnership" + databases++;
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return running.getJdbcUrl("postgres", name);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void theRecordBeginsWithItsFactsAndItsGaps(String database) throws Exception {
    try (Archive archive = Archive.open(folder, url(database))) {
      Accord accord = new Partnership(archive).accord();
      assertThat(accord.inForce(FRAMEWORK, day("2018-01-01")))
          .isInstanceOfSatisfying(
              Binding.NotKnown.class,
              gap -> assertThat(gap.reason()).contains("16 July 2016", "23 July 2019"));
      assertThat(accord.inForce(FRAMEWORK, day("2020-01-01")))
          .isInstanceOfSatisfying(
              Binding.InForce.class,
              now -> {
                assertThat(now.agreement().signed()).hasToString("2019-07-23");
                assertThat(now.until()).isEqualTo(day("2024-07-23"));
              });
      assertThat(accord.inForce(FRAMEWORK, day("2026-01-01")))
          .isInstanceOfSatisfying(
              Binding.NotKnown.class,
              gap -> assertThat(gap.reason()).contains("after 23 July 2024"));
      assertThat(accord.responsibleFor("SEIS", Utc.parse("2019-05-23T00:00:00")))
          .isInstanceOfSatisfying(
              Answer.Known.class,
              known -> assertThat(known.assignment().organisation()).isEqualTo("CNES"));
      assertThat(accord.responsibleFor("Ryugu", Utc.parse("2021-05-23T00:00:00")))
          .isInstanceOf(Answer.NotKnown.class);
      assertThat(Notices.on(accord, day("2024-01-23")))
          .extracting(Notice::level)
          .contains(Notice.Level.WITHIN_SIX_MONTHS);
    }
  }

  private static final String USURPER =
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
      """;
  private static final String OVERLAP =
      """
      agreement:
        second 2019:
          chain: CNES-CNRS framework agreement
          kind: renewal
          parties: CNES; CNRS
          signed: 2020-01-01
          term_years: 1
          source: a test
      """;
  private static final String UNPROVEN =
      """
      deliverable:
        d:
          {programme: SEIS, kind: data, title: A day, due: 2020-01-31, accepted: 2020-01-30,
           acceptor: CNRS, evidence: abcdef, source: a test}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void whatBreaksARuleIsRefusedWholeAndNamed(String database) throws Exception {
    try (Archive archive = Archive.open(folder, url(database))) {
      Partnership partnership = new Partnership(archive);
      int before = archive.ledger().size();
      assertRefused(partnership, USURPER, "both CNES (role/CNES-SEIS) and CNRS");
      assertRefused(partnership, OVERLAP, "2019");
      assertRefused(partnership, UNPROVEN, "'abcdef' names 0 products");
      assertRefused(
          partnership,
          "edition:\n  good: {place: x, source: t}\nrole:\n  bad: {role: none, source: t}\n",
          "role/bad");
      assertThat(archive.ledger()).hasSize(before);
      assertThat(partnership.accord().facts()).noneMatch(fact -> fact.id().equals("good"));
    }
  }

  private static void assertRefused(Partnership partnership, String yaml, String reason)
      throws IOException {
    Partnership.Recorded recorded = partnership.record("test", "facts.yaml", facts(yaml));
    assertThat(recorded.written()).isZero();
    assertThat(recorded.defects())
        .extracting(Defect::sentence)
        .anyMatch(one -> one.contains(reason));
  }

  private static List<Fact> facts(String yaml) throws IOException {
    return FactYaml.read(
        new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "facts.yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void aLaterFactTakesThePlaceOfAnEarlierAndBothStay(String database) throws Exception {
    try (Archive archive = Archive.open(folder, url(database))) {
      Partnership partnership = new Partnership(archive);
      for (String place : List.of("Here", "There", "There")) {
        partnership.record(
            "test", "facts.yaml", facts("edition:\n  e: {place: " + place + ", source: a test}\n"));
      }
      assertThat(partnership.history("edition/e"))
          .extracting(entry -> entry.body().get("place"))
          .containsExactly("Here", "There");
      assertThat(partnership.accord().facts())
          .filteredOn(fact -> fact.key().equals("edition/e"))
          .singleElement()
          .satisfies(fact -> assertThat(fact.fields()).containsEntry("place", "There"));
      assertThat(facts(FactYaml.text(partnership.accord().facts())))
          .containsExactlyInAnyOrderElementsOf(partnership.accord().facts());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void oneChangedRowIsFound(String database) throws Exception {
    String url = url(database);
    try (Archive archive = Archive.open(folder, url)) {
      assertThat(archive.verifyLedger().problems()).isEmpty();
      try (Connection rows = DriverManager.getConnection(url);
          Statement sql = rows.createStatement()) {
        assertThat(
                sql.executeUpdate(
                    "UPDATE ledger_entry SET body = replace(body, 'CNES', 'ESA') WHERE sequence = 3"))
            .isOne();
      }
      assertThat(archive.verifyLedger().problems())
          .extracting(Problem::sentence)
          .anyMatch(one -> one.contains("entry 3"));
    }
  }
}
