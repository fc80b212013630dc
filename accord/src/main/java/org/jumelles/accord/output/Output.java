package org.jumelles.accord.output;

import java.util.List;
import java.util.Locale;
import org.jumelles.accord.fact.Fields;

/// A paper, a dataset or software that came of programmes.
///
/// @param doi in lower case, without `https://doi.org/`
/// @param year of publication; 0 where not known
/// @param acknowledgement whether it acknowledges the partnership
public record Output(
    String doi,
    Kind kind,
    String title,
    int year,
    List<String> programmes,
    Acknowledgement acknowledgement,
    String source) {
  public enum Kind {
    PAPER,
    DATA,
    SOFTWARE,
    OTHER
  }

  public enum Acknowledgement {
    PRESENT,
    ABSENT,
    NOT_CHECKED
  }

  public Output {
    programmes = List.copyOf(programmes);
  }

  public static Output of(Fields fields) {
    if (!fields.id().equals(plain(fields.id())) || !fields.id().startsWith("10.")) {
      throw fields.malformed("id", "'" + fields.id() + "' is no plain DOI such as 10.18715/seis");
    }
    return new Output(
        fields.id(),
        fields.oneOf("kind", Kind.class),
        fields.textOr("title", ""),
        fields.count("year", 0),
        fields.list("programmes"),
        fields.find("acknowledgement").isPresent()
            ? fields.oneOf("acknowledgement", Acknowledgement.class)
            : Acknowledgement.NOT_CHECKED,
        fields.text("source"));
  }

  /// A DOI as the record keeps it: without resolver and scheme, in lower case (DOIs do not
  /// distinguish case; ISO 26324).
  public static String plain(String doi) {
    return doi.strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^(https?://)?(dx\\.)?doi\\.org/", "")
        .replaceFirst("^doi:\\s*", "");
  }
}
