package org.jumelles.formats.bufr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jumelles.formats.bufr.PlainEncoder.Cell;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.junit.jupiter.api.Test;

class BufrTest {
  private static BufrMessage only(byte[] bytes) {
    BufrMessages messages = Bufr.messages(Bytes.of("made.bufr", bytes));
    Outcome<BufrMessage> outcome = messages.next();
    assertThat(messages.hasNext()).isFalse();
    return outcome.found().orElseThrow(() -> new AssertionError(outcome.defects()));
  }

  /// Latitude (25 bits, reference -9000000), then a channel number widened by 8 bits and a
  /// radiance.
  @Property(tries = 200)
  void whatWasEncodedIsDecoded(
      @ForAll boolean compressed,
      @ForAll("editions") int edition,
      @ForAll("rows") List<List<Long>> rows) {
    List<Integer> descriptors = List.of(5001, 202_129, 201_136, 5042, 201_000, 202_000, 14_046);
    List<Cell> cells = new ArrayList<>();
    int[] widths = {25, 14, 16};
    for (int i = 0; i < widths.length; i++) {
      List<Long> column = new ArrayList<>();
      for (List<Long> row : rows) {
        column.add(row.get(i));
      }
      cells.add(new Cell(widths[i], false, column));
    }

    byte[] bytes = PlainEncoder.message(edition, compressed, rows.size(), descriptors, cells);
    BufrData data = Bufr.decode(only(bytes));

    assertThat(data.subsets()).isEqualTo(rows.size());
    long[] references = {-9_000_000, 0, -5000};
    for (int subset = 0; subset < rows.size(); subset++) {
      assertThat(data.count(subset)).isEqualTo(3);
      for (int i = 0; i < 3; i++) {
        long raw = rows.get(subset).get(i);
        boolean missing = raw == (1L << widths[i]) - 1;
        assertThat(data.integer(subset, i))
            .isEqualTo(missing ? Element.MISSING : raw + references[i]);
      }
    }
    assertThat(data.element(0, 1).scale()).isEqualTo(1);
    assertThat(data.element(0, 1).width()).isEqualTo(14);
    assertThat(data.element(0, 2).scale()).isEqualTo(0);
  }

  @Provide
  Arbitrary<Integer> editions() {
    return Arbitraries.of(3, 4);
  }

  @Provide
  Arbitrary<List<List<Long>>> rows() {
    Arbitrary<List<Long>> row =
        net.jqwik.api.Combinators.combine(bits(25), bits(14), bits(16))
            .as((a, b, c) -> List.of(a, b, c));
    return row.list().ofMinSize(1).ofMaxSize(17);
  }

  private static Arbitrary<Long> bits(int width) {
    return Arbitraries.longs()
        .between(0, (1L << width) - 1)
        .edgeCases(edges -> edges.add(0L, (1L << width) - 1));
  }

  @Test
  void repeatsAsOftenAsTold() {
    List<Integer> descriptors = List.of(101_000, 31_002, 14_046, 102_002, 4001, 4002);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(16, false, PlainEncoder.of(3, 3)));
    for (int i = 0; i < 3; i++) {
      cells.add(new Cell(16, false, PlainEncoder.of(5000 + i, 6000 + i)));
    }
    for (int i = 0; i < 2; i++) {
      cells.add(new Cell(12, false, PlainEncoder.of(2012, 2013)));
      cells.add(new Cell(4, false, PlainEncoder.of(11, 11)));
    }

    BufrData data = Bufr.decode(only(PlainEncoder.message(4, true, 2, descriptors, cells)));

    assertThat(data.count(1)).isEqualTo(8);
    assertThat(data.integer(1, 3)).isEqualTo(1002);
    assertThat(data.value(1, 6)).isEqualTo(2013);
    assertThat(data.find(0, 4001, 5)).isEqualTo(6);
  }

  @Test
  void compressedSubsetsMayNotDifferInLength() {
    List<Cell> cells = List.of(new Cell(16, false, PlainEncoder.of(3, 4)));
    byte[] bytes = PlainEncoder.message(4, true, 2, List.of(101_000, 31_002, 14_046), cells);

    assertThatThrownBy(() -> Bufr.decode(only(bytes)))
        .isInstanceOf(MalformedDataException.class)
        .hasMessageContaining("message 1, descriptor 031002");
  }

  @Test
  void refusesWhatItDoesNotKnowByItsDescriptor() {
    for (int descriptor : new int[] {12_192, 203_010, 206_012, 221_002, 222_000, 363_001}) {
      byte[] bytes = PlainEncoder.message(4, false, 1, List.of(descriptor), List.of());

      assertThatThrownBy(() -> Bufr.decode(only(bytes)))
          .isInstanceOf(MalformedDataException.class)
          .hasMessageContaining("message 1, descriptor " + Tables.text(descriptor));
    }
  }

  @Test
  void readsTextOfUncompressedAndCompressedData() {
    long metop = 0x4D45_544F_5020_2020L;
    for (boolean compressed : new boolean[] {false, true}) {
      List<Cell> cells = List.of(new Cell(64, true, PlainEncoder.of(metop, metop)));
      byte[] bytes = PlainEncoder.message(4, compressed, 2, List.of(1006), cells);

      assertThat(Bufr.decode(only(bytes)).text(1, 0)).isEqualTo("METOP");
    }
  }

  @Test
  void everySequenceOfTheTablesIsWhole() {
    for (int sequence : new int[] {340_001, 340_007, 340_008, 310_051, 310_052, 310_053, 310_054}) {
      byte[] bytes = PlainEncoder.message(4, true, 1, List.of(sequence), List.of());

      assertThatThrownBy(() -> Bufr.decode(only(bytes)))
          .isInstanceOf(MalformedDataException.class)
          .hasMessageContaining("bits wanted");
    }
  }
}
