package org.jumelles.formats.miniseed;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;

/// From a record's frames to integers: order of bytes, bounds, integrity.
final class SteimPayload {
  private static final int FRAME_BYTES = 64;
  private static final ValueLayout.OfInt WORD =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final String CLAUSE = "SEED 2.4, appendix B";

  private SteimPayload() {}

  static List<Defect> decode(Record record, int[] into, int from) {
    int count = record.sampleCount();
    if (count == 0) {
      return List.of();
    }
    boolean two = record.encoding() == Encoding.STEIM2;
    int[] words = words(record, two);
    int found =
        two ? Steim.decode2(words, count, into, from) : Steim.decode1(words, count, into, from);
    int offset = record.header().payload().offset();
    if (found < 0) {
      int word = -1 - found;
      throw record.malformed(
          offset + 4L * word, "Steim-2 word", CLAUSE, "a code that stands for nothing");
    }
    if (found < count) {
      throw record.malformed(
          offset, "frames", CLAUSE, "only " + found + " of " + count + " samples");
    }
    int expected = Steim.lastSample(words);
    int last = into[from + count - 1];
    return last == expected ? List.of() : List.of(broken(record, last, expected));
  }

  private static Defect broken(Record record, int last, int expected) {
    return new Defect(
        record.file().source(),
        new Place.Offset(record.offset()),
        "reverse integration constant",
        CLAUSE,
        record.sourceId() + ": the last sample is " + last + ", the frames promise " + expected);
  }

  private static int[] words(Record record, boolean two) {
    Header.Payload payload = record.header().payload();
    int frames = payload.length() / FRAME_BYTES;
    if (frames == 0) {
      throw record.malformed(
          payload.offset(), "frames", CLAUSE, "no whole frame in " + payload.length() + " bytes");
    }
    int[] words = new int[frames * Steim.FRAME_WORDS];
    MemorySegment segment = record.file().segment();
    long at = record.payloadAt();
    for (int i = 0; i < words.length; i++) {
      words[i] = segment.get(WORD, at + (long) Integer.BYTES * i);
    }
    if (payload.order() == ByteOrder.LITTLE_ENDIAN) {
      turn(words, two);
    }
    return words;
  }

  /// Little-endian frames: each whole number in a word is turned by itself, so bytes stay and
  /// halves keep their places.
  private static void turn(int[] words, boolean two) {
    for (int frame = 0; frame < words.length; frame += Steim.FRAME_WORDS) {
      int codes = Integer.reverseBytes(words[frame]);
      words[frame] = codes;
      for (int w = 1; w < Steim.FRAME_WORDS; w++) {
        int code = frame == 0 && w < 3 ? 3 : (codes >>> (30 - 2 * w)) & 3;
        int word = words[frame + w];
        boolean halves = code == 2 && !two;
        boolean bytes = code < 2;
        int turned = Integer.reverseBytes(word);
        words[frame + w] = bytes ? word : halves ? Integer.rotateLeft(turned, 16) : turned;
      }
    }
  }
}
