package org.jumelles.ryugu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the ledger holds, and what it refuses.
class SampleLedgerTest {

  @Test
  void namesAreKeptAsGivenAndReadLeniently() {
    SampleName plain = new SampleName(" A0001 ");
    assertThat(plain.given()).isEqualTo("A0001");
    assertThat(plain.chamber()).contains("A");
    assertThat(plain.number()).contains("0001");
    assertThat(plain.part()).isEmpty();
    assertThat(new SampleName("C0041b").part()).isEqualTo("b");
    assertThat(new SampleName("X0000-abc/7 ps").part()).isEqualTo("abc/7 ps");
    assertThat(new SampleName("Chamber A").chamber()).isEmpty();
    assertThat(new SampleName("A00012").chamber()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new SampleName("  "));
    assertThatIllegalArgumentException().isThrownBy(() -> new SampleName("A\u0007"));
  }

  @Test
  void aCircleIsRefusedWithItsNamesAndTheRestStands() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=A form=grain parents=C",
            "sample name=B form=grain parents=A",
            "sample name=C form=grain parents=B",
            "sample name=D form=grain parents=C",
            "sample name=E form=grain",
            "sample name=F form=grain parents=F");
    assertThat(Rows.complaints(ledger, 1)).isEqualTo("parents: a circle: A from C from B from A");
    assertThat(Rows.complaints(ledger, 2)).isEqualTo("parents: a circle: B from A from C from B");
    assertThat(Rows.complaints(ledger, 4)).contains("its parent C").contains("was refused");
    assertThat(Rows.complaints(ledger, 6)).isEqualTo("parents: a circle: F from F");
    assertThat(ledger.samples()).extracting(Fact.Sample::name).containsExactly(new SampleName("E"));
  }

  @Test
  void aLongCircleAndALongChainTakeNoLongerThanTheyAreLong() {
    int n = 20_000;
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      lines.add("sample form=grain name=C" + i + " parents=C" + (i + 1) % n);
    }
    for (int i = 0; i < n; i++) {
      lines.add("sample form=grain name=D" + i + " parents=" + (i == 0 ? "C0" : "D" + (i - 1)));
    }
    SampleLedger ledger =
        assertTimeout(Duration.ofSeconds(20), () -> Rows.ledger(lines.toArray(String[]::new)));
    assertThat(ledger.samples()).isEmpty();
    assertThat(ledger.entries()).allMatch(Entry::isRefused);
    assertThat(Rows.complaints(ledger, 1)).contains("20000 in all");
  }

  @Test
  void massesAreNumbersWithASigmaOrTheyAreRefusedInTheirField() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=A form=grain mass_mg=-3 sigma_mg=1",
            "sample name=B form=grain mass_mg=3 sigma_mg=-1",
            "sample name=C form=grain mass_mg=NaN",
            "sample name=D form=grain mass_mg=1e999999999",
            "sample name=E form=grain mass_mg=1 mass_g=1",
            "sample name=F form=grain sigma_mg=1",
            "sample name=G form=grain mass_g=3.237+-0.002",
            "sample name=H form=grain mass_mg=2",
            "sample name=I form=grain mass_mg=2+-1 sigma_mg=1");
    assertThat(Rows.complaints(ledger, 1)).isEqualTo("mass_mg: a negative mass, -3");
    assertThat(Rows.complaints(ledger, 2)).isEqualTo("sigma_mg: a negative sigma, -1");
    assertThat(Rows.complaints(ledger, 3)).isEqualTo("mass_mg: 'NaN' is no number");
    assertThat(Rows.complaints(ledger, 4)).contains("out of range");
    assertThat(Rows.complaints(ledger, 5)).contains("twice");
    assertThat(Rows.complaints(ledger, 6)).contains("without mass_mg");
    assertThat(ledger.find("G").mass()).contains(Mass.of(3237, 2));
    assertThat(Rows.complaints(ledger, 8)).contains("no balance over this mass has a sigma");
    assertThat(Rows.complaints(ledger, 9)).contains("twice");
    assertThat(ledger.samples()).hasSize(2);
  }

  @Test
  void aNameIsGivenOnceAndNearMissesAreTold() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=C0041b form=grain",
            "sample name=C0041b form=gas",
            "sample name=c0041B form=grain",
            "sample name=X form=grain parents=C0041B",
            "weight name=A0001 date=2021-01-01 mass_mg=1+-1");
    assertThat(Rows.complaints(ledger, 2)).contains("is the name of entry 1 already");
    assertThat(Rows.complaints(ledger, 3)).contains("is 'C0041b' but for case");
    assertThat(Rows.complaints(ledger, 4)).contains("there is 'C0041b'");
    assertThat(Rows.complaints(ledger, 5)).isEqualTo("name: there is no sample 'A0001'");
    assertThat(ledger.samples()).hasSize(2);
  }

  @Test
  void daysFollowOneAnother() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=A form=grain date=2021-03-01",
            "sample name=B form=chip parents=A date=2021-02-28",
            "weight name=A date=2020-01-01 mass_mg=1+-1",
            "loan id=L1 name=A date=2022-01-01 due=2021-12-31 holder=H",
            "loan id=L2 name=A date=2022-01-01 due=2023-01-01 holder=H",
            "loan id=L3 name=A date=2022-06-01 due=2023-01-01 holder=H",
            "return loan=L2 date=2021-12-31",
            "return loan=L2 date=2022-12-01",
            "return loan=L2 date=2022-12-02",
            "loan id=L4 name=A date=2022-12-01 due=2023-12-01 holder=H",
            "loan id=L5 name=A date=2022-13-01 due=2023-12-01 holder=H");
    assertThat(Rows.complaints(ledger, 2)).contains("is before its parent A, 2021-03-01");
    assertThat(Rows.complaints(ledger, 3)).contains("before there was a sample A");
    assertThat(Rows.complaints(ledger, 4)).contains("2021-12-31 is before the loan");
    assertThat(Rows.complaints(ledger, 6)).contains("A is out on L2 from 2022-01-01 to 2022-12-01");
    assertThat(Rows.complaints(ledger, 7)).contains("is before the loan of 2022-01-01");
    assertThat(Rows.complaints(ledger, 9)).contains("stands in entry 8 already");
    assertThat(Rows.complaints(ledger, 10)).isEmpty();
    assertThat(Rows.complaints(ledger, 11)).contains("2022-13-01");
  }

  @Test
  void loansAreDueAndOverdueByTheDayThatIsAskedFor() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=A form=grain",
            "sample name=B form=grain",
            "loan id=L1 name=A date=2022-01-01 due=2023-01-01 holder=H",
            "return loan=L1 date=2023-02-01",
            "allocation id=L2 name=B date=2022-01-01 holder=NASA");
    assertThat(states(ledger, "2021-12-31")).isEmpty();
    assertThat(states(ledger, "2023-01-01")).containsExactly("OUT 0", "ALLOCATED -");
    assertThat(states(ledger, "2023-01-02")).containsExactly("OVERDUE -1", "ALLOCATED -");
    assertThat(states(ledger, "2023-02-01")).containsExactly("RETURNED -31", "ALLOCATED -");
  }

  private static List<String> states(SampleLedger ledger, String day) {
    return ledger.loans(LocalDate.parse(day)).stream()
        .map(
            one -> one.state() + " " + one.daysToDue().map(days -> Long.toString(days)).orElse("-"))
        .toList();
  }

  @Test
  void pristineLastsUntilTheFirstExposureOnTheWay() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=A form=grain date=2021-01-01 condition=pristine",
            "sample name=B form=chip parents=A date=2021-06-01",
            "exposure name=A date=2021-07-01 to=air",
            "sample name=C form=chip parents=A date=2021-08-01",
            "sample name=D form=chip parents=C date=2021-09-01 condition=pristine",
            "sample name=E form=grain");
    assertThat(condition(ledger, "B")).isEqualTo("pristine");
    assertThat(condition(ledger, "A")).isEqualTo("exposed to air since 2021-07-01 as A");
    assertThat(condition(ledger, "C")).isEqualTo("exposed to air since 2021-07-01 as A");
    assertThat(condition(ledger, "E")).isEqualTo("not known; no exposure is recorded");
    assertThat(Rows.complaints(ledger, 5)).contains("said to be pristine, but exposed to air");
  }

  private static String condition(SampleLedger ledger, String name) {
    return Condition.of(ledger, new SampleName(name)).toString();
  }

  @Test
  void correctionsAreEntriesAndTheOldOnesStay() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=A form=grain mass_mg=30+-1",
            "correction of=1 field=mass_mg value=3+-1 reason=typo",
            "sample name=B form=grain",
            "withdrawal of=3 reason=no~such~grain",
            "correction of=1 field=colour value=red reason=wish",
            "correction of=99 field=mass_mg value=1 reason=no",
            "correction of=2 field=value value=1 reason=no",
            "weight name=B date=2021-01-01 mass_mg=1+-1");
    assertThat(ledger.find("A").mass()).contains(Mass.of(3, 1));
    assertThat(ledger.entries().getFirst().row().body()).containsEntry("mass_mg", "30+-1");
    assertThatIllegalArgumentException().isThrownBy(() -> ledger.find("B"));
    assertThat(Rows.complaints(ledger, 5)).contains("no field 'colour'");
    assertThat(Rows.complaints(ledger, 6)).contains("no entry 99");
    assertThat(Rows.complaints(ledger, 7)).contains("a correction is not corrected");
    assertThat(Rows.complaints(ledger, 8)).contains("there is no sample 'B'");
  }

  @Test
  void analysesLieOnTheImageThatTheyName() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=A form=grain",
            "sample name=B form=chip parents=A",
            "image id=I name=A technique=MicrOmega lines=256 samples=250",
            "analysis id=1 name=B date=2021-01-01 technique=NIR image=I region=10,20~30,40",
            "analysis id=2 name=A date=2021-01-01 technique=NIR image=I region=10,250",
            "analysis id=3 name=A date=2021-01-01 technique=NIR image=J region=10,20",
            "analysis id=4 name=A date=2021-01-01 technique=NIR image=I region=ten",
            "analysis id=1 name=A date=2021-01-01 technique=NIR");
    assertThat(Rows.complaints(ledger, 4)).isEmpty();
    assertThat(Rows.complaints(ledger, 5)).contains("is off image I of 256 lines");
    assertThat(Rows.complaints(ledger, 6)).contains("there is no image 'J'");
    assertThat(Rows.complaints(ledger, 7)).contains("LINE,SAMPLE");
    assertThat(Rows.complaints(ledger, 8)).contains("'1' stands in entry 4 already");
  }
}
