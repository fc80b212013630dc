package org.jumelles.pipeline.ingest;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.archive.product.Entry;
import org.jumelles.formats.pds4.Pds4;
import org.jumelles.formats.pds4.Pds4Label;
import org.jumelles.formats.pds4.Pds4Table;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Span;
import org.jumelles.ryugu.cube.Axis;
import org.jumelles.ryugu.cube.Container;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.cube.Cubes;
import org.jumelles.ryugu.library.SpectralLibraries;

/// Describes image cubes, spectral libraries, and labels of what is neither.
///
/// A cube is opened together with the files that its header or label names, so that a size that
/// disagrees is found here.
public final class CubeContents {
  /// The kind of entry of an image of spectra.
  public static final String CUBE = "cube";

  /// Spectra that have names, not places.
  public static final String LIBRARY = "library";

  private static final String TABLE = "table";
  private static final String LABEL = "label";

  private final Path file;
  private final String name;
  private final long size;

  /// @param name the payload's
  CubeContents(Path file, String name, long size) {
    this.file = file;
    this.name = name;
    this.size = size;
  }

  /// @param beside the files that it may name, by the names it gives them
  Contents of(Recognition.Cube recognised, Map<String, Path> beside) throws IOException {
    return recognised.container() == Recognition.Container.PDS4
        ? label(beside)
        : image(beside, Map.of(), Query.ALWAYS, name);
  }

  /// Spectra in a text.
  ///
  /// @param beside the files that it may need, by their names
  Contents library(Map<String, Path> beside) throws IOException {
    try (Cube cube = SpectralLibraries.read(name, file, beside).cube()) {
      return contents(cube, Map.of(), Query.ALWAYS, name);
    }
  }

  private Contents image(
      Map<String, Path> beside, Map<String, String> observation, Span span, String key)
      throws IOException {
    try (Cube cube = Cubes.open(name, file, beside)) {
      return contents(cube, observation, span, key);
    } catch (MalformedDataException noScene) {
      if (!Recognition.isMatlab(file)) {
        throw noScene;
      }
      return endmembers(noScene);
    }
  }

  private Contents endmembers(MalformedDataException noScene) throws IOException {
    try (Cube cube = SpectralLibraries.read(name, file, Map.of()).cube()) {
      return contents(cube, Map.of(), Query.ALWAYS, name);
    } catch (MalformedDataException _) {
      throw noScene;
    }
  }

  private Contents label(Map<String, Path> beside) throws IOException {
    Pds4Label label;
    try (Arena arena = Arena.ofConfined()) {
      label = Pds4.read(Bytes.map(file, arena));
    }
    Observation observation = Observation.of(label);
    List<Defect> missing = missing(label, beside);
    boolean pixels =
        label.files().stream()
            .anyMatch(
                area ->
                    !area.arrays().isEmpty() || area.tables().stream().anyMatch(Cubes::isSpectrum));
    if (pixels) {
      return image(beside, observation.told(), observation.span(), label.logicalIdentifier());
    }
    List<Entry> entries = new ArrayList<>();
    for (Pds4Label.FileArea area : label.files()) {
      for (Pds4Table table : area.tables()) {
        Map<String, String> told = new TreeMap<>(observation.told());
        told.put("file", area.fileName());
        told.put("records", Long.toString(table.records()));
        told.put("fields", Integer.toString(table.fields().size()));
        entries.add(entry(TABLE, label.logicalIdentifier(), observation.span(), told));
      }
    }
    if (entries.isEmpty()) {
      Map<String, String> told = new TreeMap<>(observation.told());
      told.put("class", label.productClass());
      entries.add(entry(LABEL, label.logicalIdentifier(), observation.span(), told));
    }
    List<Defect> defects = new ArrayList<>(label.defects());
    defects.addAll(missing);
    return new Contents(
        "application/xml",
        label.title(),
        entries,
        units(entries.size(), defects),
        defects,
        Map.of("format", "PDS4"));
  }

  private static List<Defect> missing(Pds4Label label, Map<String, Path> beside) {
    return label.files().stream()
        .filter(area -> !beside.containsKey(area.fileName()))
        .map(
            area ->
                new Defect(
                    label.source(),
                    new Place.Path(area.path() + "/File/file_name"),
                    "file_name",
                    "a file beside the label",
                    "there is no " + area.fileName()))
        .toList();
  }

  private static FileReport.Units units(int count, List<Defect> defects) {
    return defects.isEmpty()
        ? new FileReport.Units(count, 0, 0)
        : new FileReport.Units(0, count, 0);
  }

  private Contents contents(Cube cube, Map<String, String> observation, Span span, String key) {
    Container container = cube.container();
    boolean library = !container.spectrumNames().isEmpty();
    Map<String, String> told = new TreeMap<>(observation);
    told.put("format", container.format());
    told.put("lines", Integer.toString(cube.lines()));
    told.put("samples", Integer.toString(cube.samples()));
    told.put("bands", Integer.toString(cube.bands()));
    told.put("type", container.type().word());
    told.put("interleave", container.interleave().word());
    Axis axis = cube.axis();
    told.put("axis_unit", axis.unit().word());
    told.put("axis_first", Double.toString(axis.values()[0]));
    told.put("axis_last", Double.toString(axis.values()[axis.bands() - 1]));
    List<Defect> defects = container.defects();
    return new Contents(
        name.endsWith(".xml") || name.endsWith(".lblx")
            ? "application/xml"
            : "application/octet-stream",
        (library ? "Spectra " : "Cube ") + key,
        List.of(entry(library ? LIBRARY : CUBE, key, span, told)),
        units(1, defects),
        defects,
        Map.of("format", container.format()));
  }

  private Entry entry(String kind, String key, Span span, Map<String, String> told) {
    return new Entry(kind, key, span, name, 0, size, told);
  }
}
