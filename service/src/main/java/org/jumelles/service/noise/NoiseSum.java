package org.jumelles.service.noise;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.catalogue.Found;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.time.Span;
import org.jumelles.seis.noise.LevelCounts;
import org.jumelles.seis.noise.NoiseCsv;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Refusal;

/// The counts of one channel over several sols, added up.
///
/// @param used what was added, by time
/// @param leftOut what was not, and why, in sentences
record NoiseSum(String channel, LevelCounts counts, List<Found> used, List<String> leftOut) {
  NoiseSum {
    used = List.copyOf(used);
    leftOut = List.copyOf(leftOut);
  }

  /// All entries of noise that overlap a span, by channel and time.
  static List<Found> entries(Archive archive, Span span) {
    return archive.entries(new Query("noise", List.of(), span)).stream()
        .sorted(
            Comparator.comparing((Found found) -> found.entry().key())
                .thenComparing(found -> found.entry().span().start()))
        .toList();
  }

  /// What cannot be added, since its unit, rate or bands are not those of the latest sol, is told.
  ///
  /// @throws Refusal 404 where nothing of the channel is kept, 401 or 403 where the caller may have
  ///     nothing of it
  static NoiseSum of(Archive archive, Gate.Sieve sieve, String channel, Span span)
      throws IOException {
    List<Found> found =
        entries(archive, span).stream().filter(one -> nslc(one).equals(channel)).toList();
    List<Found> used = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    Optional<LevelCounts> sum = Optional.empty();
    for (Found one : found.reversed()) {
      Optional<LevelCounts> counts = Optional.empty();
      Optional<Pass> pass = sieve.pass(one);
      if (pass.isEmpty()) {
        leftOut.add(subject(one) + " is not open to you");
      } else if (!used.isEmpty() && !unit(one).equals(unit(used.getFirst()))) {
        leftOut.add(subject(one) + " is in " + unit(one));
      } else {
        counts = counts(pass.get(), one, channel, leftOut);
      }
      if (counts.isPresent() && sum.map(counts.get()::addsUpWith).orElse(true)) {
        sum = Optional.of(sum.map(counts.get()::plus).orElse(counts.get()));
        used.add(one);
      } else if (counts.isPresent()) {
        leftOut.add(subject(one) + " has other bands or another sampling rate");
      }
    }
    sieve.demand();
    String nothing = "no noise statistics of " + channel + " are kept for this time";
    return new NoiseSum(
        channel,
        sum.orElseThrow(
            () -> Refusal.missing(nothing + (leftOut.isEmpty() ? "" : ": " + leftOut.getFirst()))),
        used.reversed(),
        leftOut);
  }

  private static Optional<LevelCounts> counts(
      Pass pass, Found one, String channel, List<String> leftOut) throws IOException {
    List<String> lines = Files.readAllLines(pass.path(one.entry().payload()));
    try {
      return Optional.ofNullable(NoiseCsv.read(subject(one), lines).get(channel));
    } catch (MalformedDataException e) {
      leftOut.add(e.defect().sentence());
      return Optional.empty();
    }
  }

  static String nslc(Found found) {
    return new SourceId(found.entry().key()).nslc();
  }

  static String subject(Found found) {
    return found.entry().attributes().getOrDefault("subject", found.entry().key());
  }

  private static String unit(Found found) {
    return found.entry().attributes().getOrDefault("unit", "not told");
  }

  String unit() {
    return unit(used.getFirst());
  }

  String quantity() {
    return used.getFirst().entry().attributes().getOrDefault("quantity", "not told");
  }

  /// From the first to the last sample.
  Span span() {
    return new Span(
        used.getFirst().entry().span().start(),
        used.stream()
            .map(one -> one.entry().span().end())
            .max(Comparator.naturalOrder())
            .orElseThrow());
  }
}
