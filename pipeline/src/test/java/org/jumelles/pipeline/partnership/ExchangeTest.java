package org.jumelles.pipeline.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jumelles.accord.Accord;
import org.jumelles.accord.fact.Fact;
import org.jumelles.accord.programme.Programme;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What goes to DataCite and RAiD, held against our own statement of what these want.
///
/// Read in: DataCite Metadata Schema 4.7 (metadata.xsd and its lists, 31 March 2026) with the JSON
/// names of DataCite's REST API; the OpenAPI document 2.0.0 of the RAiD service and the RAiD
/// metadata schema 1.6, of which the document is followed where the two differ.
class ExchangeTest {
  private static final String RAID = "https://vocabulary.raid.org/";

  private static final Set<String> CONTRIBUTOR_TYPES =
      Set.of(
          "ContactPerson",
          "DataCollector",
          "DataCurator",
          "DataManager",
          "Distributor",
          "Editor",
          "HostingInstitution",
          "Other",
          "Producer",
          "ProjectLeader",
          "ProjectManager",
          "ProjectMember",
          "RegistrationAgency",
          "RegistrationAuthority",
          "RelatedPerson",
          "ResearchGroup",
          "RightsHolder",
          "Researcher",
          "Sponsor",
          "Supervisor",
          "Translator",
          "WorkPackageLeader");
  private static final Set<String> IDENTIFIER_TYPES =
      Set.of(
          "ARK", "arXiv", "bibcode", "CSTR", "DOI", "EAN13", "EISSN", "Handle", "IGSN", "ISBN",
          "ISSN", "ISTC", "LISSN", "LSID", "PMID", "PURL", "RAiD", "RRID", "SWHID", "UPC", "URL",
          "URN", "w3id");
  private static final Set<String> RELATIONS =
      Set.of("IsIdenticalTo", "IsReferencedBy", "IsPartOf", "IsCompiledBy");

  static final List<Fact> MORE =
      List.of(
          Fact.of("organisation", "A", "full_name", "A", "ror", "04h1h0y33", "source", "t"),
          Fact.of("organisation", "B", "full_name", "B", "ror", "02feahw73", "source", "t"),
          Fact.of("organisation", "C", "full_name", "C", "source", "t"),
          Fact.of(
              "programme",
              "P",
              "mission",
              "M".repeat(200),
              "raid",
              "10.25.10.1234/a1b2c",
              "from",
              "2012-08",
              "to",
              "2022-12-21",
              "source",
              "t"),
          role("lead", "A", "pi-institute", "2012-08-20", ""),
          role("second-lead", "B", "pi-institute", "2013-01-01", ""),
          role("same-time", "A", "data-centre", "2012-08-20", ""),
          role("no-ror", "C", "funder", "2012-08-20", ""),
          role("person", "B", "pi-institute", "2012-08-20", "0000-0002-1825-0097"),
          role("other-person", "B", "scientific-support", "2012-08-20", "0000-0001-5109-3700"),
          Fact.of(
              "output",
              "10.18715/a",
              "kind",
              "data",
              "title",
              "t",
              "year",
              "2020",
              "programmes",
              "P",
              "source",
              "t"),
          Fact.of("output", "10.1029/b", "kind", "paper", "programmes", "P", "source", "t"));

  private static Fact role(String id, String who, String role, String from, String orcid) {
    return Fact.of(
        "role",
        id,
        "organisation",
        who,
        "person",
        orcid.isEmpty() ? "" : "N. N. " + id,
        "orcid",
        orcid,
        "programme",
        "P",
        "role",
        role,
        "scope",
        id,
        "accountable",
        "no",
        "from",
        from,
        "source",
        "t");
  }

  private static List<Accord> records() {
    return List.of(Accord.defaultRecord(), Accord.of("test", MORE));
  }

  static JsonNode parsed(String json) {
    return JsonMapper.builder().build().readTree(json);
  }

  private static JsonNode dataCite(Accord accord) {
    return parsed(DataCite.json(accord, accord.all(Programme.class)));
  }

  private static JsonNode raid(Accord accord) {
    return parsed(Raid.json(accord, accord.all(Programme.class)));
  }

  private static void assertOnly(JsonNode node, String... names) {
    assertThat(node.propertyNames()).isSubsetOf(names);
  }

  @Test
  void dataCiteHasWhatTheSchemaWantsInItsTerms() {
    for (Accord accord : records()) {
      assertThat(dataCite(accord)).isNotEmpty();
      dataCite(accord).forEach(ExchangeTest::assertDataCite);
    }
  }

