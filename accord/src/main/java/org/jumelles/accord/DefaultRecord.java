package org.jumelles.accord;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.accord.fact.Fact;

/// The facts that come with the program, each with its source; gaps stand as gaps.
final class DefaultRecord {
  private static final String CHAIN = "CNES-CNRS framework agreement";
  private static final String DOCUMENT = "docs/partnership.md, ";
  private static final String CHAIN_SOURCE =
      DOCUMENT + "the framework agreement: public announcements of CNES and CNRS";
  private static final String SEIS_SOURCE =
      DOCUMENT
          + "SEIS on InSight: CNES prime contractor of the French share, IPGP the institute of the"
          + " principal investigator";
  private static final String ACCOUNTABLE_SOURCE =
      SEIS_SOURCE
          + "; 20 August 2012 to 21 December 2022; the flag `accountable` is this record's own"
          + " statement";
  private static final String IASI_SOURCE = DOCUMENT + "IASI: CNES with EUMETSAT; AERIS serves";
  private static final String RYUGU_SOURCE =
      DOCUMENT + "Ryugu samples of Hayabusa2: JAXA curates, sample analysis in France";
  private static final String SURVEY_SOURCE = DOCUMENT + "the science survey seminar";
  private static final String DOMAINS =
      "study and exploration of the universe; study of Earth and its environment; life sciences in"
          + " space; chemical sciences (new fuels); materials sciences (microgravity); information"
          + " and communication science and technologies; engineering sciences (launchers and"
          + " orbital systems); human and social sciences";

  private DefaultRecord() {}

