package org.jumelles.seis.noise;

import java.util.ArrayList;
import java.util.List;

/// How many segments had each level in each band, by groups such as the hours of a day.
///
/// Levels are counted in steps of half a decibel, so that a percentile is good to that, and memory
/// does not grow with the data. What was counted apart, such as two sols, adds up.
public final class LevelCounts {
  /// The step of the counted levels, in dB.
  public static final double STEP_DB = 0.5;

  static final double LOWEST_DB = -350;
  static final int LEVELS = 1400;

  private final Settings settings;
  private final double samplingRateHz;
  private final double[] centresHz;
  private final int[][][] counts;
  private final long[] segmentCounts;

  /// How segments are cut.
  ///
  /// @param segmentS of one entry into the statistics, in seconds
  /// @param windowS of one Fourier transform, in seconds, at most a segment
  /// @param bandsPerOctave at least one
  public record Settings(double segmentS, double windowS, int bandsPerOctave) {
    public static final Settings USUAL = new Settings(600, 100, 8);

    public Settings {
      if (!(windowS > 0) || !(segmentS >= windowS) || bandsPerOctave < 1) {
        throw new IllegalArgumentException(
            "segments of "
                + segmentS
                + " s, windows of "
                + windowS
                + " s, "
                + bandsPerOctave
                + " bands an octave");
      }
    }

    /// How many bands can be seen at a sampling rate; none where a window is too short for it.
    public int bands(double samplingRateHz) {
      double lowest = lowestHz();
      // The highest octave ends where a digitiser's filter begins.
      double highest = 0.4 * samplingRateHz / Math.sqrt(2);
      return highest < lowest
          ? 0
          : 1 + (int) Math.floor(Math.log(highest / lowest) / Math.log(2) * bandsPerOctave);
    }

    /// Two bins lie in the lowest octave.
    private double lowestHz() {
      return 4 / windowS;
    }

    private double[] centresHz(double samplingRateHz) {
      double[] centres = new double[bands(samplingRateHz)];
      for (int i = 0; i < centres.length; i++) {
        centres[i] = lowestHz() * Math.pow(2, i / (double) bandsPerOctave);
      }
      return centres;
    }
  }

  /// Nothing counted yet.
  ///
  /// @param samplingRateHz of the samples that the levels come from
  /// @param groups at least one
  public LevelCounts(Settings settings, double samplingRateHz, int groups) {
    this.settings = settings;
    this.samplingRateHz = samplingRateHz;
    this.centresHz = settings.centresHz(samplingRateHz);
    if (centresHz.length == 0) {
      throw new IllegalArgumentException(
          "windows of " + settings.windowS + " s at " + samplingRateHz + " Hz show no band");
    }
    this.counts = new int[groups][centresHz.length][LEVELS];
    this.segmentCounts = new long[groups];
  }

  public Settings settings() {
    return settings;
  }

  public double samplingRateHz() {
    return samplingRateHz;
  }

  public double[] centresHz() {
    return centresHz.clone();
  }

  public int groups() {
    return counts.length;
  }

  /// Segments of one group.
  public long segments(int group) {
    return segmentCounts[group];
  }

  /// Segments of all groups.
  public long allSegments() {
    long all = 0;
    for (long one : segmentCounts) {
      all += one;
    }
    return all;
  }

  /// Values that no level stands for: a dead channel, or samples that are not finite.
  public long silent() {
    long counted = 0;
    for (int[][] group : counts) {
      for (int[] band : group) {
        counted += total(band);
      }
    }
    return allSegments() * centresHz.length - counted;
  }

  void segment(int group) {
    segmentCounts[group]++;
  }

  /// Counts a level of a segment; one that is beyond all steps, or no number, is silent.
  void level(int group, int band, double db) {
    int cell = (int) Math.floor((db - LOWEST_DB) / STEP_DB);
    if (cell >= 0 && cell < LEVELS && !Double.isNaN(db)) {
      counts[group][band][cell]++;
    }
  }

  void put(int group, long segmentsOfGroup, int band, Run run) {
    segmentCounts[group] = segmentsOfGroup;
    int first = cell(run.leastDb());
    for (int i = 0; i < run.counts().size(); i++) {
      counts[group][band][first + i] = run.counts().get(i);
    }
  }

