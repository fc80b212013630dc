package org.jumelles.cli.iasi;

import org.jumelles.cli.answer.Answer;
import org.jumelles.cli.answer.InputFile;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.formats.hitran.CrossSection;
import org.jumelles.iasi.absorption.HeavyMolecule;
import org.jumelles.iasi.atmosphere.Atmosphere;
import org.jumelles.iasi.transfer.HeavyColumn;
import picocli.CommandLine.Option;

/// Which heavy molecules absorb besides lines, and how much of each.
final class HeavyOptions {
  @Option(
      names = "--xsec",
      split = ",",
      paramLabel = "FILE",
      description = "Cross-sections of heavy molecules, HITRAN's or LBLRTM's.")
  private List<Path> files = List.of();

  @Option(
      names = "--column",
      split = ",",
      paramLabel = "NAME=N",
      description = {
        "Vertical column of each, molecules cm-2, the same share of the air at each height;",
        "NAME as in the file. Linear between measured temperatures and pressures; beyond",
        "them the nearest counts, and that is told."
      })
  private Map<String, Double> columns = new LinkedHashMap<>();

  private final List<Map<String, Object>> told = new ArrayList<>();

  /// @throws IllegalArgumentException where a file has no column, a column no file, or a file
  ///     nothing in the window
  List<HeavyColumn> columns(Atmosphere atmosphere, double fromPerCm, double toPerCm, Answer answer)
      throws IOException {
    Map<String, List<CrossSection>> sections = new LinkedHashMap<>();
    for (Path file : files) {
      try (Arena arena = Arena.ofConfined()) {
        for (CrossSection one :
            InputFile.need(CrossSection.read(InputFile.map(file, arena)), answer)) {
          sections.computeIfAbsent(one.molecule(), _ -> new ArrayList<>()).add(one);
        }
      }
    }
    if (!sections.keySet().equals(columns.keySet())) {
      throw new IllegalArgumentException(
          "--xsec has " + sections.keySet() + ", --column tells of " + columns.keySet());
    }
    List<HeavyColumn> found = new ArrayList<>();
    sections.forEach(
        (name, own) -> found.add(column(name, own, atmosphere, fromPerCm, toPerCm, answer)));
    return found;
  }

  private HeavyColumn column(
      String name,
      List<CrossSection> sections,
      Atmosphere atmosphere,
      double fromPerCm,
      double toPerCm,
      Answer answer) {
    HeavyMolecule molecule = new HeavyMolecule(sections);
    double amount = columns.getOrDefault(name, Double.NaN);
    if (!(amount >= 0 && amount < 1e24)) {
      throw new IllegalArgumentException("--column " + name + "=" + amount);
    }
    if (!molecule.absorbsIn(fromPerCm, toPerCm)) {
      throw new IllegalArgumentException(
          "--xsec: " + name + " has no cross-section from " + fromPerCm + " to " + toPerCm);
    }
    HeavyColumn column = HeavyColumn.mixed(molecule, amount, atmosphere);
    int beyond = column.beyond(atmosphere, fromPerCm, toPerCm);
    if (beyond > 0) {
      answer.say(
          "limit: %s was not measured at the temperature or pressure of %d of %d layers"
              .formatted(name, beyond, atmosphere.layers().size()));
    }
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("molecule", name);
    one.put("column_per_cm2", amount);
    one.put("cross_sections", sections.size());
    one.put("layers_beyond_measurements", beyond);
    told.add(one);
    return column;
  }

  /// For scripts: what was taken.
  List<Map<String, Object>> told() {
    return List.copyOf(told);
  }
}
