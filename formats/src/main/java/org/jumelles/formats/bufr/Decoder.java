package org.jumelles.formats.bufr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;

/// Follows a template through section 4 of one message.
final class Decoder {
  private static final int INCREMENT_WIDTH = 6;
  private static final int MOST_INCREMENT = 57;

  /// 256 MB of integers; the largest message has 2^24 bytes.
  private static final long MOST_KEPT = 1L << 25;

  private final BufrMessage message;
  private final BitReader bits;
  private final OptionalInt stopBefore;
  private final boolean compressed;
  private final int subsets;
  private Columns columns = new Columns();
  private boolean stopped;
  private long keptBefore;

  Decoder(BufrMessage message, OptionalInt stopBefore) {
    this.message = message;
    this.bits = new BitReader(message.data().segment());
    this.stopBefore = stopBefore;
    this.compressed = message.compressed();
    this.subsets = message.subsets();
  }

  /// @throws MalformedDataException where the bits end before the template does
  BufrData decode(Template template) {
    List<Columns> all = new ArrayList<>();
    if (compressed) {
      follow(template.steps());
      all.add(columns);
    } else {
      for (int subset = 0; subset < subsets && !stopped; subset++) {
        columns = new Columns();
        follow(template.steps());
        all.add(columns);
        keptBefore += columns.kept();
      }
    }
    int decoded = compressed ? subsets : all.size();
    return new BufrData(all, decoded, compressed);
  }

  private void follow(List<Template.Step> steps) {
    for (Template.Step step : steps) {
      if (stopped) {
        return;
      }
      switch (step) {
        case Template.Step.Read(Element element) -> read(element);
        case Template.Step.Repeat(int times, List<Template.Step> body) -> repeat(times, body);
        case Template.Step.RepeatAsTold(Element factor, List<Template.Step> body) -> {
          read(factor);
          if (!stopped) {
            repeat(times(factor), body);
          }
        }
      }
    }
  }

  private void repeat(int times, List<Template.Step> body) {
    for (int i = 0; i < times && !stopped; i++) {
      follow(body);
    }
  }

  private int times(Element factor) {
    int index = columns.count() - 1;
    long first = columns.integer(index, 0);
    for (int subset = 1; compressed && subset < subsets; subset++) {
      if (columns.integer(index, subset) != first) {
        throw malformed(factor, "the same in all subsets of compressed data", "it differs");
      }
    }
    return (int) first;
  }

  private void read(Element element) {
    if (stopBefore.isPresent() && stopBefore.getAsInt() == element.code()) {
      stopped = true;
      return;
    }
    if (keptBefore + columns.kept() > MOST_KEPT) {
      throw malformed(element, "at most " + MOST_KEPT + " integers a message", "more");
    }
    if (element.kind() == Element.Kind.TEXT) {
      readText(element);
    } else if (compressed) {
      readCompressed(element);
    } else {
      need(element, element.width());
      columns.addSame(element, integer(element, bits.read(element.width()), element.width()));
    }
  }

  private void readCompressed(Element element) {
    need(element, element.width() + INCREMENT_WIDTH);
    long base = bits.read(element.width());
    int width = (int) bits.read(INCREMENT_WIDTH);
    if (width == 0) {
      columns.addSame(element, integer(element, base, element.width()));
      return;
    }
    if (width > MOST_INCREMENT) {
      throw malformed(element, "increments of at most 57 bits", width + " bits");
    }
    need(element, (long) width * subsets);
    int from = columns.addEach(element, subsets);
    if (element.isCount()) {
      for (int i = 0; i < subsets; i++) {
        columns.pool()[from + i] = base + bits.read(width);
      }
    } else {
      bits.read(base + element.reference(), width, columns.pool(), from, subsets);
    }
  }

  /// All ones are missing, but in one bit and in counts [WMO306, 94.1.5].
  private static long integer(Element element, long read, int width) {
    boolean missing = width > 1 && read == -1L >>> (Long.SIZE - width) && !element.isCount();
    return missing ? Element.MISSING : read + element.reference();
  }

  private void readText(Element element) {
    int length = element.width() / Byte.SIZE;
    need(element, element.width());
    String base = text(length);
    if (!compressed) {
      columns.addText(element, base);
      return;
    }
    need(element, INCREMENT_WIDTH);
    int each = (int) bits.read(INCREMENT_WIDTH);
    if (each == 0) {
      columns.addText(element, base);
      return;
    }
    need(element, (long) each * Byte.SIZE * subsets);
    int from = columns.addEach(element, subsets);
    for (int i = 0; i < subsets; i++) {
      columns.pool()[from + i] = columns.keepText(text(each));
    }
  }

  private String text(int length) {
    byte[] bytes = new byte[length];
    boolean missing = true;
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) bits.read(Byte.SIZE);
      missing &= bytes[i] == -1;
    }
    return missing ? "" : new String(bytes, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
  }

  private void need(Element element, long width) {
    if (width > bits.left()) {
      throw malformed(element, "section 4", width + " bits wanted, " + bits.left() + " left");
    }
  }

  private MalformedDataException malformed(Element element, String clause, String found) {
    return new MalformedDataException(
        message.data().source(),
        new Place.Offset(message.data().origin() + bits.byteAt()),
        "message " + message.number() + ", " + element.told(),
        clause + " [WMO306]",
        found);
  }
}