  /// The counts of one band from the least level that occurred to the greatest.
  ///
  /// @param leastDb where the first step begins
  public record Run(double leastDb, List<Integer> counts) {
    public Run {
      counts = List.copyOf(counts);
    }
  }

  /// What a band holds; no counts where nothing occurred.
  public Run run(int group, int band) {
    int[] cells = counts[group][band];
    int first = 0;
    while (first < LEVELS && cells[first] == 0) {
      first++;
    }
    int end = LEVELS;
    while (end > first && cells[end - 1] == 0) {
      end--;
    }
    List<Integer> found = new ArrayList<>();
    for (int cell = first; cell < end; cell++) {
      found.add(cells[cell]);
    }
    return new Run(found.isEmpty() ? 0 : LOWEST_DB + first * STEP_DB, found);
  }

  /// Whether what both counted is the same kind of thing.
  public boolean addsUpWith(LevelCounts other) {
    return settings.equals(other.settings)
        && samplingRateHz == other.samplingRateHz
        && groups() == other.groups();
  }

  /// Both together, as if one had counted all.
  ///
  /// @throws IllegalArgumentException where bands or groups differ
  public LevelCounts plus(LevelCounts other) {
    if (!addsUpWith(other)) {
      throw new IllegalArgumentException(
          settings
              + " at "
              + samplingRateHz
              + " Hz and "
              + other.settings
              + " at "
              + other.samplingRateHz
              + " Hz do not add up");
    }
    LevelCounts sum = new LevelCounts(settings, samplingRateHz, groups());
    for (int group = 0; group < groups(); group++) {
      sum.take(group, this, group);
      sum.take(group, other, group);
    }
    return sum;
  }

  /// All groups as one.
  public LevelCounts pooled() {
    LevelCounts all = new LevelCounts(settings, samplingRateHz, 1);
    for (int group = 0; group < groups(); group++) {
      all.take(0, this, group);
    }
    return all;
  }

  /// One group by itself.
  public LevelCounts only(int group) {
    LevelCounts one = new LevelCounts(settings, samplingRateHz, 1);
    one.take(0, this, group);
    return one;
  }

  private void take(int into, LevelCounts other, int group) {
    segmentCounts[into] += other.segmentCounts[group];
    for (int band = 0; band < centresHz.length; band++) {
      for (int cell = 0; cell < LEVELS; cell++) {
        counts[into][band][cell] += other.counts[group][band][cell];
      }
    }
  }

  /// The level that a share of the segments stays below, by band; not a number where a group has
  /// none.
  ///
  /// @param percent from 0 to 100
  public double[] percentile(int group, double percent) {
    double[] levels = new double[centresHz.length];
    for (int band = 0; band < levels.length; band++) {
      levels[band] = percentile(counts[group][band], percent);
    }
    return levels;
  }

  private static double percentile(int[] histogram, double percent) {
    double wanted = percent / 100 * total(histogram);
    long below = 0;
    for (int cell = 0; cell < histogram.length; cell++) {
      if (histogram[cell] > 0 && below + histogram[cell] >= wanted) {
        double inside = Math.max(0, wanted - below) / histogram[cell];
        return LOWEST_DB + (cell + inside) * STEP_DB;
      }
      below += histogram[cell];
    }
    return Double.NaN;
  }

  private static long total(int[] histogram) {
    long total = 0;
    for (int count : histogram) {
      total += count;
    }
    return total;
  }

  /// How large a share of a group's segments lies in each step of a band, from a level up.
  ///
  /// @param fromDb the lower end of the first step
  public double[] shares(int group, int band, double fromDb, int steps) {
    int first = cell(fromDb);
    double[] shares = new double[steps];
    for (int i = 0; i < steps; i++) {
      int cell = first + i;
      boolean inside = cell >= 0 && cell < LEVELS && segmentCounts[group] > 0;
      shares[i] = inside ? counts[group][band][cell] / (double) segmentCounts[group] : 0;
    }
    return shares;
  }

  static int cell(double leastDb) {
    return (int) Math.round((leastDb - LOWEST_DB) / STEP_DB);
  }
}
