package org.jumelles.pipeline.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.formats.profile.ProfileTable;
import org.jumelles.iasi.atmosphere.Profile;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;

/// A profile of the air, by which retrievals start: pressure, temperature, gases.
public final class ProfileContents {
  /// The kind of the one entry that a file has.
  public static final String KIND = "air-profile";

  private ProfileContents() {}

  /// Whether a text tells columns of pressure and temperature, as `#what:` or as a first row of
  /// names with units.
  static boolean isProfile(String text) {
    String names =
        text.lines()
            .map(String::strip)
            .filter(line -> line.startsWith("#what:") || !line.startsWith("#"))
            .findFirst()
            .orElse("")
            .toLowerCase(Locale.ROOT);
    boolean told = names.startsWith("#what:");
    return (told || names.startsWith("pressure_"))
        && names.contains("press")
        && names.contains("temp");
  }

  static Contents of(Bytes bytes, String payload) {
    Profile profile = needed(Profile.of(needed(ProfileTable.read(bytes))));
    String gases =
        profile.molecules().stream().map(Isotopologue::formula).collect(Collectors.joining(" "));
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("gases", gases);
    attributes.put("levels", Integer.toString(profile.pressureHPa().length));
    String key = "profile " + payload;
    return new Contents(
        "text/plain",
        key,
        List.of(new Entry(KIND, key, Query.ALWAYS, payload, 0, bytes.size(), attributes)),
        new FileReport.Units(1, 0, 0),
        List.of(),
        Map.of("format", "levels"));
  }

  private static <T> T needed(Outcome<T> outcome) {
    return outcome
        .found()
        .orElseThrow(() -> new MalformedDataException(outcome.defects().getFirst()));
  }
}
