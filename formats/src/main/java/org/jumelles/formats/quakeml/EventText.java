package org.jumelles.formats.quakeml;

import java.math.BigDecimal;
import java.util.Optional;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;

/// The table of fdsnws-event 1.2, `format=text`: one event a line, columns parted by `|`, what is
/// unknown empty.
///
/// Time is UTC without `Z`, depth in kilometres, latitude and longitude in degrees; origin and
/// magnitude are the preferred ones. A `|` or a line break inside of a value becomes a space.
public final class EventText {
  /// The first line, with its line break.
  public static final String HEADER =
      "#EventID|Time|Latitude|Longitude|Depth/km|Author|Catalog|Contributor|ContributorID"
          + "|MagType|Magnitude|MagAuthor|EventLocationName\n";

  private EventText() {}

  /// One line with its line break.
  ///
  /// @param eventID as the service knows the event
  /// @param catalog name of the catalogue; empty where there is none
  public static String line(Event event, String eventID, String catalog) {
    Optional<Origin> origin = event.preferredOrigin();
    Optional<Magnitude> magnitude = event.preferredMagnitude();
    StringBuilder line = new StringBuilder(200);
    column(line, eventID);
    column(line, origin.map(o -> time(o.time().value())));
    column(line, origin.map(o -> o.latitude().written().text()));
    column(line, origin.map(o -> o.longitude().written().text()));
    column(line, origin.flatMap(Origin::depth).map(d -> kilometres(d.value())));
    column(line, origin.flatMap(Origin::creationInfo).flatMap(EventText::author));
    column(line, catalog);
    column(line, event.creationInfo().flatMap(CreationInfo::agencyID));
    column(line, event.publicID());
    column(line, magnitude.flatMap(Magnitude::type));
    column(line, magnitude.map(m -> m.mag().written().text()));
    column(line, magnitude.flatMap(Magnitude::creationInfo).flatMap(EventText::author));
    column(line, location(event));
    line.setCharAt(line.length() - 1, '\n');
    return line.toString();
  }

  private static void column(StringBuilder line, Optional<String> value) {
    column(line, value.orElse(""));
  }

  private static void column(StringBuilder line, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      line.append(c == '|' || Character.isISOControl(c) ? ' ' : c);
    }
    line.append('|');
  }

  private static String time(Moment moment) {
    String text = Utc.text(moment);
    return text.substring(0, text.length() - 1);
  }

  private static String kilometres(double metres) {
    BigDecimal km = BigDecimal.valueOf(metres).movePointLeft(3).stripTrailingZeros();
    return km.scale() < 0 ? km.setScale(0).toPlainString() : km.toPlainString();
  }

  private static Optional<String> author(CreationInfo info) {
    return info.author().or(info::agencyID);
  }

  private static Optional<String> location(Event event) {
    return event
        .described(EventDescription.REGION_NAME)
        .or(() -> event.described("Flinn-Engdahl region"))
        .or(() -> event.preferredOrigin().flatMap(Origin::region))
        .or(() -> event.described(EventDescription.EARTHQUAKE_NAME));
  }
}
