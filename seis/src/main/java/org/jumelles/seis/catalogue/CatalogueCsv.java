package org.jumelles.seis.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;
import org.jumelles.seis.catalogue.CatalogueRow.PickedTime;
import org.jumelles.seis.event.EventType;
import org.jumelles.seis.event.Quality;

/// Rows from comma-separated values and back: ours, and the tables published of the marsquake
/// service's catalogue, whose columns are `name, type, origin_time, located, distance_deg,
/// azimuth_field_deg, start, end` (events) and `name, phase, time, lower_s, upper_s` (picks).
public final class CatalogueCsv {
  private static final List<String> PHASES = List.of("P", "S", "Pg", "Sg");
  private static final String HEADING =
      "id,name,type,quality,origin_time,distance_deg,distance_sigma_deg,back_azimuth_deg,"
          + "back_azimuth_sigma_deg,latitude_deg,longitude_deg,depth_km,magnitude,magnitude_type,"
          + "start,end,P,P_sigma_s,S,S_sigma_s,Pg,Pg_sigma_s,Sg,Sg_sigma_s";

  private CatalogueCsv() {}

  /// Whether a heading is that of a table of picks.
  public static boolean isPicks(String text) {
    String heading = text.lines().findFirst().orElse("");
    return List.of(heading.strip().split(",", -1)).containsAll(List.of("name", "phase", "time"));
  }

  /// `Doubtful` where a row could not be read and was left out, `Refused` where the table is none.
  public static Outcome<List<CatalogueRow>> read(String text, String source) {
    List<Defect> defects = new ArrayList<>();
    List<CatalogueRow> rows = new ArrayList<>();
    try {
      CsvTable table = CsvTable.read(text, source);
      if (!table.columns().contains("origin_time") || !table.columns().contains("name")) {
        throw CsvTable.malformed(source, 1, "heading", "no columns name and origin_time");
      }
      for (CsvTable.Row row : table.rows()) {
        try {
          rows.add(row(row));
        } catch (IllegalArgumentException e) {
          defects.add(
              CsvTable.malformed(source, row.line(), "row", String.valueOf(e.getMessage()))
                  .defect());
        }
      }
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
    return Outcome.of(List.copyOf(rows), defects);
  }

  /// The same rows with the picks of another table, by name; a pick with a sigma goes before one
  /// without.
  public static Outcome<List<CatalogueRow>> withPicks(
      List<CatalogueRow> rows, String text, String source) {
    List<Defect> defects = new ArrayList<>();
    Map<String, Map<String, PickedTime>> byName = new LinkedHashMap<>();
    try {
      for (CsvTable.Row row : CsvTable.read(text, source).rows()) {
        try {
          Map<String, PickedTime> picks =
              byName.computeIfAbsent(row.text("name"), _ -> new LinkedHashMap<>());
          PickedTime found = new PickedTime(Utc.parse(row.text("time")), number(row, "lower_s"));
          picks.merge(
              row.text("phase"),
              found,
              (old, other) -> old.sigmaSeconds().isPresent() ? old : betterOf(old, other));
        } catch (IllegalArgumentException e) {
          defects.add(
              CsvTable.malformed(source, row.line(), "row", String.valueOf(e.getMessage()))
                  .defect());
        }
      }
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
    List<CatalogueRow> filled =
        rows.stream().map(row -> row.with(byName.getOrDefault(row.name(), row.picks()))).toList();
    return Outcome.of(filled, defects);
  }

  private static PickedTime betterOf(PickedTime old, PickedTime other) {
    return other.sigmaSeconds().isPresent() ? other : old;
  }

  private static CatalogueRow row(CsvTable.Row row) {
    String name = row.text("name");
    Optional<Moment> start = time(row, "start");
    Optional<Moment> end = time(row, "end");
    Map<String, PickedTime> picks = new LinkedHashMap<>();
    for (String phase : PHASES) {
      time(row, phase)
          .ifPresent(at -> picks.put(phase, new PickedTime(at, number(row, phase + "_sigma_s"))));
    }
    boolean isPlaced = !row.text("located").equals("0");
    return new CatalogueRow(
        row.text("id").isEmpty() ? name : row.text("id"),
        name,
        type(row.text("type")),
        row.text("quality").isEmpty()
            ? Optional.empty()
            : Optional.of(Quality.valueOf(row.text("quality"))),
        Utc.parse(row.text("origin_time")),
        start.isPresent() && end.isPresent()
            ? Optional.of(new Span(start.get(), end.get()))
            : Optional.empty(),
        isPlaced ? number(row, "distance_deg") : OptionalDouble.empty(),
        number(row, "distance_sigma_deg"),
        isPlaced ? azimuth(row) : OptionalDouble.empty(),
        number(row, "back_azimuth_sigma_deg"),
        number(row, "latitude_deg"),
        number(row, "longitude_deg"),
        number(row, "depth_km"),
        number(row, "magnitude"),
        row.text("magnitude_type").isEmpty()
            ? Optional.empty()
            : Optional.of(row.text("magnitude_type")),
        picks);
  }

  private static OptionalDouble azimuth(CsvTable.Row row) {
    OptionalDouble own = number(row, "back_azimuth_deg");
    return own.isPresent() ? own : number(row, "azimuth_field_deg");
  }

  private static Optional<EventType> type(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(EventType.values())
            .filter(one -> one.catalogueName().equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("type '" + text + "'")));
  }

  private static Optional<Moment> time(CsvTable.Row row, String column) {
    String text = row.text(column);
    return text.isEmpty() ? Optional.empty() : Optional.of(Utc.parse(text));
  }

  private static OptionalDouble number(CsvTable.Row row, String column) {
    String text = row.text(column);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(column + " '" + text + "'", e);
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(column + " '" + text + "'");
    }
    return OptionalDouble.of(value);
  }

  /// All rows under our heading.
  public static String write(List<CatalogueRow> rows) {
    StringBuilder csv = new StringBuilder(HEADING).append('\n');
    for (CatalogueRow row : rows) {
      List<String> fields = new ArrayList<>();
      fields.add(CsvTable.quoted(row.id()));
      fields.add(CsvTable.quoted(row.name()));
      fields.add(row.type().map(EventType::catalogueName).orElse(""));
      fields.add(row.quality().map(Quality::name).orElse(""));
      fields.add(Utc.text(row.originTime()));
      for (OptionalDouble number :
          List.of(
              row.distanceDeg(),
              row.distanceSigmaDeg(),
              row.azimuthDeg(),
              row.azimuthSigmaDeg(),
              row.latitudeDeg(),
              row.longitudeDeg(),
              row.depthKm(),
              row.magnitude())) {
        fields.add(number(number));
      }
      fields.add(CsvTable.quoted(row.magnitudeType().orElse("")));
      fields.add(row.span().map(span -> Utc.text(span.start())).orElse(""));
      fields.add(row.span().map(span -> Utc.text(span.end())).orElse(""));
      for (String phase : PHASES) {
        Optional<PickedTime> pick = Optional.ofNullable(row.picks().get(phase));
        fields.add(pick.map(one -> Utc.text(one.time())).orElse(""));
        fields.add(pick.map(one -> number(one.sigmaSeconds())).orElse(""));
      }
      csv.append(String.join(",", fields)).append('\n');
    }
    return csv.toString();
  }

  private static String number(OptionalDouble value) {
    return value.isEmpty() ? "" : String.format(Locale.ROOT, "%s", value.getAsDouble());
  }
}
