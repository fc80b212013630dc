package org.jumelles.ryugu.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What happens to samples: each entry names something that is there, and days follow one another.
final class Custody {
  private final Docket docket;
  private final Map<SampleName, Fact.Sample> samples;
  private final Map<String, Integer> balances = new HashMap<>();
  private final Map<String, Integer> images = new HashMap<>();
  private final Map<String, Integer> analyses = new HashMap<>();
  private final Map<String, Integer> loans = new HashMap<>();
  private final Map<String, Integer> returns = new HashMap<>();

  private Custody(Docket docket, Map<SampleName, Fact.Sample> samples) {
    this.docket = docket;
    this.samples = samples;
  }

  static void judge(Docket docket, Map<SampleName, Fact.Sample> samples) {
    Custody custody = new Custody(docket, samples);
    custody.each(custody::identifiers);
    custody.each(custody::events);
    custody.overlaps();
  }

  /// A judgement on one row that still stands.
  private interface Rule {
    void on(int i, Fact fact);
  }

  private void each(Rule rule) {
    for (int i = 0; i < docket.size(); i++) {
      Optional<Fact> fact = docket.fact(i);
      if (fact.isPresent()) {
        rule.on(i, fact.get());
      }
    }
  }

  private void identifiers(int i, Fact fact) {
    switch (fact) {
      case Fact.Balance balance -> once(i, balances, "id", balance.id());
      case Fact.Image image -> {
        if (known(i, image.name())) {
          once(i, images, "id", image.id());
        }
      }
      case Fact.Loan loan -> {
        if (known(i, loan.name()) && after(i, loan.name(), loan.date())) {
          once(i, loans, "id", loan.id());
        }
      }
      case Fact.Analysis analysis -> {
        if (known(i, analysis.name())) {
          once(i, analyses, "id", analysis.id());
        }
      }
      case Fact.Sample _,
          Fact.Weight _,
          Fact.Storage _,
          Fact.Exposure _,
          Fact.Contamination _,
          Fact.Return _,
          Fact.Control _,
          Fact.Correction _,
          Fact.Withdrawal _ -> {}
    }
  }

  private void events(int i, Fact fact) {
    switch (fact) {
      case Fact.Sample sample -> onBalance(i, sample.balance());
      case Fact.Weight weight -> {
        onDay(i, weight.name(), weight.date());
        onBalance(i, weight.balance());
      }
      case Fact.Storage storage -> onDay(i, storage.name(), storage.date());
      case Fact.Exposure exposure -> onDay(i, exposure.name(), exposure.date());
      case Fact.Contamination stain -> onDay(i, stain.name(), stain.date());
      case Fact.Return back -> {
        returned(i, back);
        onBalance(i, back.balance());
      }
      case Fact.Control control -> control(i, control);
      case Fact.Analysis analysis -> {
        onDay(i, analysis.name(), analysis.date());
        analysis.region().ifPresent(region -> region(i, analysis, region));
      }
      case Fact.Balance _, Fact.Image _, Fact.Loan _, Fact.Correction _, Fact.Withdrawal _ -> {}
    }
  }

  private void once(int i, Map<String, Integer> ids, String field, String id) {
    Integer earlier = ids.putIfAbsent(id, i);
    if (earlier != null) {
      docket.refuse(i, field, "'" + id + "' stands in " + docket.where(earlier) + " already");
    }
  }

  private boolean known(int i, SampleName name) {
    if (samples.containsKey(name)) {
      return true;
    }
    docket.refuse(i, "name", "there is no sample '" + name + "'");
    return false;
  }

  private boolean after(int i, SampleName name, LocalDate date) {
    Fact.Sample sample = samples.get(name);
    Optional<LocalDate> born = sample == null ? Optional.empty() : sample.date();
    if (born.isPresent() && date.isBefore(born.get())) {
      docket.refuse(i, "date", date + " is before there was a sample " + name + ", " + born.get());
      return false;
    }
    return true;
  }

  private void onDay(int i, SampleName name, LocalDate date) {
    if (known(i, name)) {
      after(i, name, date);
    }
  }

  private void onBalance(int i, Optional<String> balance) {
    if (balance.isPresent() && !balances.containsKey(balance.get())) {
      docket.doubt(i, "balance", "no entry tells the scale of balance '" + balance.get() + "'");
    }
  }

  private Optional<Fact.Loan> loan(String id) {
    Integer at = loans.get(id);
    return at != null && docket.fact(at).orElse(null) instanceof Fact.Loan loan
        ? Optional.of(loan)
        : Optional.empty();
  }