  static void assertDataCite(JsonNode one) {
    assertOnly(
        one,
        "schemaVersion",
        "types",
        "titles",
        "creators",
        "publisher",
        "contributors",
        "publicationYear",
        "relatedIdentifiers",
        "dates",
        "alternateIdentifiers",
        "rightsList",
        "sizes",
        "formats");
    assertThat(one.get("schemaVersion").asString())
        .isEqualTo("http://datacite.org/schema/kernel-4");
    assertThat(one.at("/types/resourceTypeGeneral").asString()).isIn("Project", "Dataset");
    assertThat(one.at("/titles/0/title").asString()).isNotBlank();
    assertThat(one.at("/publisher/name").asString()).isNotBlank();
    if (one.has("publicationYear")) {
      assertThat(one.get("publicationYear").asInt()).isBetween(1000, 9999);
    }
    assertThat(one.get("creators")).isNotEmpty();
    one.get("creators").forEach(creator -> assertParty(creator, false));
    one.path("contributors").forEach(contributor -> assertParty(contributor, true));
    one.path("relatedIdentifiers")
        .forEach(
            related -> {
              assertOnly(
                  related,
                  "relatedIdentifier",
                  "relatedIdentifierType",
                  "relationType",
                  "resourceTypeGeneral");
              String type = related.get("relatedIdentifierType").asString();
              assertThat(type).isIn(IDENTIFIER_TYPES);
              assertThat(related.get("relationType").asString()).isIn(RELATIONS);
              assertThat(related.get("relatedIdentifier").asString())
                  .matches(
                      switch (type) {
                        case "DOI" -> "10\\.[^/]+/.+";
                        case "RAiD" -> "https://raid\\.org/10\\.[^/]+/.+";
                        case "SWHID" -> "swh:1:rev:[0-9a-f]{40}";
                        default -> "never";
                      });
            });
    one.path("rightsList")
        .forEach(
            right -> {
              assertOnly(
                  right,
                  "rights",
                  "rightsUri",
                  "rightsIdentifier",
                  "rightsIdentifierScheme",
                  "schemeUri",
                  "lang");
              assertThat(right.get("rightsIdentifierScheme").asString()).isEqualTo("SPDX");
            });
  }

  private static void assertParty(JsonNode party, boolean contributes) {
    assertOnly(party, "name", "nameType", "nameIdentifiers", "contributorType");
    assertThat(party.get("name").asString()).isNotBlank();
    assertThat(party.path("nameType").asString("Personal")).isIn("Personal", "Organizational");
    assertThat(party.has("contributorType")).isEqualTo(contributes);
    if (contributes) {
      assertThat(party.get("contributorType").asString()).isIn(CONTRIBUTOR_TYPES);
    }
    party
        .path("nameIdentifiers")
        .forEach(
            identifier -> {
              assertOnly(identifier, "nameIdentifier", "nameIdentifierScheme", "schemeUri");
              assertThat(identifier.get("nameIdentifierScheme").asString()).isIn("ROR", "ORCID");
              assertThat(identifier.get("nameIdentifier").asString())
                  .startsWith(identifier.get("schemeUri").asString());
            });
  }

  @Test
  void raidHasWhatTheServiceWantsInItsTerms() {
    for (Accord accord : records()) {
      assertThat(raid(accord)).isNotEmpty();
      raid(accord).forEach(ExchangeTest::assertRaid);
    }
  }

