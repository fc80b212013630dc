package org.jumelles.iasi.absorption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jumelles.formats.hitran.CrossSection;

/// A molecule whose lines are too many to list: absorption from measured cross-sections.
///
/// Cross-sections that overlap in wavenumber make a band. Within it, those measured within 2 K of
/// each other stand for one temperature; the value is linear in pressure between their pressures,
/// then linear in temperature between the two nearest temperatures, linear in wavenumber between
/// samples. Beyond the measured temperatures and pressures the nearest ones count, which
/// [#isBeyond] tells; outside a band there is none. Negative values, which are noise, count as 0.
public final class HeavyMolecule {
  private static final double SAME_K = 2;
  private static final double HPA_PER_TORR = Physics.ATMOSPHERE_HPA / 760;

  private final String name;
  private final List<List<List<CrossSection>>> bands = new ArrayList<>();

  /// A cross-section and its part in a layer's.
  private record Part(CrossSection section, double weight) {}

  /// @throws IllegalArgumentException where they are of several molecules, or none
  public HeavyMolecule(List<CrossSection> sections) {
    if (sections.stream().map(CrossSection::molecule).distinct().count() != 1) {
      throw new IllegalArgumentException(
          "cross-sections of "
              + sections.stream().map(CrossSection::molecule).distinct().toList()
              + ": one molecule is wanted");
    }
    this.name = sections.getFirst().molecule();
    List<CrossSection> sorted = new ArrayList<>(sections);
    sorted.sort(Comparator.comparingDouble(CrossSection::firstPerCm));
    List<CrossSection> band = new ArrayList<>();
    double reach = Double.NEGATIVE_INFINITY;
    for (CrossSection one : sorted) {
      if (one.firstPerCm() > reach && !band.isEmpty()) {
        bands.add(temperatures(band));
        band.clear();
      }
      band.add(one);
      reach = Math.max(reach, one.lastPerCm());
    }
    bands.add(temperatures(band));
  }

  /// Sorted by temperature, and at one temperature by pressure.
  private static List<List<CrossSection>> temperatures(List<CrossSection> band) {
    List<CrossSection> sorted = new ArrayList<>(band);
    sorted.sort(Comparator.comparingDouble(CrossSection::temperatureK));
    List<List<CrossSection>> groups = new ArrayList<>();
    for (CrossSection one : sorted) {
      if (groups.isEmpty()
          || one.temperatureK() > groups.getLast().getFirst().temperatureK() + SAME_K) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().add(one);
    }
    groups.forEach(group -> group.sort(Comparator.comparingDouble(CrossSection::pressureTorr)));
    return groups;
  }

  public String name() {
    return name;
  }

  /// Whether something was measured between two wavenumbers.
  public boolean absorbsIn(double fromPerCm, double toPerCm) {
    return bands.stream()
        .flatMap(List::stream)
        .flatMap(List::stream)
        .anyMatch(one -> one.lastPerCm() >= fromPerCm && one.firstPerCm() <= toPerCm);
  }

  /// Whether a layer is colder, warmer, or of less or more pressure than all measurements in a
  /// band between two wavenumbers.
  public boolean isBeyond(
      double fromPerCm, double toPerCm, double pressureHPa, double temperatureK) {
    for (List<List<CrossSection>> band : bands) {
      List<CrossSection> all =
          band.stream()
              .flatMap(List::stream)
              .filter(one -> one.lastPerCm() >= fromPerCm && one.firstPerCm() <= toPerCm)
              .toList();
      if (all.isEmpty()) {
        continue;
      }
      double torr = pressureHPa / HPA_PER_TORR;
      boolean within =
          all.stream().anyMatch(one -> one.temperatureK() <= temperatureK + SAME_K)
              && all.stream().anyMatch(one -> one.temperatureK() >= temperatureK - SAME_K)
              && all.stream().anyMatch(one -> one.pressureTorr() <= torr)
              && all.stream().anyMatch(one -> one.pressureTorr() >= torr);
      if (!within) {
        return true;
      }
    }
    return false;
  }

  /// Adds the cross-section, times `amountPerCm2`, at each wavenumber of the grid.
  public void add(
      double pressureHPa,
      double temperatureK,
      double amountPerCm2,
      SpectralGrid grid,
      double[] opticalDepth) {
    for (List<List<CrossSection>> band : bands) {
      List<Part> parts = parts(band, pressureHPa / HPA_PER_TORR, temperatureK);
      double first = Double.POSITIVE_INFINITY;
      double last = Double.NEGATIVE_INFINITY;
      for (Part part : parts) {
        first = Math.min(first, part.section().firstPerCm());
        last = Math.max(last, part.section().lastPerCm());
      }
      int from = (int) Math.max(0, Math.ceil((first - grid.firstPerCm()) / grid.stepPerCm()));
      for (int i = from; i < grid.count() && grid.wavenumberPerCm(i) <= last; i++) {
        double sum = 0;
        for (Part part : parts) {
          sum += part.weight() * at(part.section(), grid.wavenumberPerCm(i));
        }
        opticalDepth[i] += amountPerCm2 * Math.max(sum, 0);
      }
    }
  }

  private static List<Part> parts(List<List<CrossSection>> band, double torr, double kelvin) {
    int upper = 0;
    while (upper < band.size() && mean(band.get(upper)) < kelvin) {
      upper++;
    }
    List<Part> parts = new ArrayList<>();
    if (upper == 0 || upper == band.size()) {
      share(band.get(Math.min(upper, band.size() - 1)), torr, 1, parts);
      return parts;
    }
    double low = mean(band.get(upper - 1));
    double part = (kelvin - low) / (mean(band.get(upper)) - low);
    share(band.get(upper - 1), torr, 1 - part, parts);
    share(band.get(upper), torr, part, parts);
    return parts;
  }

  private static double mean(List<CrossSection> group) {
    return group.stream().mapToDouble(CrossSection::temperatureK).average().orElseThrow();
  }

  /// Two neighbours in pressure, or the outermost alone.
  private static void share(
      List<CrossSection> group, double torr, double weight, List<Part> parts) {
    int upper = 0;
    while (upper < group.size() && group.get(upper).pressureTorr() < torr) {
      upper++;
    }
    if (upper == 0 || upper == group.size()) {
      parts.add(new Part(group.get(Math.min(upper, group.size() - 1)), weight));
      return;
    }
    double low = group.get(upper - 1).pressureTorr();
    double part = (torr - low) / (group.get(upper).pressureTorr() - low);
    parts.add(new Part(group.get(upper - 1), weight * (1 - part)));
    parts.add(new Part(group.get(upper), weight * part));
  }

  /// Linear between samples; 0 outside.
  private static double at(CrossSection section, double wavenumberPerCm) {
    double[] values = section.cm2();
    double span = section.lastPerCm() - section.firstPerCm();
    double place = (wavenumberPerCm - section.firstPerCm()) / span * (values.length - 1);
    if (!(place >= 0 && place <= values.length - 1)) {
      return 0;
    }
    int low = Math.min((int) place, values.length - 2);
    return values[low] + (place - low) * (values[low + 1] - values[low]);
  }
}
