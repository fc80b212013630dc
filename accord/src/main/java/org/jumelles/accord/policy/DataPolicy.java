package org.jumelles.accord.policy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jumelles.accord.fact.Fields;
import org.jumelles.accord.fact.When;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// What a programme lets others do with its data.
///
/// @param embargoMonths calendar months after the end of an observation in which only those with a
///     role in the programme may read it
/// @param tiers of use, in words, such as `acknowledge` and `offer co-authorship`
/// @param licence by its SPDX identifier, or empty where not recorded
/// @param acknowledgement the exact text, or empty where not recorded
public record DataPolicy(
    String name,
    String programme,
    int embargoMonths,
    List<String> tiers,
    String licence,
    String acknowledgement,
    String contact,
    When from,
    When to,
    String source) {
  public DataPolicy {
    tiers = List.copyOf(tiers);
  }

  public static DataPolicy of(Fields fields) {
    return new DataPolicy(
        fields.id(),
        fields.text("programme"),
        fields.count("embargo_months", 0),
        fields.list("tiers"),
        fields.textOr("licence", ""),
        fields.textOr("acknowledgement", ""),
        fields.textOr("contact", ""),
        fields.when("from"),
        fields.when("to"),
        fields.text("source"));
  }

  public boolean holdsOn(LocalDate day) {
    return When.mayHold(from, to, day);
  }

  /// The instant at which an observation becomes public: its end and the months of the embargo, at
  /// the same UTC time of day, on the last day of a month that is too short. A leap second counts
  /// as the last second before it.
  public Moment opensAt(Moment observationEnd) {
    if (embargoMonths == 0) {
      return observationEnd;
    }
    Utc.Fields utc = Utc.fields(observationEnd);
    YearMonth month = YearMonth.of(utc.year(), utc.month()).plusMonths(embargoMonths);
    int day = Math.min(utc.dayOfMonth(), month.lengthOfMonth());
    LocalDateTime then =
        month.atDay(day).atTime(utc.hour(), utc.minute(), Math.min(59, utc.second()));
    return Utc.ofUnixNanos(then.toEpochSecond(ZoneOffset.UTC) * 1_000_000_000L + utc.nano());
  }
}
