package org.jumelles.formats.bufr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jumelles.formats.bufr.PlainEncoder.Cell;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.junit.jupiter.api.Test;

/// Broken messages give a refusal that names the message, and those around them are read.
class HostileBufrTest {
  private static byte[] good(long value) {
    List<Cell> cells = List.of(new Cell(16, false, PlainEncoder.of(value, value + 7)));
    return PlainEncoder.message(4, true, 2, List.of(14_046), cells);
  }

  private static byte[] join(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static List<String> read(byte[] bytes) {
    List<String> found = new ArrayList<>();
    BufrMessages messages = Bufr.messages(Bytes.of("made.bufr", bytes));
    while (messages.hasNext()) {
      Outcome<BufrMessage> outcome = messages.next();
      if (outcome instanceof Outcome.Refused<BufrMessage>(var defect)) {
        found.add("refused " + defect.field());
        continue;
      }
      try {
        BufrData data = Bufr.decode(outcome.found().orElseThrow());
        found.add("read " + (data.count(0) == 0 ? "nothing" : data.integer(0, 0)));
      } catch (MalformedDataException e) {
        found.add("refused " + e.defect().field());
      }
    }
    return found;
  }

  @Test
  void aBrokenMessageDoesNotStopTheOthers() {
    byte[] wrongLength = good(1);
    wrongLength[6]++;
    byte[] wrongSection = good(1);
    wrongSection[8 + 2]++;
    byte[] noEnd = good(1);
    noEnd[noEnd.length - 1] = '8';
    byte[] edition = good(1);
    edition[7] = 5;
    byte[] heading = {'\r', '\n', 'I', 'E', 'A', 'X'};

    List<String> found =
        read(
            join(
                heading,
                good(6000),
                wrongLength,
                good(6001),
                wrongSection,
                noEnd,
                edition,
                good(6002)));

    assertThat(found)
        .containsExactly(
            "read 1000",
            "refused message 2, length",
            "read 1001",
            "refused message 4, length of section 3",
            "refused message 5, length",
            "refused message 6, edition",
            "read 1002");
  }

  @Test
  void aCutAnywhereIsARefusalOrNothing() {
    byte[] whole = good(6000);
    for (int length = 0; length < whole.length; length++) {
      List<String> found = read(Arrays.copyOf(whole, length));
      assertThat(found).allMatch(line -> line.startsWith("refused message 1"));
    }
  }

  /// Any byte set to anything: an outcome, never another exception, and never for long.
  @Property(tries = 3000)
  void anyByteMayBeWrong(
      @ForAll @IntRange(min = 0, max = 60) int at,
      @ForAll @IntRange(min = 0, max = 255) int value) {
    byte[] bytes = good(6000);
    bytes[at % bytes.length] = (byte) value;

    assertThat(read(bytes)).allMatch(line -> line.startsWith("re"));
  }

  @Test
  void repetitionsOfRepetitionsEndWithTheBits() {
    List<Integer> descriptors = List.of(104_255, 103_255, 102_255, 101_255, 14_046);
    byte[] bytes = PlainEncoder.message(4, false, 65_535, descriptors, List.of());

    assertThat(read(bytes))
        .containsExactly("refused message 1, descriptor 014046 (scaled radiance)");
  }
}
