package org.jumelles.iasi.spectrum;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jumelles.formats.bufr.Bufr;
import org.jumelles.formats.bufr.BufrData;
import org.jumelles.formats.bufr.BufrMessage;
import org.jumelles.formats.bufr.Element;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;

/// Gathers one [ScanLine] from the messages that hold its pixels.
final class BufrLine {
  private static final int CHANNEL_NUMBER = 5042;
  private static final int RADIANCE = 14_046;
  private static final int STORED_CHANNELS = 8700;

  private final int number;
  private final BufrPixel.LineKey key;
  private final int firstFieldOfView;
  private final @Nullable Moment[] views = new @Nullable Moment[ScanLine.VIEWS];
  private final boolean[] present = new boolean[ScanLine.PIXELS];
  private final short[] counts = new short[ScanLine.PIXELS * Channels.COUNT];
  private final BufrSide side = new BufrSide();
  private final List<Defect> defects = new ArrayList<>();
  private Optional<ScaleFactors> scale = Optional.empty();

  /// @param firstFieldOfView 0 or 1, how the file numbers the first pixel
  BufrLine(int number, BufrPixel.LineKey key, int firstFieldOfView) {
    this.number = number;
    this.key = key;
    this.firstFieldOfView = firstFieldOfView;
  }

  /// Adds the subsets of a message that lie on this line; what is wrong with them is kept.
  void add(BufrMessage message) {
    try {
      BufrData data = Bufr.decode(message);
      int firstRadiance = data.find(0, RADIANCE, 0);
      for (int subset = 0; subset < data.subsets(); subset++) {
        BufrPixel pixel = BufrPixel.of(message, data, subset);
        if (pixel.key().equals(key)) {
          add(message, data, subset, pixel, firstRadiance);
        }
      }
    } catch (MalformedDataException e) {
      defects.add(e.defect());
    }
  }

  /// The line, or its first defect where no pixel could be had.
  Outcome<ScanLine> finish() {
    if (scale.isEmpty()) {
      return new Outcome.Refused<>(defects.getFirst());
    }
    ScanLine line =
        new ScanLine(
            number,
            viewTimes(),
            present,
            counts,
            scale.get(),
            side.geometry(),
            side.quality(),
            side.imager());
    return Outcome.of(line, defects);
  }

  private void add(
      BufrMessage message, BufrData data, int subset, BufrPixel pixel, int firstRadiance) {
    int index = pixel.fieldOfView() - firstFieldOfView;
    if (index < 0 || index >= ScanLine.PIXELS || present[index]) {
      String found = "field of view " + pixel.fieldOfView();
      defects.add(defect(message, subset, "120 pixels a line, each once", found));
      return;
    }
    int scalesAt = BufrSide.scalesAt(data, subset, firstRadiance);
    ScaleFactors found = BufrSide.scale(message, data, subset, scalesAt);
    if (scale.isPresent() && !scale.get().equals(found)) {
      defects.add(defect(message, subset, "one table of scale factors a line", "another one"));
      return;
    }
    checkChannels(message, data, subset, firstRadiance);
    scale = Optional.of(found);
    if (views[index / ScanLine.PIXELS_PER_VIEW] == null) {
      views[index / ScanLine.PIXELS_PER_VIEW] = pixel.time();
    }
    side.take(data, subset, index, scalesAt, firstRadiance + 2 * STORED_CHANNELS - 1);
    int missing = copy(data, subset, firstRadiance, ScanLine.at(index));
    present[index] = missing == 0;
    if (missing > 0 && missing < Channels.COUNT) {
      defects.add(
          defect(message, subset, "8461 radiances", missing + " are missing; pixel left out"));
    }
  }

  private static void checkChannels(
      BufrMessage message, BufrData data, int subset, int firstRadiance) {
    int last = firstRadiance + 2 * (Channels.COUNT - 1);
    if (firstRadiance < 1
        || last >= data.count(subset)
        || data.element(subset, last).code() != RADIANCE
        || data.element(subset, firstRadiance - 1).code() != CHANNEL_NUMBER
        || data.integer(subset, firstRadiance - 1) != 1
        || data.integer(subset, last - 1) != Channels.COUNT) {
      throw new MalformedDataException(
          defect(message, subset, "channels 1 to 8461 in their order", "others"));
    }
  }

  /// @return how many of the pixel's radiances are missing
  private int copy(BufrData data, int subset, int firstRadiance, int to) {
    int missing = 0;
    for (int channel = 0; channel < Channels.COUNT; channel++) {
      long integer = data.integer(subset, firstRadiance + 2 * channel);
      if (integer == Element.MISSING) {
        missing++;
      } else {
        counts[to + channel] = (short) integer;
      }
    }
    return missing;
  }

  /// A view of which no pixel came has the time of the nearest view that has one.
  private Moment[] viewTimes() {
    Moment[] times = new Moment[views.length];
    for (int view = 0; view < times.length; view++) {
      times[view] = nearest(view);
    }
    return times;
  }

  private Moment nearest(int view) {
    for (int step = 0; step < views.length; step++) {
      Moment before = view - step >= 0 ? views[view - step] : null;
      Moment after = view + step < views.length ? views[view + step] : null;
      if (before != null || after != null) {
        return Objects.requireNonNullElse(before, after);
      }
    }
    throw new AssertionError("a line without a pixel");
  }

  private static Defect defect(BufrMessage message, int subset, String clause, String found) {
    return new Defect(
        message.data().source(),
        new Place.Offset(message.data().origin()),
        "message " + message.number() + ", subset " + (subset + 1),
        clause,
        found);
  }
}
