package org.jumelles.iasi.absorption;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.Map;
import org.jumelles.formats.hitran.Isotopologue;
import org.jumelles.formats.hitran.Line;
import org.jumelles.formats.hitran.LineFile;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// All lines that absorb in a window and 25 cm-1 around it, each transition once, by wavenumber.
public final class Transitions {
  private static final String CLAUSE = "each transition once";
  private static final double SAME_PER_CM = 0.05;
  private static final double SAME_ENERGY_PER_CM = 0.1;

  final int[] molecule;
  final double[] wavenumber;
  final double[] strength;
  final double[] airWidth;
  final double[] selfWidth;
  final double[] energy;
  final double[] exponent;
  final double[] shift;
  final double[] mass;
  private final int superseded;
  private final Map<String, Integer> counts;

  private Transitions(List<Line> lines, int superseded) {
    int n = lines.size();
    this.molecule = new int[n];
    this.wavenumber = new double[n];
    this.strength = new double[n];
    this.airWidth = new double[n];
    this.selfWidth = new double[n];
    this.energy = new double[n];
    this.exponent = new double[n];
    this.shift = new double[n];
    this.mass = new double[n];
    this.superseded = superseded;
    this.counts = new TreeMap<>();
    for (int i = 0; i < n; i++) {
      Line line = lines.get(i);
      molecule[i] = line.molecule();
      wavenumber[i] = line.wavenumberPerCm();
      strength[i] = line.strengthCm();
      airWidth[i] = line.airWidthPerCmAtm();
      selfWidth[i] = line.selfWidthPerCmAtm();
      energy[i] = Math.max(0, line.lowerEnergyPerCm());
      exponent[i] = line.temperatureExponent();
      shift[i] = line.airShiftPerCmAtm();
      mass[i] = Isotopologue.of(line.molecule(), line.isotopologue()).orElseThrow().massGPerMol();
      counts.merge(
          Isotopologue.formula(line.molecule()) + "-" + line.isotopologue(), 1, Integer::sum);
    }
  }

  /// Gathers the lines of several files.
  ///
  /// @param precedence true where an earlier file's transition replaces the same one of a later
  ///     file; false where the same transition in two files is refused, with both named
  /// @return doubtful where lines of isotopologues without facts here were left out; refused where
  ///     no line is left within 25 cm-1 of the window
  public static Outcome<Transitions> of(
      List<LineFile> files, double fromPerCm, double toPerCm, boolean precedence) {
    if (!(fromPerCm > 0) || !(toPerCm > fromPerCm)) {
      throw new IllegalArgumentException("a window from " + fromPerCm + " to " + toPerCm + " cm-1");
    }
    Gathering gathering = new Gathering(precedence);
    for (LineFile file : files) {
      try {
        gathering.add(file, fromPerCm, toPerCm);
      } catch (MalformedDataException twice) {
        return new Outcome.Refused<>(twice.defect());
      }
    }
    if (gathering.kept.isEmpty()) {
      String names = String.join(", ", files.stream().map(LineFile::source).toList());
      return new Outcome.Refused<>(
          new Defect(
              names,
              new Place.Whole(),
              "lines",
              "a window needs lines",
              "none within 25 cm-1 of " + fromPerCm + " to " + toPerCm + " cm-1"));
    }
    gathering.kept.sort(Comparator.comparingDouble(Line::wavenumberPerCm));
    return Outcome.of(new Transitions(gathering.kept, gathering.superseded), gathering.defects());
  }

  public int count() {
    return wavenumber.length;
  }

  /// Transitions of later files that an earlier file replaced.
  public int superseded() {
    return superseded;
  }

  /// How many lines, by molecule and isotopologue.
  public Map<String, Integer> counts() {
    return Map.copyOf(counts);
  }

  /// HITRAN's numbers of the molecules that have a line, ascending.
  public int[] molecules() {
    return java.util.Arrays.stream(molecule).distinct().sorted().toArray();
  }

