package org.jumelles.iasi.spectrum;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jumelles.formats.bufr.Bufr;
import org.jumelles.formats.bufr.BufrData;
import org.jumelles.formats.bufr.BufrMessage;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Level 1C in BUFR messages of template 3 40 001 or 3 40 007.
///
/// A line is all subsets of one satellite, orbit and scan line number, in the order in which they
/// first appear. Its pixels stand by their field of view number, which counts from 0 unless the
/// file has a number 120 and no 0. A message that cannot be read counts as one refused line.
public final class BufrGranule implements Granule {
  private static final List<Integer> TEMPLATES = List.of(340_001, 340_007);
  private static final int SCORES_TEMPLATE = 340_008;

  private final Header header;
  private final List<Unit> units;
  private final int firstFieldOfView;

  private BufrGranule(Header header, List<Unit> units, int firstFieldOfView) {
    this.header = header;
    this.units = units;
    this.firstFieldOfView = firstFieldOfView;
  }

  /// One line's messages, or why a message gave none.
  private sealed interface Unit {
    record Line(BufrPixel.LineKey key, List<BufrMessage> messages) implements Unit {}

    record Broken(Defect defect) implements Unit {}
  }

  /// @throws MalformedDataException where no message can be read, or the first one that can holds
  /// other data
  public static BufrGranule open(Bytes bytes) {
    Index index = new Index();
    Iterator<Outcome<BufrMessage>> messages = Bufr.messages(bytes);
    while (messages.hasNext()) {
      switch (messages.next()) {
        case Outcome.Refused<BufrMessage>(Defect defect) -> index.refuse(defect);
        case Outcome.Good<BufrMessage>(BufrMessage message) -> index.add(message);
        case Outcome.Doubtful<BufrMessage>(BufrMessage message, var _) -> index.add(message);
      }
    }
    return index.granule(bytes);
  }

  @Override
  public Header header() {
    return header;
  }

  @Override
  public int lineCount() {
    return units.size();
  }

  @Override
  public Outcome<ScanLine> line(int number) {
    return switch (units.get(number)) {
      case Unit.Broken(Defect defect) -> new Outcome.Refused<>(defect);
      case Unit.Line(BufrPixel.LineKey key, List<BufrMessage> messages) -> {
        BufrLine line = new BufrLine(number, key, firstFieldOfView);
        for (BufrMessage message : messages) {
          line.add(message);
        }
        yield line.finish();
      }
    };
  }

  /// What the heads of the messages tell.
  private static final class Index {
    private final List<Unit> units = new ArrayList<>();
    private final Map<BufrPixel.LineKey, List<BufrMessage>> lines = new LinkedHashMap<>();
    private Moment first = Moment.MAX;
    private Moment last = Moment.MIN;
    private int firstFieldOfView = Integer.MAX_VALUE;
    private int lastFieldOfView;
    private int edition;
    private int template;

    private void refuse(Defect defect) {
      units.add(new Unit.Broken(defect));
    }

    private void add(BufrMessage message) {
      try {
        check(message);
        BufrData head =
            message.compressed()
                ? Bufr.decodeHead(message, BufrPixel.START_CHANNEL)
                : Bufr.decode(message);
        for (int subset = 0; subset < head.subsets(); subset++) {
          add(message, BufrPixel.of(message, head, subset));
        }
      } catch (MalformedDataException e) {
        refuse(e.defect());
      }
    }

    private static void check(BufrMessage message) {
      if (message.descriptors().size() != 1
          || !TEMPLATES.contains(message.descriptors().getFirst())) {
        boolean scores = message.descriptors().equals(List.of(SCORES_TEMPLATE));
        throw new MalformedDataException(
            message.data().source(),
            new Place.Offset(message.data().origin()),
            "message " + message.number() + ", descriptors",
            "template 340001 or 340007",
            scores
                ? "template 340008: principal component scores, not spectra"
                : message.descriptors().stream()
                    .limit(6)
                    .map(Object::toString)
                    .collect(Collectors.joining(" ")));
      }
    }

    private void add(BufrMessage message, BufrPixel pixel) {
      edition = message.edition();
      template = message.descriptors().getFirst();
      firstFieldOfView = Math.min(firstFieldOfView, pixel.fieldOfView());
      lastFieldOfView = Math.max(lastFieldOfView, pixel.fieldOfView());
      first = pixel.time().isBefore(first) ? pixel.time() : first;
      last = pixel.time().isAfter(last) ? pixel.time() : last;
      List<BufrMessage> messages =
          lines.computeIfAbsent(
              pixel.key(),
              key -> {
                List<BufrMessage> fresh = new ArrayList<>();
                units.add(new Unit.Line(key, fresh));
                return fresh;
              });
      if (messages.isEmpty() || messages.getLast().number() != message.number()) {
        messages.add(message);
      }
    }

    private BufrGranule granule(Bytes bytes) {
      Optional<BufrPixel.LineKey> key = lines.keySet().stream().findFirst();
      if (key.isEmpty()) {
        if (!units.isEmpty() && units.getFirst() instanceof Unit.Broken(Defect defect)) {
          throw new MalformedDataException(defect);
        }
        throw bytes.malformed(0, "BUFR", "at least one message", "none");
      }
      Header header =
          new Header(
              "BUFR",
              edition + ", template " + template,
              BufrPixel.platform(key.get().satellite()),
              new Span(first, last),
              key.get().orbit() < 0
                  ? OptionalInt.empty()
                  : OptionalInt.of((int) key.get().orbit()));
      boolean fromOne = firstFieldOfView > 0 && lastFieldOfView == ScanLine.PIXELS;
      return new BufrGranule(header, List.copyOf(units), fromOne ? 1 : 0);
    }
  }
}
