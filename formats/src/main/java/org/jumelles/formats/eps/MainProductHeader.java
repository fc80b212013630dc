package org.jumelles.formats.eps;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// The main product header: lines of text, each thirty characters of name, `= `, and the value
/// [EPS GPFS §4.1].
///
/// @param fields values by name as they stand there, blanks included, in their order
public record MainProductHeader(Map<String, String> fields) {
  static final int NAME_LENGTH = 30;
  static final String SEPARATOR = "= ";
  private static final String CLAUSE = "lines of name, '= ' and value [EPS GPFS §4.1]";
  private static final Pattern TIME =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{3})?Z");

  public MainProductHeader {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  static MainProductHeader read(Bytes record) {
    Map<String, String> fields = new LinkedHashMap<>();
    String text =
        record.text(
            RecordHeader.LENGTH,
            record.size() - RecordHeader.LENGTH,
            StandardCharsets.ISO_8859_1,
            "MPHR");
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      String line = text.substring(at, end < 0 ? text.length() : end);
      if (end < 0 || !line.startsWith(SEPARATOR, NAME_LENGTH)) {
        String found = line.length() > 40 ? line.substring(0, 40) + "..." : line;
        throw record.malformed(RecordHeader.LENGTH + at, "MPHR", CLAUSE, "'" + found + "'");
      }
      fields.put(
          line.substring(0, NAME_LENGTH).strip(), line.substring(NAME_LENGTH + SEPARATOR.length()));
      at = end + 1;
    }
    return new MainProductHeader(fields);
  }

  /// A value without the blanks around it; empty where there is no such line or it is `x` alone,
  /// which stands for not known.
  public Optional<String> text(String name) {
    return Optional.ofNullable(fields.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && !value.chars().allMatch(c -> c == 'x'));
  }

  /// A whole number; empty where there is none.
  public Optional<Long> number(String name) {
    return text(name)
        .filter(value -> value.matches("[+-]?\\d{1,18}"))
        .map(value -> Long.valueOf(value.startsWith("+") ? value.substring(1) : value));
  }

  /// A time of UTC; empty where there is none.
  public Optional<Moment> time(String name) {
    return text(name).flatMap(MainProductHeader::parse);
  }

  /// The same header with another value, in as many characters as the old one had: numbers to the
  /// right, words to the left.
  ///
  /// @throws IllegalArgumentException where there is no such line, or the value is too long for it
  public MainProductHeader with(String name, String value) {
    String old = fields.get(name);
    if (old == null || value.length() > old.length()) {
      throw new IllegalArgumentException(name + " cannot hold '" + value + "'");
    }
    String filling = " ".repeat(old.length() - value.length());
    boolean isNumber = value.matches("[+-]?\\d+");
    Map<String, String> changed = new LinkedHashMap<>(fields);
    changed.put(name, isNumber ? filling + value : value + filling);
    return new MainProductHeader(changed);
  }

  public MainProductHeader with(String name, long number) {
    return with(name, Long.toString(number));
  }

  /// The same header with another time, cut to seconds.
  public MainProductHeader with(String name, Moment time) {
    return with(name, text(time));
  }

  /// A time as headers and product names have it, cut to seconds.
  public static String text(Moment time) {
    Utc.Fields utc = Utc.fields(time);
    return String.format(
        Locale.ROOT,
        "%04d%02d%02d%02d%02d%02dZ",
        utc.year(),
        utc.month(),
        utc.dayOfMonth(),
        utc.hour(),
        utc.minute(),
        utc.second());
  }

  /// The whole record.
  public byte[] record(ShortCdsTime start, ShortCdsTime stop) {
    StringBuilder text = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          text.append(name).repeat(' ', NAME_LENGTH - name.length());
          text.append(SEPARATOR).append(value).append('\n');
        });
    byte[] lines = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] record = new byte[RecordHeader.LENGTH + lines.length];
    new RecordHeader(RecordHeader.MPHR, 0, 0, 2, record.length, start, stop).write(record, 0);
    System.arraycopy(lines, 0, record, RecordHeader.LENGTH, lines.length);
    return record;
  }

  /// Such as `IASI_xxx_1C`: the first three parts of the product's name.
  public String productType() {
    return text("PRODUCT_NAME")
        .filter(name -> name.length() >= 11)
        .map(name -> name.substring(0, 11))
        .orElse("not known");
  }

  private static Optional<Moment> parse(String text) {
    Matcher match = TIME.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    String millis = match.group(7);
    int[] parts = new int[6];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Integer.parseInt(text.substring(i == 0 ? 0 : 2 * i + 2, 2 * i + 4));
    }
    try {
      return Optional.of(
          Utc.of(
              parts[0],
              parts[1],
              parts[2],
              parts[3],
              parts[4],
              parts[5],
              millis == null ? 0 : Integer.parseInt(millis) * 1_000_000));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
