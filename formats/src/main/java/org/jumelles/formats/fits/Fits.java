package org.jumelles.formats.fits;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;

/// The door: `Fits.read(bytes)`, `Fits.header(cards)`.
public final class Fits {
  /// Headers and data are filled up to a multiple of this.
  public static final int BLOCK = 2880;

  private static final int MOST_CARDS = 1 << 20;
  private static final int MOST_UNITS = 10_000;

  private Fits() {}

  public static boolean isFits(Bytes bytes) {
    return bytes.size() >= BLOCK && bytes.ascii(0, 9, "SIMPLE").equals("SIMPLE  =");
  }

  /// All header units; data that is cut short ends the last one.
  ///
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where a header is broken, or a
  ///     unit's data is longer than what is left
  public static List<FitsUnit> read(Bytes bytes) {
    if (!isFits(bytes)) {
      throw bytes.malformed(0, "SIMPLE", "FITS 4.0 \u00A73.3", "another beginning");
    }
    List<FitsUnit> units = new ArrayList<>();
    long at = 0;
    while (at + BLOCK <= bytes.size() && units.size() < MOST_UNITS) {
      if (!units.isEmpty() && !bytes.ascii(at, 8, "XTENSION").equals("XTENSION")) {
        break; // special records after the last unit
      }
      List<FitsCard> cards = cards(bytes, at);
      long headerBytes = blocks((cards.size() + 1L) * FitsCard.LENGTH);
      FitsUnit header = new FitsUnit(bytes.source(), at, cards, bytes.slice(0, 0, "data"));
      long length = dataBytes(header, bytes.size());
      long from = at + headerBytes;
      if (length > bytes.size() - from) {
        throw header.malformed(
            "data",
            "NAXIS x BITPIX",
            length + " bytes wanted after byte " + from + ", " + (bytes.size() - from) + " left");
      }
      units.add(new FitsUnit(bytes.source(), at, cards, bytes.slice(from, length, "data")));
      at = from + blocks(length);
    }
    return units;
  }

  /// A header of these cards and `END`, padded.
  ///
  /// @throws IllegalArgumentException where a value does not fit its card
  public static byte[] header(List<FitsCard> cards) {
    StringBuilder text = new StringBuilder();
    cards.forEach(card -> text.append(card.columns()));
    text.append("END");
    text.append(" ".repeat((int) blocks(text.length()) - text.length()));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static List<FitsCard> cards(Bytes bytes, long at) {
    List<FitsCard> cards = new ArrayList<>();
    for (int i = 0; i < MOST_CARDS; i++) {
      String columns = bytes.ascii(at + (long) i * FitsCard.LENGTH, FitsCard.LENGTH, "END");
      if (columns.startsWith("END") && columns.substring(3).isBlank()) {
        return cards;
      }
      cards.add(FitsCard.parse(columns));
    }
    throw bytes.malformed(at, "END", "FITS 4.0 \u00A74.4.1", "no END in " + MOST_CARDS + " cards");
  }

  /// |BITPIX| / 8 x GCOUNT x (PCOUNT + NAXIS1 x ...); sizes are bounded by what is left.
  private static long dataBytes(FitsUnit header, long most) {
    List<Integer> axes = header.axes();
    if (axes.isEmpty()) {
      return 0;
    }
    BigInteger product = BigInteger.ONE;
    for (int length : axes) {
      product = product.multiply(BigInteger.valueOf(length));
    }
    if (header.card("XTENSION").isPresent()) {
      long pcount = header.whole(header.cards(), "PCOUNT", 0, Long.MAX_VALUE);
      long gcount = header.whole(header.cards(), "GCOUNT", 0, Long.MAX_VALUE);
      product = product.add(BigInteger.valueOf(pcount)).multiply(BigInteger.valueOf(gcount));
    }
    BigInteger length = product.multiply(BigInteger.valueOf(header.type().bytes()));
    if (length.bitLength() > 62) {
      throw header.malformed(
          "NAXIS", "data that the file has", length + " bytes wanted of " + most);
    }
    return length.longValueExact();
  }

  private static long blocks(long bytes) {
    return (bytes + BLOCK - 1) / BLOCK * BLOCK;
  }
}
