package org.jumelles.seis.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Counts of noise levels as text: one line a channel, hour and band, with the counts of each step
/// from the least level that occurred.
///
/// ```
/// # settings: segment_s=600.0 window_s=100.0 bands_per_octave=8 groups=24 step_db=0.5
/// channel,rate_hz,hour,segments,band,period_s,least_db,counts
/// XB.ELYSE.03.BHZ,10.0,0,11,0,25,-171.5,1 0 4 6
/// ```
public final class NoiseCsv {
  private static final String HEADER =
      "channel,rate_hz,hour,segments,band,period_s,least_db,counts";
  private static final int COLUMNS = 8;
  private static final int MOST_GROUPS = 1000;
  private static final int MOST_HISTOGRAMS = 10_000;
  private static final int MOST_CHANNELS = 12;

  private NoiseCsv() {}

  /// @param channels by name; all of the same settings and groups
  public static String write(Map<String, LevelCounts> channels) {
    StringBuilder text = new StringBuilder();
    LevelCounts any = channels.values().iterator().next();
    LevelCounts.Settings settings = any.settings();
    text.append(
            "# settings: segment_s=%s window_s=%s bands_per_octave=%d groups=%d step_db=%s"
                .formatted(
                    settings.segmentS(),
                    settings.windowS(),
                    settings.bandsPerOctave(),
                    any.groups(),
                    LevelCounts.STEP_DB))
        .append('\n')
        .append(HEADER)
        .append('\n');
    channels.forEach((name, counts) -> write(text, name, counts));
    return text.toString();
  }

  private static void write(StringBuilder text, String name, LevelCounts counts) {
    double[] centresHz = counts.centresHz();
    for (int group = 0; group < counts.groups(); group++) {
      for (int band = 0; band < centresHz.length && counts.segments(group) > 0; band++) {
        LevelCounts.Run run = counts.run(group, band);
        text.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%d,%d,%d,%.5g,%s,%s\n",
                name,
                counts.samplingRateHz(),
                group,
                counts.segments(group),
                band,
                1 / centresHz[band],
                run.leastDb(),
                run.counts().stream().map(String::valueOf).collect(Collectors.joining(" "))));
      }
    }
  }

  /// What was written, by channel.
  ///
  /// @param source for messages
  /// @throws MalformedDataException with the line of what is no such text
  public static Map<String, LevelCounts> read(String source, List<String> lines) {
    if (lines.size() < 2 || !lines.get(1).equals(HEADER)) {
      throw bad(source, 2, "header", lines.size() < 2 ? "nothing" : lines.get(1));
    }
    Frame frame = frame(source, lines.getFirst());
    Map<String, LevelCounts> channels = new TreeMap<>();
    for (int i = 2; i < lines.size(); i++) {
      try {
        row(frame, lines.get(i), channels);
      } catch (IllegalArgumentException e) {
        throw bad(source, i + 1, "row", e.getMessage() + " in " + lines.get(i));
      }
    }
    return channels;
  }

  private record Frame(LevelCounts.Settings settings, int groups) {}

  private static Frame frame(String source, String line) {
    Map<String, String> values = new TreeMap<>();
    for (String word : line.split(" ", -1)) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    try {
      int groups = Integer.parseInt(values.getOrDefault("groups", ""));
      if (groups < 1 || groups > MOST_GROUPS) {
        throw new IllegalArgumentException(groups + " groups");
      }
      if (Double.parseDouble(values.getOrDefault("step_db", "")) != LevelCounts.STEP_DB) {
        throw new IllegalArgumentException("steps of " + values.get("step_db") + " dB");
      }
      return new Frame(
          new LevelCounts.Settings(
              Double.parseDouble(values.getOrDefault("segment_s", "")),
              Double.parseDouble(values.getOrDefault("window_s", "")),
              Integer.parseInt(values.getOrDefault("bands_per_octave", ""))),
          groups);
    } catch (IllegalArgumentException e) {
      throw bad(source, 1, "settings", e.getMessage() + " in " + line);
    }
  }

  private static void row(Frame frame, String line, Map<String, LevelCounts> channels) {
    String[] cells = line.split(",", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(cells.length + " columns, not " + COLUMNS);
    }
    double rateHz = Double.parseDouble(cells[1]);
    if ((long) frame.settings().bands(rateHz) * frame.groups() > MOST_HISTOGRAMS
        || (channels.size() >= MOST_CHANNELS && !channels.containsKey(cells[0]))) {
      throw new IllegalArgumentException("more bands, groups or channels than there can be");
    }
    LevelCounts counts =
        channels.computeIfAbsent(
            cells[0], _ -> new LevelCounts(frame.settings(), rateHz, frame.groups()));
    int group = within(cells[2], "hour", frame.groups());
    int band = within(cells[4], "band", counts.centresHz().length);
    List<Integer> numbers = new ArrayList<>();
    for (String number : cells[7].isEmpty() ? new String[0] : cells[7].split(" ")) {
      numbers.add(within(number, "count", Integer.MAX_VALUE));
    }
    double leastDb = Double.parseDouble(cells[6]);
    long first = LevelCounts.cell(leastDb);
    if (rateHz != counts.samplingRateHz()
        || first < 0
        || first + numbers.size() > LevelCounts.LEVELS) {
      throw new IllegalArgumentException("a rate or a level that cannot be");
    }
    counts.put(
        group,
        within(cells[3], "segments", Integer.MAX_VALUE),
        band,
        new LevelCounts.Run(leastDb, numbers));
  }

  private static int within(String text, String name, int end) {
    int value = Integer.parseInt(text);
    if (value < 0 || value >= end) {
      throw new IllegalArgumentException(name + " " + value);
    }
    return value;
  }

  private static MalformedDataException bad(String source, int line, String field, String found) {
    return new MalformedDataException(
        source, new Place.LineColumn(line, 1), field, "docs/archive-on-disk.md, noise.csv", found);
  }
}
