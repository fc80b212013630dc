package org.jumelles.cli.seis;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.ExitCode;
import org.jumelles.cli.answer.OutputFile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.quakeml.QuakeMl;
import org.jumelles.seis.catalogue.CatalogueCsv;
import org.jumelles.seis.catalogue.CatalogueGeoJson;
import org.jumelles.seis.catalogue.CatalogueQuakeMl;
import org.jumelles.seis.catalogue.CatalogueRow;
import org.jumelles.seis.catalogue.EpnTap;
import org.jumelles.seis.location.Epicentre;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "convert",
    description = "A catalogue in another form.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  jumelles seis catalogue convert catalogue.xml -o rows.csv",
      "  jumelles seis catalogue convert mqs_v14_events.csv -o map.geojson",
      "  jumelles seis catalogue convert catalogue.xml -o rows.csv --format epntap",
      "",
      "QuakeML to QuakeML keeps all; the others hold one row an event, of its preferred",
      "origin. An epicentre that is not told follows from distance and azimuth where both",
      "are. epntap writes a VOTable, or CSV where OUT ends in .csv. Without --format it is",
      "csv, quakeml (.xml, .quakeml, .qml), geojson (.json) or epntap (.vot) by OUT's ending."
    })
final class SeisCatalogueConvertCommand implements Callable<Integer> {
  /// What a catalogue can become.
  enum Format {
    CSV,
    QUAKEML,
    GEOJSON,
    EPNTAP;

    /// @throws IllegalArgumentException where the ending tells none
    static Format ofName(Path file) {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      return switch (name.substring(name.lastIndexOf('.') + 1)) {
        case "csv" -> CSV;
        case "xml", "quakeml", "qml" -> QUAKEML;
        case "geojson", "json" -> GEOJSON;
        case "vot", "votable" -> EPNTAP;
        default ->
            throw new IllegalArgumentException(
                "-o "
                    + file
                    + ": its ending is none of .csv, .xml, .quakeml, .qml, .geojson, .json, .vot,"
                    + " .votable; say --format");
      };
    }
  }

  @Mixin private Answer answer = new Answer();
  @Mixin private OutputFile output = new OutputFile();

  @Parameters(index = "0", paramLabel = "IN", description = "QuakeML, or CSV with a heading.")
  private Path in = Path.of("");

  @Option(names = "-o", required = true, paramLabel = "OUT", description = "The file to write.")
  private Path out = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "csv, quakeml, geojson or epntap; else by OUT's ending.")
  private @Nullable Format format;

  @Option(names = "--station", paramLabel = "NET.STA", description = "(XB.ELYSE)")
  private String station = "XB.ELYSE";

  @Option(
      names = "--place",
      paramLabel = "LAT,LON",
      description = "Of the station, degrees (4.502384,135.623447).")
  private String place = "4.502384,135.623447";

  @Option(names = "--body", paramLabel = "NAME", description = "(Mars)")
  private String body = "Mars";

  @Option(names = "--body-class", paramLabel = "C", description = "planet or satellite (planet)")
  private String bodyClass = "planet";

  @Override
  public Integer call() throws IOException {
    Format form = Optional.ofNullable(format).orElseGet(() -> Format.ofName(out));
    output.check(out);
    String[] degrees = place.split(",", -1);
    String[] codes = station.split("\\.", -1);
    if (degrees.length != 2 || codes.length != 2) {
      throw new IllegalArgumentException("--place " + place + ", --station " + station);
    }
    double latitudeDeg = degree(degrees[0], 90);
    double longitudeDeg = degree(degrees[1], 360);
    Catalogue catalogue = Catalogue.read(in, answer);
    List<CatalogueRow> rows = new ArrayList<>();
    catalogue.rows().forEach(row -> rows.add(placed(row, latitudeDeg, longitudeDeg)));
    output.write(
        out,
        stream -> {
          switch (form) {
            case CSV -> text(stream, CatalogueCsv.write(rows));
            case GEOJSON -> text(stream, Answer.jsonText(CatalogueGeoJson.of(rows, body)));
            case EPNTAP -> text(stream, epnTap(rows));
            case QUAKEML ->
                QuakeMl.write(
                    catalogue
                        .document()
                        .orElseGet(
                            () ->
                                CatalogueQuakeMl.of(
                                    rows, codes[0], codes[1], latitudeDeg, longitudeDeg)),
                    stream);
          }
        });
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", out.toString());
    document.put("format", form.name().toLowerCase(Locale.ROOT));
    document.put("events", rows.size());
    answer.give(document, () -> answer.out().println(out + ": " + rows.size() + " events"));
    return ExitCode.OK;
  }

  private String epnTap(List<CatalogueRow> rows) {
    EpnTap table = new EpnTap(body, bodyClass, station, "seismometer");
    return out.toString().endsWith(".csv") ? table.csv(rows) : table.voTable(rows);
  }

  private static void text(OutputStream stream, String text) throws IOException {
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static double degree(String text, double greatest) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Math.abs(value) <= greatest) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--place: '" + text + "' is no number", e);
    }
    throw new IllegalArgumentException("--place: " + text + " degrees");
  }

  private static CatalogueRow placed(CatalogueRow row, double latitudeDeg, double longitudeDeg) {
    if (row.latitudeDeg().isPresent()
        || row.distanceDeg().isEmpty()
        || row.azimuthDeg().isEmpty()) {
      return row;
    }
    Epicentre.Point at =
        Epicentre.destination(
            latitudeDeg,
            longitudeDeg,
            row.distanceDeg().getAsDouble(),
            row.azimuthDeg().getAsDouble());
    return row.at(OptionalDouble.of(at.latitudeDeg()), OptionalDouble.of(at.longitudeDeg()));
  }
}