  static List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.addAll(organisations());
    facts.addAll(agreements());
    facts.addAll(programmes());
    facts.addAll(roles());
    facts.addAll(editions());
    facts.addAll(policies());
    facts.addAll(gaps());
    return facts;
  }

  private static List<Fact> organisations() {
    return List.of(
        organisation("CNES", "Centre national d'\u00e9tudes spatiales", "04h1h0y33", CHAIN_SOURCE),
        organisation(
            "CNRS", "Centre national de la recherche scientifique", "02feahw73", CHAIN_SOURCE),
        organisation("IPGP", "Institut de physique du globe de Paris", "", SEIS_SOURCE),
        organisation("EUMETSAT", "", "", IASI_SOURCE),
        organisation("AERIS", "", "", IASI_SOURCE),
        organisation("JAXA", "Japan Aerospace Exploration Agency", "", RYUGU_SOURCE));
  }

  private static Fact organisation(String name, String fullName, String ror, String source) {
    return Fact.of("organisation", name, "full_name", fullName, "ror", ror, "source", source);
  }

  private static List<Fact> agreements() {
    return List.of(
        agreement("1976", "framework", "1976-04-06", "not known", "not known", ""),
        agreement("2007", "renewal", "2007-08", "3", "Migus / d'Escatha", ""),
        agreement("2013", "renewal", "2013-07-16", "3", "Fuchs / Le Gall", ""),
        agreement("2019", "renewal", "2019-07-23", "5", "Petit / Le Gall", DOMAINS));
  }

  private static Fact agreement(
      String year, String kind, String signed, String term, String signatories, String domains) {
    return Fact.of(
        "agreement",
        CHAIN + " " + year,
        "chain",
        CHAIN,
        "kind",
        kind,
        "parties",
        "CNES; CNRS",
        "signed",
        signed,
        "term_years",
        term,
        "signatories",
        signatories,
        "domains",
        domains,
        "source",
        CHAIN_SOURCE);
  }

  private static List<Fact> programmes() {
    return List.of(
        Fact.of("programme", "SEIS", "mission", "InSight", "source", SEIS_SOURCE),
        Fact.of("programme", "IASI", "mission", "Metop", "source", IASI_SOURCE),
        Fact.of("programme", "Ryugu", "mission", "Hayabusa2", "source", RYUGU_SOURCE));
  }

  private static List<Fact> roles() {
    List<Fact> roles = new ArrayList<>();
    roles.add(
        Fact.of(
            "role",
            "CNES-SEIS",
            "organisation",
            "CNES",
            "programme",
            "SEIS",
            "role",
            "prime_contractor",
            "scope",
            "French share of SEIS",
            "accountable",
            "yes",
            "from",
            "2012-08-20",
            "to",
            "2022-12-21",
            "source",
            ACCOUNTABLE_SOURCE));
    roles.add(role("IPGP", "SEIS", "pi_institute", "SEIS instrument", SEIS_SOURCE));
    roles.add(
        role("IPGP", "SEIS", "data_centre", "Mars SEIS data service (inferred)", SEIS_SOURCE));
    roles.add(role("CNES", "IASI", "project_oversight", "IASI instrument", IASI_SOURCE));
    roles.add(role("EUMETSAT", "IASI", "international_partner", "Metop satellites", IASI_SOURCE));
    roles.add(role("AERIS", "IASI", "data_centre", "trace gas data service", IASI_SOURCE));
    roles.add(role("JAXA", "Ryugu", "international_partner", "curation of samples", RYUGU_SOURCE));
    roles.add(role("CNRS", "Ryugu", "scientific_support", "sample analysis", RYUGU_SOURCE));
    return roles;
  }

  private static Fact role(
      String organisation, String programme, String role, String scope, String source) {
    String unknown = "not known: the source gives no date";
    return Fact.of(
        "role",
        organisation + "-" + programme + "-" + role,
        "organisation",
        organisation,
        "programme",
        programme,
        "role",
        role,
        "scope",
        scope,
        "from",
        unknown,
        "to",
        unknown,
        "source",
        source);
  }

  private static List<Fact> editions() {
    return List.of(
        edition("2009", "Biarritz", "", "", "", ""),
        edition("2014", "La Rochelle", "", "", "", ""),
        edition("2019", "Le Havre", "2019-10-08", "2019-10-10", "225", "17"),
        edition("2024", "Saint-Malo", "", "", "", ""));
  }

  private static Fact edition(
      String year, String place, String from, String to, String contributions, String groups) {
    return Fact.of(
        "edition",
        year,
        "place",
        place,
        "from",
        from,
        "to",
        to,
        "contributions",
        contributions,
        "groups",
        groups,
        "source",
        SURVEY_SOURCE);
  }

  private static List<Fact> policies() {
    return List.of(
        Fact.of(
            "policy",
            "SEIS",
            "programme",
            "SEIS",
            "embargo_months",
            "3",
            "acknowledgement",
            "not known: the exact text was not seen",
            "source",
            DOCUMENT
                + "SEIS on InSight: public three months after acquisition; the exact rule is not"
                + " verified"),
        Fact.of(
            "policy",
            "IASI",
            "programme",
            "IASI",
            "embargo_months",
            "0",
            "tiers",
            "acknowledge; offer co-authorship",
            "source",
            IASI_SOURCE));
  }

  private static List<Fact> gaps() {
    return List.of(
        gap(
            "chain-1976",
            CHAIN,
            "1976-04-06",
            "2007-08-31",
            "The term of the agreement of 6 April 1976, and what bound until August 2007, are not"
                + " known."),
        gap(
            "chain-2010",
            CHAIN,
            "2010-08-01",
            "2013-07-15",
            "Nothing was found between the three years from August 2007 and 16 July 2013."),
        gap(
            "chain-2016",
            CHAIN,
            "2016-07-16",
            "2019-07-22",
            "Nothing was found between 16 July 2016, when three years had passed, and 23 July"
                + " 2019."),
        gap(
            "chain-2024",
            CHAIN,
            "2024-07-23",
            "not known: no later agreement was found",
            "Nothing was found after 23 July 2024, when five years had passed."),
        gap(
            "SEIS-2022",
            "SEIS",
            "2022-12-22",
            "not known: no document was found",
            "The mission ended on 21 December 2022; who answers for SEIS since then is not"
                + " recorded."));
  }

  private static Fact gap(String id, String subject, String from, String to, String statement) {
    return Fact.of("gap", id, "subject", subject, "from", from, "to", to, "statement", statement);
  }
}
