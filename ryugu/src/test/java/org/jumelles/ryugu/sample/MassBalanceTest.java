package org.jumelles.ryugu.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Where mass went, with the sigma of what nobody can tell.
class MassBalanceTest {

  /// 5.424 +- 0.217 g came back, 3.237 +- 0.002 g of chamber A and 2.025 +- 0.003 g of C
  /// [Yada2022].
  @Test
  void whatCameBackFromRyuguBalancesWithinItsSigma() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=Ryugu form=bulk mass_g=5.424+-0.217",
            "sample name=A form=bulk parents=Ryugu mass_g=3.237+-0.002",
            "sample name=C form=bulk parents=Ryugu mass_g=2.025+-0.003");
    MassBalance balance = MassBalance.of(ledger, new SampleName("Ryugu"));
    assertThat(balance.unaccountedMg().orElseThrow()).isCloseTo(162, within(1e-9));
    assertThat(balance.sigmaMg().orElseThrow())
        .isCloseTo(Math.sqrt(217 * 217 + 2 * 2 + 3 * 3), within(1e-9));
    assertThat(balance.verdict()).isEqualTo("consistent with zero");
    assertThat(balance.terms()).hasSize(3);
  }

  /// On one balance, whose scale is off by 1 %, ten parts of 10 mg are off by 1 mg together, as the
  /// whole is: nothing of it is left in the difference. On two balances it does not cancel.
  @Test
  void theScaleOfASharedBalanceAddsLinearly() {
    List<String> lines = new ArrayList<>();
    lines.add("balance id=B scale_sigma_relative=0.01");
    lines.add("balance id=C scale_sigma_relative=0.02");
    lines.add("sample name=P form=grain mass_mg=101+-0.3 balance=B");
    for (int i = 0; i < 10; i++) {
      lines.add("sample form=chip parents=P mass_mg=10+-0.1 balance=B name=K" + i);
    }
    MassBalance same = balance(lines);
    double readings = 0.3 * 0.3 + 10 * 0.1 * 0.1;
    assertThat(same.unaccountedMg().orElseThrow()).isCloseTo(1, within(1e-9));
    assertThat(same.sigmaMg().orElseThrow())
        .isCloseTo(Math.sqrt(readings + 0.01 * 0.01), within(1e-12));
    lines.replaceAll(
        line -> line.replace("mass_mg=10+-0.1 balance=B", "mass_mg=10+-0.1 balance=C"));
    assertThat(balance(lines).sigmaMg().orElseThrow())
        .isCloseTo(Math.sqrt(readings + 1.01 * 1.01 + 2 * 2), within(1e-12));
  }

  private static MassBalance balance(List<String> lines) {
    return MassBalance.of(Rows.ledger(lines.toArray(String[]::new)), new SampleName("P"));
  }

  @Test
  void whatIsNotKnownIsNotSummed() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=P form=grain mass_mg=10+-0.1",
            "sample name=Q form=grain mass_mg=5",
            "sample name=K form=chip parents=P",
            "sample name=M form=chip parents=P;Q mass_mg=3+-0.1",
            "sample name=N form=chip parents=Q=2+-0.1");
    MassBalance p = MassBalance.of(ledger, new SampleName("P"));
    assertThat(p.unaccountedMg()).isEmpty();
    assertThat(p.verdict()).isEqualTo("not known");
    assertThat(p.notes()).contains("K was never weighed", "how much of M came from P is not told");
    assertThat(MassBalance.of(ledger, new SampleName("K")).verdict()).isEqualTo("not known");
    SampleLedger sigmaless =
        Rows.ledger("sample name=P form=grain mass_mg=5", "sample name=K form=chip parents=P=2+-1");
    MassBalance open = MassBalance.of(sigmaless, new SampleName("P"));
    assertThat(open.unaccountedMg().orElseThrow()).isEqualTo(3);
    assertThat(open.sigmaMg()).isEmpty();
    assertThat(open.verdict()).isEqualTo("of unknown sigma");
  }

  @Test
  void whatIsLeftCountsAndWhatWasTakenLaterDoesNot() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=P form=grain date=2021-01-01 mass_mg=10+-0.1",
            "sample name=K form=chip parents=P date=2021-02-01 mass_mg=4+-0.1",
            "weight name=P date=2021-02-02 mass_mg=5.9+-0.1",
            "sample name=L form=chip parents=P date=2021-03-01 mass_mg=1+-0.1");
    MassBalance balance = MassBalance.of(ledger, new SampleName("P"));
    assertThat(balance.unaccountedMg().orElseThrow()).isCloseTo(0.1, within(1e-12));
    assertThat(balance.notes()).anyMatch(note -> note.startsWith("L was taken after"));
  }

  @Test
  void moreThanThereWasIsDoubted() {
    SampleLedger ledger =
        Rows.ledger(
            "sample name=P form=grain mass_mg=10+-0.1",
            "sample name=K form=chip parents=P=11+-0.1");
    assertThat(Rows.complaints(ledger, 1)).contains("more was taken than there was");
    assertThat(MassBalance.of(ledger, new SampleName("P")).verdict())
        .isEqualTo("more mass is told of than there was");
  }

  /// Whatever is split and put together again, with every share told, each balance closes to the
  /// last bit of the decimal numbers, and what nobody took from adds up to what there was.
  @Property(tries = 200)
  void massIsConservedThroughAnySplitsAndMerges(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps) {
    Random random = new Random(seed);
    record Stock(String name, long micrograms) {}
    List<Stock> stock = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    stock.add(new Stock("R", 1_000_000 + random.nextInt(1_000_000)));
    lines.add("sample name=R form=grain mass_ug=" + stock.getFirst().micrograms() + "+-1");
    for (int step = 0; step < steps; step++) {
      if (stock.size() > 1 && random.nextInt(3) == 0) {
        Stock a = stock.remove(random.nextInt(stock.size()));
        Stock b = stock.remove(random.nextInt(stock.size()));
        Stock merged = new Stock("M" + step, a.micrograms() + b.micrograms());
        lines.add(
            "sample form=aggregate name="
                + merged.name()
                + " mass_ug="
                + merged.micrograms()
                + "+-1 parents="
                + share(a.name(), a.micrograms())
                + ";"
                + share(b.name(), b.micrograms()));
        stock.add(merged);
      } else {
        Stock parent = stock.remove(random.nextInt(stock.size()));
        long rest = parent.micrograms();
        int parts = 1 + random.nextInt(4);
        for (int part = 0; part < parts; part++) {
          long taken = part == parts - 1 ? rest : random.nextLong(rest + 1);
          rest -= taken;
          Stock child = new Stock("S" + step + "-" + part, taken);
          lines.add(
              "sample form=chip name="
                  + child.name()
                  + " parents="
                  + parent.name()
                  + " mass_ug="
                  + taken
                  + "+-1");
          stock.add(child);
        }
      }
    }
    SampleLedger ledger = Rows.ledger(lines.toArray(String[]::new));
    assertThat(ledger.entries()).noneMatch(Entry::isRefused);
    double leaves = 0;
    for (Fact.Sample sample : ledger.samples()) {
      MassBalance balance = MassBalance.of(ledger, sample.name());
      if (ledger.children(sample.name()).isEmpty()) {
        leaves += sample.mass().orElseThrow().mg();
      } else {
        assertThat(balance.unaccountedMg().orElseThrow()).isCloseTo(0, within(1e-9));
      }
      MassBalance.ofParents(ledger, sample.name())
          .filter(one -> one.unaccountedMg().isPresent())
          .ifPresent(
              one -> assertThat(one.unaccountedMg().getAsDouble()).isCloseTo(0, within(1e-9)));
    }
    double root = ledger.find("R").mass().orElseThrow().mg();
    assertThat(leaves).isCloseTo(root, within(1e-9));
    assertThat(
            SampleLineage.descendants(ledger, new SampleName("R")).stream()
                .filter(one -> !one.again()))
        .hasSize(ledger.samples().size());
  }

  private static String share(String name, long micrograms) {
    return name + "=" + BigDecimal.valueOf(micrograms, 3).toPlainString() + "+-0.001";
  }
}
