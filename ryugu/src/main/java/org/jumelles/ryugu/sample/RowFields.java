package org.jumelles.ryugu.sample;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.kernel.outcome.MalformedDataException;

/// The fields of one row as dates, names, numbers and masses; a wrong one is told with its place.
record RowFields(Row row) {
  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
  private static final Pattern PLUS_MINUS = Pattern.compile("\\s*(?:\\+-|\\+/-|\\u00b1)\\s*");

  /// Units of mass in field names, and how many digits lie between them and milligrams.
  private enum Unit {
    G("_g", 3),
    MG("_mg", 0),
    UG("_ug", -3);

    private final String suffix;
    private final int digits;

    Unit(String suffix, int digits) {
      this.suffix = suffix;
      this.digits = digits;
    }
  }

  Optional<String> text(String field) {
    return row.cell(field).map(cell -> cell.value().strip());
  }

  String needText(String field) {
    return text(field).orElseThrow(() -> wrong(field, "it is missing"));
  }

  SampleName needName(String field) {
    return read(field, needText(field), SampleName::new);
  }

  Optional<LocalDate> date(String field) {
    return text(field).map(text -> read(field, text, RowFields::toDate));
  }

  LocalDate needDate(String field) {
    return read(field, needText(field), RowFields::toDate);
  }

  private static LocalDate toDate(String text) {
    Matcher match = DATE.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no date such as 2021-07-06");
    }
    try {
      return LocalDate.of(
          Integer.parseInt(match.group(1)),
          Integer.parseInt(match.group(2)),
          Integer.parseInt(match.group(3)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
    }
  }

  double needNumber(String field) {
    return read(field, needText(field), text -> decimal(text).doubleValue());
  }

  OptionalDouble number(String field) {
    return text(field).isPresent() ? OptionalDouble.of(needNumber(field)) : OptionalDouble.empty();
  }

  long needCount(String field) {
    return read(
        field,
        needText(field),
        text -> {
          try {
            long count = decimal(text).longValueExact();
            if (count < 1) {
              throw new IllegalArgumentException(text + " is less than 1");
            }
            return count;
          } catch (ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is no whole number", e);
          }
        });
  }

  /// The mass, from `mass_mg` (or `_g`, `_ug`) and its sigma, or both in one as `3.2+-0.1`.
  Optional<Mass> mass() {
    Optional<Mass> found = Optional.empty();
    for (Unit unit : Unit.values()) {
      String field = "mass" + unit.suffix;
      Optional<String> text = text(field);
      if (text.isPresent()) {
        if (found.isPresent()) {
          throw wrong(field, "the mass is given twice, in two units");
        }
        found = Optional.of(mass(field, text.get(), unit));
      } else if (text("sigma" + unit.suffix).isPresent()) {
        throw wrong("sigma" + unit.suffix, "a sigma without " + field);
      }
    }
    return found;
  }

  Mass needMass() {
    return mass().orElseThrow(() -> wrong("mass_mg", "it is missing"));
  }

  private Mass mass(String field, String text, Unit unit) {
    String[] parts = PLUS_MINUS.split(text, 2);
    String sigmaField = "sigma" + unit.suffix;
    Optional<String> sigma = text(sigmaField);
    if (parts.length == 2 && sigma.isPresent()) {
      throw wrong(sigmaField, "the sigma is given twice");
    }
    double mg = read(field, parts[0], one -> milligrams(one, unit, "mass"));
    if (parts.length == 2) {
      double sigmaMg = read(field, parts[1], one -> milligrams(one, unit, "sigma"));
      return Mass.of(mg, sigmaMg);
    }
    return sigma.isEmpty()
        ? new Mass(mg, OptionalDouble.empty())
        : Mass.of(mg, read(sigmaField, sigma.get(), one -> milligrams(one, unit, "sigma")));
  }

  /// A portion as `A0001`, or `A0001 = 1.2+-0.1` in milligrams.
  Fact.Portion portion(String field, String text) {
    String[] parts = text.split("=", 2);
    SampleName parent = read(field, parts[0], SampleName::new);
    return parts.length == 1
        ? new Fact.Portion(parent, Optional.empty())
        : new Fact.Portion(parent, Optional.of(portionMass(field, parts[1].strip())));
  }

  private Mass portionMass(String field, String text) {
    String[] parts = PLUS_MINUS.split(text, 2);
    double mg = read(field, parts[0], one -> milligrams(one, Unit.MG, "mass"));
    return parts.length == 1
        ? new Mass(mg, OptionalDouble.empty())
        : Mass.of(mg, read(field, parts[1], one -> milligrams(one, Unit.MG, "sigma")));
  }

  private static double milligrams(String text, Unit unit, String what) {
    BigDecimal decimal = decimal(text.strip());
    if (decimal.signum() < 0) {
      throw new IllegalArgumentException("a negative " + what + ", " + text.strip());
    }
    double mg = decimal.movePointRight(unit.digits).doubleValue();
    if (Double.isInfinite(mg)) {
      throw new IllegalArgumentException("'" + text + "' is out of range");
    }
    return mg;
  }

  private static BigDecimal decimal(String text) {
    try {
      BigDecimal decimal = new BigDecimal(text);
      if (Math.abs((long) decimal.precision() - decimal.scale()) > 300) {
        throw new IllegalArgumentException("'" + text + "' is out of range");
      }
      return decimal;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no number", e);
    }
  }

  <T> T read(String field, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw wrong(field, String.valueOf(e.getMessage()));
    }
  }

  MalformedDataException wrong(String field, String found) {
    return new MalformedDataException(row.defect(field, found));
  }
}
