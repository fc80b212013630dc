package org.jumelles.formats.fits;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.raster.ElementType;
import org.jumelles.kernel.raster.Layout;

/// One header and data unit.
///
/// @param source the file's name
/// @param at where its header begins, in bytes
/// @param data its data without the padding; empty where it has none
public record FitsUnit(String source, long at, List<FitsCard> cards, Bytes data) {
  public FitsUnit {
    cards = List.copyOf(cards);
  }

  public Optional<FitsCard> card(String key) {
    return cards.stream().filter(card -> card.key().equals(key)).findFirst();
  }

  public Optional<String> text(String key) {
    return card(key).map(FitsCard::value);
  }

  /// @throws MalformedDataException where it is there and no number
  public OptionalDouble number(String key) {
    Optional<FitsCard> card = card(key);
    if (card.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      String text = card.get().value().toUpperCase(Locale.ROOT).replace('D', 'E');
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException _) {
      throw malformed(key, "a number", "'" + card.get().value() + "'");
    }
  }

  /// Lengths of the axes, the fastest first.
  public List<Integer> axes() {
    int naxis = (int) whole(this.cards, "NAXIS", 0, 999);
    return java.util.stream.IntStream.rangeClosed(1, naxis)
        .mapToObj(n -> (int) whole(this.cards, "NAXIS" + n, 0, Integer.MAX_VALUE))
        .toList();
  }

  /// Whether it is an array of two or three axes that has elements.
  public boolean isImage() {
    boolean array =
        card("SIMPLE").isPresent() || text("XTENSION").orElse("").strip().equals("IMAGE");
    return array
        && data.size() > 0
        && (axes().size() == 2 || axes().size() == 3)
        && !axes().contains(0);
  }

  public ElementType type() {
    long bitpix = whole(cards, "BITPIX", -64, 64);
    return switch ((int) bitpix) {
      case 8 -> ElementType.U8;
      case 16 -> ElementType.I16;
      case 32 -> ElementType.I32;
      case 64 -> ElementType.I64;
      case -32 -> ElementType.F32;
      case -64 -> ElementType.F64;
      default -> throw malformed("BITPIX", "8, 16, 32, 64, -32 or -64", String.valueOf(bitpix));
    };
  }

  /// The array as lines x samples x bands.
  ///
  /// @param bandAxis the spectral axis from one, or 0 where there is none; of the others the faster
  ///     is the samples
  public Layout layout(int bandAxis) {
    List<Integer> axes = axes();
    ElementType type = type();
    long[] strides = new long[4];
    int[] lengths = {1, 1, 1, 1};
    long stride = type.bytes();
    int slot = 0; // samples, then lines
    for (int n = 1; n <= axes.size(); n++) {
      int to = n == bandAxis ? 2 : slot++;
      lengths[to] = axes.get(n - 1);
      strides[to] = stride;
      stride = Math.multiplyExact(stride, (long) axes.get(n - 1));
    }
    return new Layout(
        lengths[1],
        lengths[0],
        lengths[2],
        type,
        ByteOrder.BIG_ENDIAN,
        strides[1] == 0 ? strides[0] * lengths[0] : strides[1],
        strides[0],
        strides[2] == 0 ? stride : strides[2]);
  }

  /// The complaint that a card is wrong; the caller throws it.
  public MalformedDataException malformed(String key, String clause, String found) {
    return new MalformedDataException(
        source, new Place.Offset(at), key, "FITS 4.0: " + clause, found);
  }

  long whole(List<FitsCard> from, String key, long least, long most) {
    String text =
        from.stream()
            .filter(card -> card.key().equals(key))
            .findFirst()
            .orElseThrow(() -> malformed(key, "required", "not there"))
            .value();
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException _) {
      // told below
    }
    throw malformed(key, "a whole number from " + least + " to " + most, "'" + text + "'");
  }
}
