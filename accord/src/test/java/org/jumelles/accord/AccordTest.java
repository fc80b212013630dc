package org.jumelles.accord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.agreement.When;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.Role;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccordTest {
  private final Accord accord = Accord.defaultRecord();

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
    String answer =
        switch (accord.responsibleFor("SEIS", Utc.parse(time))) {
          case Answer.Known(RoleAssignment assignment) -> assignment.organisation().name();
          case Answer.NotKnown(String reason) -> reason;
        };
    assertThat(answer).startsWith(expected);
  }

  @Test
  void anUnknownProgrammeHasNoAnswer() {
    assertThat(accord.responsibleFor("IASI", Utc.parse("2019-01-01")))
        .isEqualTo(new Answer.NotKnown("The record knows no programme IASI."));
  }

  @Test
  void aRoleAloneNeverMakesAccountable() {
    RoleAssignment role = role("CNES", false, new When.NotKnown("test"), new When.NotKnown("test"));
    Accord only =
        new Accord(
            List.of(), List.of(), List.of(new Programme("X", "Y", "t")), List.of(role), List.of());
    assertThat(only.responsibleFor("X", Utc.parse("2019-01-01")))
        .isInstanceOf(Answer.NotKnown.class);
  }

  @Test
  void anAnswerCarriesADateThatIsNotKnown() {
    RoleAssignment role = role("CNES", true, new When.NotKnown("lost"), When.day("2020-01-01"));
    Accord only =
        new Accord(
            List.of(), List.of(), List.of(new Programme("X", "Y", "t")), List.of(role), List.of());
    assertThat(only.responsibleFor("X", Utc.parse("1990-01-01"))).isEqualTo(new Answer.Known(role));
    assertThat(role.from()).hasToString("not known: lost");
  }

  @Test
  void twoAccountableAtOnceAreRefusedByName() {
    List<RoleAssignment> both =
        List.of(
            role("CNES", true, When.day("2012-01-01"), When.day("2015-01-01")),
            role("CNRS", true, When.day("2015-01-01"), When.day("2016-01-01")));
    assertThatThrownBy(() -> new Accord(List.of(), List.of(), List.of(), both, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("X: both CNES and CNRS would be accountable at one date");
  }

  @ParameterizedTest
  @CsvSource({
    "1975-01-01, No agreement is recorded",
    "1990-01-01, The term of the agreement of 6 April 1976",
    "2008-01-01, CNES-CNRS framework agreement 2007 until 2010-08-01",
    "2011-01-01, Nothing was found between the three years from August 2007",
    "2013-07-16, CNES-CNRS framework agreement 2013 until 2016-07-16",
    "2016-07-16, Nothing was found between 16 July 2016",
    "2019-07-22, Nothing was found between 16 July 2016",
    "2024-07-22, CNES-CNRS framework agreement 2019 until 2024-07-23",
    "2024-07-23, Nothing was found after 23 July 2024",
  })
  void whatBindsIsOnlyWhatSignaturesAndTermsProve(String day, String expected) {
    assertThat(text(accord.inForce(LocalDate.parse(day)))).startsWith(expected);
  }

  @Property
  void everyDaySince1976HasAnAgreementOrAStatedGap(
      @ForAll @LongRange(min = 0, max = 25_000) long days) {
    LocalDate day = LocalDate.of(1976, 4, 6).plusDays(days);
    assertThat(text(accord.inForce(day))).doesNotContain("No agreement is recorded");
  }

  @Test
  void everyFactButNamesAndGapsHasASource() {
    for (Fact fact : accord.facts()) {
      Map<String, String> fields = fact.fields();
      if (!fact.kind().equals("organisation") && !fact.kind().equals("gap")) {
        assertThat(fields.get("source")).as(fact.toString()).startsWith("docs/partnership.md");
      }
    }
    assertThat(accord.facts()).hasSize(3 + 4 + 1 + 3 + 5);
  }

  private static String text(Binding binding) {
    return switch (binding) {
      case Binding.InForce(var agreement, LocalDate until) -> agreement.name() + " until " + until;
      case Binding.NotKnown(String reason) -> reason;
    };
  }

  private static RoleAssignment role(String name, boolean accountable, When from, When to) {
    return new RoleAssignment(
        new Organisation(name, ""),
        "X",
        Role.PRIME_CONTRACTOR,
        "all",
        accountable,
        from,
        to,
        "not known",
        "test");
  }
}
