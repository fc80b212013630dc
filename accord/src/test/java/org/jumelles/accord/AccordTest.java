package org.jumelles.accord;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jumelles.accord.agreement.Agreement;
import org.jumelles.accord.fact.Fact;
import org.jumelles.accord.policy.Access;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccordTest {
  private static final String CHAIN = "CNES-CNRS framework agreement";
  private static final List<Fact> GROUND =
      List.of(
          Fact.of("organisation", "CNES", "source", "test"),
          Fact.of("organisation", "CNRS", "source", "test"),
          Fact.of("programme", "X", "mission", "Y", "source", "test"));

  private final Accord accord = Accord.defaultRecord();

  private static Admission with(Fact... more) {
    List<Fact> all = new ArrayList<>(GROUND);
    all.addAll(List.of(more));
    return Accord.admit("test.yaml", all);
  }

  private static Accord admitted(Fact... more) {
    Admission admission = with(more);
    assertThat(admission.defects()).isEmpty();
    return admission.accord().orElseThrow();
  }

  private static Fact role(String id, String who, String scope, String from, String to) {
    return Fact.of(
        "role",
        id,
        "organisation",
        who,
        "programme",
        "X",
        "role",
        "prime_contractor",
        "scope",
        scope,
        "accountable",
        "yes",
        "from",
        from,
        "to",
        to,
        "source",
        "test");
  }

  @ParameterizedTest
  @CsvSource({
    "2012-08-20T00:00:00, CNES",
    "2019-05-22T23:19:27.049, CNES",
    "2022-12-21T23:59:59.999999999, CNES",
    "2022-12-22T00:00:00, The mission ended on 21 December 2022",
    "2026-01-01, The mission ended on 21 December 2022",
    "2012-08-19T23:59:59, No accountable organisation is recorded for SEIS on 2012-08-19",
  })
  void whoAnswersForSeisDependsOnTheDay(String time, String expected) {
    assertThat(text(accord.responsibleFor("SEIS", Utc.parse(time)))).startsWith(expected);
  }

  @Test
  void anUnknownProgrammeHasNoAnswer() {
    assertThat(text(accord.responsibleFor("Apollo", Utc.parse("2019-01-01"))))
        .isEqualTo("The record knows no programme Apollo.");
  }

  @Test
  void aRoleAloneNeverMakesAccountable() {
    assertThat(accord.all(RoleAssignment.class))
        .anyMatch(role -> role.programme().equals("IASI") && role.organisation().equals("CNES"));
    assertThat(accord.responsibleFor("IASI", Utc.parse("2019-01-01")))
        .isInstanceOf(Answer.NotKnown.class);
  }

  @Test
  void anAnswerCarriesADateThatIsNotKnown() {
    Accord only = admitted(role("r", "CNES", "all", "not known: lost", "2020-01-01"));
    assertThat(text(only.responsibleFor("X", Utc.parse("1990-01-01")))).isEqualTo("CNES");
    assertThat(only.all(RoleAssignment.class).getFirst().from()).hasToString("not known: lost");
  }

  @Test
  void twoAccountableForOnePartAtOnceAreRefusedByName() {
    Admission admission =
        with(
            role("first", "CNES", "all", "2012-01-01", "2015-01-01"),
            role("second", "CNRS", "all", "2015-01-01", "2016-01-01"));
    assertThat(admission.accord()).isEmpty();
    assertThat(admission.defects().getFirst().sentence())
        .isEqualTo(
            "test.yaml, role/second: accountable: X, all: both CNES (role/first) and CNRS would be"
                + " accountable at one date (one accountable organisation a part at any date)");
  }

  @Test
  void partsOfAProgrammeMayHaveTheirOwn() {
    Accord parts =
        admitted(
            role("first", "CNES", "instrument", "2012-01-01", "2015-01-01"),
            role("second", "CNRS", "operations", "2012-01-01", "2016-01-01"));
    LocalDate day = LocalDate.parse("2013-01-01");
    assertThat(text(parts.responsibleFor("X", "operations", day))).isEqualTo("CNRS");
    assertThat(text(parts.responsibleFor("X", Utc.parse("2013-01-01"))))
        .startsWith("Parts of X are answered for by CNES, CNRS");
    assertThat(text(parts.responsibleFor("X", Utc.parse("2015-06-01")))).isEqualTo("CNRS");
  }

  @ParameterizedTest
  @CsvSource({
    "1975-01-01, No agreement is recorded",
    "1990-01-01, The term of the agreement of 6 April 1976",
    "2008-01-01, CNES-CNRS framework agreement 2007 until 2010-08-01",
    "2011-01-01, Nothing was found between the three years from August 2007",
    "2013-07-16, CNES-CNRS framework agreement 2013 until 2016-07-16",
    "2016-07-16, Nothing was found between 16 July 2016",
    "2018-01-01, Nothing was found between 16 July 2016",
    "2019-07-22, Nothing was found between 16 July 2016",
    "2020-01-01, CNES-CNRS framework agreement 2019 until 2024-07-23",
    "2024-07-22, CNES-CNRS framework agreement 2019 until 2024-07-23",
    "2024-07-23, Nothing was found after 23 July 2024",
    "2026-01-01, Nothing was found after 23 July 2024",
  })
  void whatBindsIsOnlyWhatSignaturesAndTermsProve(String day, String expected) {
    assertThat(text(accord.inForce(CHAIN, LocalDate.parse(day)))).startsWith(expected);
  }

  @Property
  void everyDaySince1976HasAnAgreementOrAStatedGap(
      @ForAll @LongRange(min = 0, max = 25_000) long days) {
    LocalDate day = LocalDate.of(1976, 4, 6).plusDays(days);
    assertThat(text(accord.inForce(CHAIN, day))).doesNotContain("No agreement is recorded");
  }

  @Test
  void everyFactButAGapHasASource() {
    for (Fact fact : accord.facts()) {
      if (!fact.kind().equals("gap")) {
        assertThat(fact.fields().get("source")).as(fact.key()).startsWith("docs/partnership.md");
      }
    }
  }

  @Test
  void factsSurviveALedger() {
    List<Fact> again =
        accord.facts().stream().map(fact -> Fact.ofBody(fact.kind(), fact.body())).toList();
    assertThat(again).isEqualTo(accord.facts());
  }

  @Test
  void aLaterFactTakesThePlaceOfAnEarlierOne() {
    Accord corrected =
        admitted(
            role("r", "CNES", "all", "2012-01-01", "2015-01-01"),
            role("r", "CNRS", "all", "2012-01-01", "2015-01-01"));
    assertThat(text(corrected.responsibleFor("X", Utc.parse("2013-01-01")))).isEqualTo("CNRS");
  }

  @Test
  void anOverlapInAChainNeedsAReason() {
    Fact first = agreement("a", "2010-01-01", "");
    assertThat(with(first, agreement("b", "2014-01-01", "")).defects())
        .extracting(Defect::field)
        .containsExactly("overlap_reason");
    assertThat(with(first, agreement("b", "2014-01-01", "renewed early")).defects()).isEmpty();
    assertThat(with(first, agreement("b", "2015-01-01", "")).defects()).isEmpty();
  }

  private static Fact agreement(String id, String signed, String reason) {
    return Fact.of(
        "agreement",
        id,
        "chain",
        "c",
        "kind",
        "renewal",
        "parties",
        "CNES; CNRS",
        "signed",
        signed,
        "term_years",
        "5",
        "overlap_reason",
        reason,
        "source",
        "test");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "role|r|accountable|maybe|neither yes nor no",
        "role|r|from|2012-13-01|neither a day nor a month",
        "role|r|role|boss|is none of PROJECT_OVERSIGHT",
        "role|r|organisation|ESA|is not recorded",
        "role|r|to|2001-01-01|lies before",
        "role|r|colour|blue|role has no such field",
      })
  void aWrongFieldIsNamed(String kind, String id, String field, String value, String expected) {
    Fact good = role(id, "CNES", "all", "2012-01-01", "2015-01-01");
    List<String> namesAndValues = new ArrayList<>();
    good.fields()
        .forEach(
            (name, was) -> {
              namesAndValues.add(name);
              namesAndValues.add(name.equals(field) ? value : was);
            });
    if (!good.fields().containsKey(field)) {
      namesAndValues.addAll(List.of(field, value));
    }
    Admission admission = with(Fact.of(kind, id, namesAndValues.toArray(String[]::new)));
    assertThat(admission.defects()).hasSize(1);
    assertThat(admission.defects().getFirst().sentence())
        .startsWith("test.yaml, role/r: " + field)
        .contains(expected);
  }

  @Test
  void aDeliverableIsAcceptedBySomebodyWithEvidence() {
    Fact bare =
        Fact.of(
            "deliverable",
            "d",
            "programme",
            "X",
            "kind",
            "data",
            "title",
            "t",
            "due",
            "2020-01-01",
            "accepted",
            "2020-01-02",
            "source",
            "test");
    assertThat(with(bare).defects()).extracting(Defect::field).containsExactly("acceptor");
  }

  @Test
  void noticesComeTwelveSixAndOneMonthsBefore() {
    assertThat(levels("2023-07-22")).isEmpty();
    assertThat(levels("2023-07-23")).containsExactly(Notice.Level.WITHIN_A_YEAR);
    assertThat(levels("2024-01-23")).containsExactly(Notice.Level.WITHIN_SIX_MONTHS);
    assertThat(levels("2024-06-23")).containsExactly(Notice.Level.WITHIN_A_MONTH);
    assertThat(levels("2024-07-23")).containsExactly(Notice.Level.LATE);
  }

  private List<Notice.Level> levels(String day) {
    return Notices.on(accord, LocalDate.parse(day)).stream()
        .filter(notice -> notice.about().startsWith("agreement/"))
        .map(Notice::level)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2019-05-22T23:19:27, 2019-08-22T23:19:26, no",
    "2019-05-22T23:19:27, 2019-08-22T23:19:27, yes",
    "2019-05-22T23:19:27, 2019-08-22T23:19:28, yes",
    "2019-11-30T12:00:00, 2020-02-29T11:59:59, no",
    "2019-11-30T12:00:00, 2020-02-29T12:00:01, yes",
    "2016-12-31T23:59:60, 2017-03-31T23:59:58, no",
    "2016-12-31T23:59:60, 2017-03-31T23:59:59, yes",
  })
  void anEmbargoEndsOnTheSecond(String end, String at, String expected) {
    Access access = Permission.of(accord, "SEIS", Utc.parse(end), "", Utc.parse(at));
    assertThat(access.allowed()).isEqualTo(expected.equals("yes"));
  }

  @Test
  void aRoleOpensAnEmbargoUntilItEnds() {
    List<Fact> facts = accord.facts();
    facts.add(
        Fact.of(
            "role",
            "ann",
            "organisation",
            "IPGP",
            "person",
            "Ann",
            "programme",
            "SEIS",
            "role",
            "co_i_institute",
            "scope",
            "analysis",
            "from",
            "2019-01-01",
            "to",
            "2019-06-30",
            "source",
            "test"));
    Accord more = Accord.of("test", facts);
    Moment end = Utc.parse("2019-05-22T23:19:27");
    Access during = Permission.of(more, "SEIS", end, "Ann", Utc.parse("2019-06-30T23:59:59"));
    Access after = Permission.of(more, "SEIS", end, "Ann", Utc.parse("2019-07-01T00:00:00"));
    assertThat(during).isInstanceOf(Access.ByRole.class);
    assertThat(after).isInstanceOf(Access.Embargoed.class);
  }

  /// Where a month is too short, days of its predecessor share its last day: the time of day then
  /// orders them, not the day.
  @Property
  void anEmbargoNeverOpensADayEarlier(
      @ForAll @LongRange(min = 0, max = 2_000_000_000) long second,
      @ForAll @IntRange(min = 0, max = 10_000_000) int later) {
    var policy = accord.all(org.jumelles.accord.policy.DataPolicy.class).getFirst();
    Moment end = Utc.ofUnixNanos(second * 1_000_000_000L);
    Moment opens = policy.opensAt(end);
    assertThat(end.nanosUntil(opens) / 86_400_000_000_000L).isBetween(89L, 92L);
    Moment ofLater = policy.opensAt(end.plusNanos(later * 1_000_000_000L));
    assertThat(opens.nanosUntil(ofLater)).isGreaterThan(-86_400_000_000_000L);
  }

  private static String text(Binding binding) {
    return switch (binding) {
      case Binding.InForce(Agreement agreement, LocalDate until) ->
          agreement.name() + " until " + until;
      case Binding.NotKnown(String reason) -> reason;
    };
  }

  private static String text(Answer answer) {
    return switch (answer) {
      case Answer.Known(RoleAssignment assignment) -> assignment.organisation();
      case Answer.NotKnown(String reason) -> reason;
    };
  }
}
