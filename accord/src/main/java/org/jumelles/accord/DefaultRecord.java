package org.jumelles.accord;

import static org.jumelles.accord.agreement.When.day;
import static org.jumelles.accord.agreement.When.month;

import java.time.LocalDate;
import java.util.List;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.agreement.Agreement.Kind;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.agreement.When;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.Role;
import org.jumelles.accord.programme.RoleAssignment;

/// The facts that come with the program, one a line, each with its source; gaps stand as gaps.
final class DefaultRecord {
  /// The subject of the gaps in the chain of agreements.
  static final String CHAIN = "CNES-CNRS framework agreement";

  private static final Organisation CNES = new Organisation("CNES", "04h1h0y33");
  private static final Organisation CNRS = new Organisation("CNRS", "02feahw73");
  private static final Organisation IPGP = new Organisation("IPGP", "");

  private static final String CHAIN_SOURCE =
      "docs/partnership.md, the framework agreement: public announcements of CNES and CNRS";
  private static final String SEIS_SOURCE =
      "docs/partnership.md, SEIS on InSight: CNES prime contractor of the French share, IPGP the"
          + " institute of the principal investigator";
  private static final String ACCOUNTABLE_SOURCE =
      SEIS_SOURCE
          + "; 20 August 2012 to 21 December 2022; the flag `accountable` is this record's own"
          + " statement";
  private static final String NOT_NAMED = "not known: the source names no agreement";

  private DefaultRecord() {}

  static Accord accord() {
    return new Accord(
        List.of(CNES, CNRS, IPGP),
        agreements(),
        List.of(new Programme("SEIS", "InSight", SEIS_SOURCE)),
        roles(),
        gaps());
  }

  private static List<Agreement> agreements() {
    return List.of(
        agreement("1976", Kind.FRAMEWORK, day("1976-04-06"), 0, ""),
        agreement("2007", Kind.RENEWAL, month("2007-08"), 3, "Migus / d'Escatha"),
        agreement("2013", Kind.RENEWAL, day("2013-07-16"), 3, "Fuchs / Le Gall"),
        agreement("2019", Kind.RENEWAL, day("2019-07-23"), 5, "Petit / Le Gall"));
  }

  private static Agreement agreement(
      String year, Kind kind, When signed, int termYears, String signatories) {
    return new Agreement(
        CHAIN + " " + year,
        kind,
        List.of(CNES, CNRS),
        signed,
        termYears,
        signatories,
        CHAIN_SOURCE);
  }

  private static List<RoleAssignment> roles() {
    When dates = new When.NotKnown("the source gives no date");
    return List.of(
        new RoleAssignment(
            CNES,
            "SEIS",
            Role.PRIME_CONTRACTOR,
            "French share of SEIS",
            true,
            day("2012-08-20"),
            day("2022-12-21"),
            NOT_NAMED,
            ACCOUNTABLE_SOURCE),
        new RoleAssignment(
            IPGP,
            "SEIS",
            Role.PI_INSTITUTE,
            "SEIS instrument",
            false,
            dates,
            dates,
            NOT_NAMED,
            SEIS_SOURCE),
        new RoleAssignment(
            IPGP,
            "SEIS",
            Role.DATA_CENTRE,
            "Mars SEIS data service (inferred)",
            false,
            dates,
            dates,
            NOT_NAMED,
            SEIS_SOURCE));
  }

  private static List<Gap> gaps() {
    return List.of(
        gap(
            CHAIN,
            "1976-04-06",
            day("2007-08-31"),
            "The term of the agreement of 6 April 1976, and what bound until August 2007, are not"
                + " known."),
        gap(
            CHAIN,
            "2010-08-01",
            day("2013-07-15"),
            "Nothing was found between the three years from August 2007 and 16 July 2013."),
        gap(
            CHAIN,
            "2016-07-16",
            day("2019-07-22"),
            "Nothing was found between 16 July 2016, when three years had passed, and 23 July"
                + " 2019."),
        gap(
            CHAIN,
            "2024-07-23",
            new When.NotKnown("no later agreement was found"),
            "Nothing was found after 23 July 2024, when five years had passed."),
        gap(
            "SEIS",
            "2022-12-22",
            new When.NotKnown("no document was found"),
            "The mission ended on 21 December 2022; who answers for SEIS since then is not"
                + " recorded."));
  }

  private static Gap gap(String subject, String from, When to, String statement) {
    return new Gap(subject, new When.Day(LocalDate.parse(from)), to, statement);
  }
}