  private static void assertRaid(JsonNode one) {
    assertOnly(
        one,
        "title",
        "date",
        "access",
        "contributor",
        "organisation",
        "relatedObject",
        "alternateIdentifier");
    JsonNode title = one.at("/title/0");
    assertOnly(title, "text", "type", "language", "startDate", "endDate");
    assertThat(title.get("text").asString()).isNotBlank().hasSizeLessThanOrEqualTo(100);
    assertTerm(
        title.get("type"), "title.type.schema/", Set.of(4, 5, 156, 157), "title.type.schema/376");
    assertOnly(one.get("date"), "startDate", "endDate");
    assertThat(one.at("/access/type/id").asString())
        .isEqualTo("https://vocabularies.coar-repositories.org/access_rights/c_abf2/");
    one.get("contributor").forEach(ExchangeTest::assertContributor);
    int leads = 0;
    for (JsonNode organisation : one.get("organisation")) {
      assertOnly(organisation, "id", "schemaUri", "role");
      assertThat(organisation.get("id").asString()).matches("https://ror\\.org/0[a-z0-9]{8}");
      assertThat(organisation.get("schemaUri").asString()).isEqualTo("https://ror.org/");
      assertThat(organisation.get("role")).isNotEmpty();
      for (JsonNode role : organisation.get("role")) {
        assertOnly(role, "id", "schemaUri", "startDate", "endDate");
        Set<Integer> roles = Set.of(182, 183, 184, 185, 186, 187, 188);
        assertTerm(role, "organisation.role.schema/", roles, "organisation.role.schema/359");
        leads += role.get("id").asString().endsWith("/182") ? 1 : 0;
      }
    }
    assertThat(leads).isLessThanOrEqualTo(1);
    for (JsonNode object : one.get("relatedObject")) {
      assertOnly(object, "id", "schemaUri", "type", "category");
      assertThat(object.get("id").asString()).startsWith("https://doi.org/10.");
      assertThat(object.get("schemaUri").asString()).isEqualTo("https://doi.org/");
      assertTerm(
          object.get("type"),
          "relatedObject.type.schema/",
          Set.copyOf(IntStream.rangeClosed(247, 274).boxed().toList()),
          "relatedObject.type.schema/329");
      assertTerm(
          object.at("/category/0"),
          "relatedObject.category.id/",
          Set.of(190),
          "relatedObject.category.schemaUri/386");
    }
  }

  private static void assertContributor(JsonNode one) {
    assertOnly(one, "id", "schemaUri", "position", "leader", "contact");
    assertThat(one.get("id").asString()).matches("https://orcid\\.org/(\\d{4}-){3}\\d{3}[\\dX]");
    assertThat(one.get("position")).hasSize(1);
    JsonNode position = one.at("/position/0");
    assertThat(position.get("startDate").asString()).matches("\\d{4}(-\\d{2}){0,2}");
    assertTerm(
        position,
        "contributor.position.schema/",
        Set.of(307, 308, 309, 310, 311),
        "contributor.position.schema/305");
  }

  private static void assertTerm(JsonNode node, String list, Set<Integer> numbers, String schema) {
    assertThat(node.get("id").asString()).startsWith(RAID + list);
    assertThat(Integer.parseInt(node.get("id").asString().substring((RAID + list).length())))
        .isIn(numbers);
    assertThat(node.get("schemaUri").asString()).isEqualTo(RAID + schema);
  }

  @Test
  void anOrganisationHasOneRoleAtATimeAndOneLeads() {
    JsonNode organisations = raid(Accord.of("test", MORE)).at("/0/organisation");
    List<String> told = new ArrayList<>();
    organisations.forEach(
        one ->
            told.add(
                one.get("id").asString().substring(16)
                    + " "
                    + one.get("role").size()
                    + " "
                    + one.at("/role/0/id").asString().substring(RAID.length())));
    assertThat(told)
        .containsExactly(
            "04h1h0y33 1 organisation.role.schema/182", "02feahw73 1 organisation.role.schema/183");
    JsonNode people = raid(Accord.of("test", MORE)).at("/0/contributor");
    assertThat(people).hasSize(2);
    assertThat(people.at("/0/leader").asBoolean()).isTrue();
    assertThat(people.at("/1/leader").asBoolean()).isFalse();
  }

  @Test
  void whatTheSchemasWantAndTheRecordDoesNotKnowIsTold() {
    Accord accord = Accord.defaultRecord();
    List<Programme> all = accord.all(Programme.class);
    assertThat(Raid.missing(accord, all)).anyMatch(one -> one.startsWith("SEIS: contributor"));
    assertThat(DataCite.missing(accord, all)).isNotEmpty();
    for (JsonNode one : dataCite(accord)) {
      String name = one.at("/titles/0/title").asString().split(" ", -1)[0];
      boolean told =
          DataCite.missing(accord, all).stream()
              .anyMatch(s -> s.equals(name + ": publicationYear"));
      assertThat(told).as(name).isNotEqualTo(one.has("publicationYear"));
    }
    Accord full = Accord.of("test", MORE);
    assertThat(Raid.missing(full, full.all(Programme.class))).isEmpty();
    assertThat(
            Stream.of(DataCite.missing(full, full.all(Programme.class)))
                .flatMap(List::stream)
                .toList())
        .isEmpty();
  }

  @Test
  void theSameRecordIsTheSameText() {
    for (Accord accord : records()) {
      assertThat(DataCite.json(accord, accord.all(Programme.class)))
          .isEqualTo(DataCite.json(accord, accord.all(Programme.class)))
          .isNotEqualTo(Raid.json(accord, accord.all(Programme.class)));
    }
  }
}