  /// The first line at or above a wavenumber.
  int from(double wavenumberPerCm) {
    int low = 0;
    int high = wavenumber.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (wavenumber[middle] < wavenumberPerCm) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Joins files and keeps watch over repeats.
  private static final class Gathering {
    private final boolean precedence;
    private final List<Line> kept = new ArrayList<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Set<String> sources = new HashSet<>();
    private final Map<Integer, Known> known = new TreeMap<>();
    private int superseded;

    /// The lines of the files so far, of one isotopologue, by cells of 0.05 cm-1.
    private static final class Known {
      final Map<Long, List<Entry>> cells = new java.util.HashMap<>();
    }

    private record Entry(Line line, String source) {}

    Gathering(boolean precedence) {
      this.precedence = precedence;
    }

    void add(LineFile file, double fromPerCm, double toPerCm) {
      if (!sources.add(file.source())) {
        throw new IllegalArgumentException(file.source() + " is given twice");
      }
      List<Line> added = new ArrayList<>();
      for (Line line : file.lines()) {
        if (line.wavenumberPerCm() < fromPerCm - LineKernel.WING_PER_CM
            || line.wavenumberPerCm() > toPerCm + LineKernel.WING_PER_CM) {
          continue;
        }
        if (!PartitionSums.knows(line.molecule(), line.isotopologue())) {
          unknown.merge(
              Isotopologue.formula(line.molecule()) + "-" + line.isotopologue(), 1, Integer::sum);
        } else if (fresh(line, file)) {
          added.add(line);
        }
      }
      for (Line line : added) {
        known
            .computeIfAbsent(100 * line.molecule() + line.isotopologue(), _ -> new Known())
            .cells
            .computeIfAbsent(cell(line.wavenumberPerCm()), _ -> new ArrayList<>(2))
            .add(new Entry(line, file.source()));
      }
      kept.addAll(added);
    }

    private boolean fresh(Line line, LineFile file) {
      Known others = known.get(100 * line.molecule() + line.isotopologue());
      if (others == null) {
        return true;
      }
      long cell = cell(line.wavenumberPerCm());
      for (long near = cell - 1; near <= cell + 1; near++) {
        for (Entry other : others.cells.getOrDefault(near, List.of())) {
          if (same(line, other.line())) {
            if (!precedence) {
              throw twice(line, file, other);
            }
            superseded++;
            return false;
          }
        }
      }
      return true;
    }

    List<Defect> defects() {
      List<Defect> defects = new ArrayList<>();
      unknown.forEach(
          (name, count) ->
              defects.add(
                  new Defect(
                      String.join(", ", sources),
                      new Place.Whole(),
                      name,
                      "mass and partition sum known",
                      count + " lines left out")));
      return defects;
    }

    private static long cell(double wavenumberPerCm) {
      return (long) Math.floor(wavenumberPerCm / SAME_PER_CM);
    }

    private static MalformedDataException twice(Line line, LineFile file, Entry other) {
      return new MalformedDataException(
          file.source(),
          new Place.LineColumn(line.number(), 1),
          "transition",
          CLAUSE,
          line.name()
              + " stands in "
              + other.source()
              + " too, line "
              + other.line().number()
              + "; list the files in order of precedence to let the earlier one count");
    }

    /// Two editions of one transition: the same levels where both tell them, near in place and
    /// lower energy in any case.
    private static boolean same(Line a, Line b) {
      if (Math.abs(a.wavenumberPerCm() - b.wavenumberPerCm()) > SAME_PER_CM
          || Math.abs(a.lowerEnergyPerCm() - b.lowerEnergyPerCm()) > SAME_ENERGY_PER_CM) {
        return false;
      }
      return !a.assigned() || !b.assigned() || squeezed(a).equals(squeezed(b));
    }

    private static String squeezed(Line line) {
      return line.levels().strip().replaceAll("\\s+", " ");
    }
  }
}
