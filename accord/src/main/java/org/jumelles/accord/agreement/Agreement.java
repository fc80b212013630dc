package org.jumelles.accord.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// An instrument between organisations.
///
/// @param termYears how long it binds from its signature, in years; 0 where that is not known
/// @param signatories as the source names them, or empty
/// @param source where the fact is from
public record Agreement(
    String name,
    Kind kind,
    List<Organisation> parties,
    When signed,
    int termYears,
    String signatories,
    String source) {

  public enum Kind {
    FRAMEWORK,
    RENEWAL
  }

  public Agreement {
    parties = List.copyOf(parties);
    if (termYears < 0 || source.isBlank()) {
      throw new IllegalArgumentException(
          "agreement '" + name + "': " + termYears + " years, source '" + source + "'");
    }
  }

  /// The first day on which it surely bound, where the signature is dated.
  public Optional<LocalDate> bindsFrom() {
    return switch (signed) {
      case When.Day(LocalDate date) -> Optional.of(date);
      case When.Month(var month) -> Optional.of(month.atEndOfMonth());
      case When.NotKnown _ -> Optional.empty();
    };
  }

  /// The first day on which it may no longer have bound, where signature and term are known.
  public Optional<LocalDate> bindsUntil() {
    if (termYears == 0) {
      return Optional.empty();
    }
    return switch (signed) {
      case When.Day(LocalDate date) -> Optional.of(date.plusYears(termYears));
      case When.Month(var month) -> Optional.of(month.atDay(1).plusYears(termYears));
      case When.NotKnown _ -> Optional.empty();
    };
  }
}