  private void returned(int i, Fact.Return back) {
    Optional<Fact.Loan> loan = loan(back.loan());
    if (loan.isEmpty()) {
      docket.refuse(i, "loan", "there is no loan '" + back.loan() + "'");
    } else if (back.date().isBefore(loan.get().date())) {
      docket.refuse(i, "date", back.date() + " is before the loan of " + loan.get().date());
    } else {
      once(i, returns, "loan", back.loan());
    }
  }

  private void control(int i, Fact.Control control) {
    Optional<Fact.Image> a = image(i, "image_a", control.imageA(), control.inA(), "a");
    Optional<Fact.Image> b = image(i, "image_b", control.imageB(), control.inB(), "b");
    if (a.isPresent() && b.isPresent() && control.imageA().equals(control.imageB())) {
      docket.refuse(i, "image_b", "a control point joins two images, not one with itself");
    }
  }

  private Optional<Fact.Image> image(
      int i, String field, String id, ImageRegion.Pixel pixel, String suffix) {
    Optional<Fact.Image> image = image(id);
    if (image.isEmpty()) {
      docket.refuse(i, field, "there is no image '" + id + "'");
    } else if (!on(pixel.line(), image.get().lines())) {
      docket.refuse(i, "line_" + suffix, pixel.line() + outside(image.get()));
      return Optional.empty();
    } else if (!on(pixel.sample(), image.get().samples())) {
      docket.refuse(i, "sample_" + suffix, pixel.sample() + outside(image.get()));
      return Optional.empty();
    }
    return image;
  }

  private static boolean on(double at, int size) {
    return at >= -0.5 && at <= size - 0.5;
  }

  private static String outside(Fact.Image image) {
    return " is off image "
        + image.id()
        + " of "
        + image.lines()
        + " lines and "
        + image.samples()
        + " samples";
  }

  private Optional<Fact.Image> image(String id) {
    Integer at = images.get(id);
    return at != null && docket.fact(at).orElse(null) instanceof Fact.Image image
        ? Optional.of(image)
        : Optional.empty();
  }

  private void region(int i, Fact.Analysis analysis, ImageRegion region) {
    Optional<Fact.Image> image = image(region.image());
    if (image.isEmpty()) {
      docket.refuse(i, "image", "there is no image '" + region.image() + "'");
    } else if (!region.fits(image.get().lines(), image.get().samples())) {
      docket.refuse(i, "region", "a corner" + outside(image.get()));
    } else if (!Ancestry.of(analysis.name(), samples).contains(image.get().name())) {
      docket.doubt(
          i,
          "image",
          region.image() + " shows " + image.get().name() + ", no ancestor of " + analysis.name());
    }
  }

  /// Nothing is in two hands on one day: a sample goes out again only when it has come back.
  private void overlaps() {
    Map<SampleName, List<Integer>> bySample = new HashMap<>();
    for (int i : loans.values().stream().sorted().toList()) {
      if (docket.fact(i).orElse(null) instanceof Fact.Loan loan) {
        bySample.computeIfAbsent(loan.name(), _ -> new ArrayList<>()).add(i);
      }
    }
    bySample.values().forEach(this::overlaps);
  }

  /// Whoever was recorded first stands.
  private void overlaps(List<Integer> ofOneSample) {
    List<Fact.Loan> standing = new ArrayList<>();
    for (int i : ofOneSample) {
      if (!(docket.fact(i).orElse(null) instanceof Fact.Loan loan)) {
        continue;
      }
      Optional<Fact.Loan> other =
          standing.stream().filter(one -> outTogether(one, loan)).findFirst();
      if (other.isPresent()) {
        docket.refuse(
            i,
            "date",
            loan.name()
                + " is out on "
                + other.get().id()
                + " from "
                + other.get().date()
                + end(other.get()).map(end -> " to " + end).orElse(" and not back"));
      } else {
        standing.add(loan);
      }
    }
  }

  private boolean outTogether(Fact.Loan one, Fact.Loan other) {
    return end(one).orElse(LocalDate.MAX).isAfter(other.date())
        && end(other).orElse(LocalDate.MAX).isAfter(one.date());
  }

  private Optional<LocalDate> end(Fact.Loan loan) {
    Integer at = returns.get(loan.id());
    return at != null && docket.fact(at).orElse(null) instanceof Fact.Return back
        ? Optional.of(back.date())
        : Optional.empty();
  }
}
