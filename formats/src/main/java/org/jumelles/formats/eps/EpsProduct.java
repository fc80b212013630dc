package org.jumelles.formats.eps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;

/// An EPS native product: the main header, and where each record begins.
///
/// Opening walks the record headers once and keeps eight bytes a record. A header that cannot be
/// right ends a stretch: what follows is passed over up to the next header that repeats one seen
/// before, and counts as one refused record.
public final class EpsProduct {
  private static final int SIGNATURE = 8;

  private final Bytes bytes;
  private final MainProductHeader mainHeader;
  private final Map<String, Integer> sizes = new HashMap<>();
  private final List<Defect> defects = new ArrayList<>();
  private long[] offsets = new long[16];
  private int count;

  private EpsProduct(Bytes bytes) {
    this.bytes = bytes;
    RecordHeader first = RecordHeader.read(bytes, 0);
    if (first.recordClass() != RecordHeader.MPHR) {
      throw bytes.malformed(0, "RECORD_CLASS", "MPHR first [EPS GPFS §4.1]", first.name());
    }
    this.mainHeader = MainProductHeader.read(bytes.slice(0, first.size(), "MPHR"));
  }

  /// Whether these bytes begin as an EPS native product does.
  public static boolean isEps(Bytes bytes) {
    return bytes.size() > RecordHeader.LENGTH + 12
        && bytes.u8(0, "RECORD_CLASS") == RecordHeader.MPHR
        && bytes.u8(1, "INSTRUMENT_GROUP") == 0
        && bytes.ascii(RecordHeader.LENGTH, 12, "PRODUCT_NAME").equals("PRODUCT_NAME");
  }

  /// @throws MalformedDataException where the main product header is not one
  public static EpsProduct read(Bytes bytes) {
    EpsProduct product = new EpsProduct(bytes);
    product.walk();
    return product;
  }

  public MainProductHeader mainHeader() {
    return mainHeader;
  }

  /// How many records there are, the refused ones and the main product header included.
  public int count() {
    return count;
  }

  /// The header of a record; empty for a refused stretch.
  ///
  /// @param index from zero
  public Optional<RecordHeader> header(int index) {
    long at = offsets[Objects.checkIndex(index, count)];
    return at < 0 ? Optional.empty() : Optional.of(RecordHeader.read(bytes, at));
  }

  /// A record with its fields; one whose bytes do not follow its layout is refused.
  ///
  /// @param index from zero
  public Outcome<EpsRecord> record(int index) {
    long at = offsets[Objects.checkIndex(index, count)];
    if (at < 0) {
      return new Outcome.Refused<>(defects.get((int) -at - 1));
    }
    try {
      return new Outcome.Good<>(read(at));
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
  }

  /// The bytes of a record as they stand; empty for a refused stretch.
  ///
  /// @param index from zero
  public Optional<Bytes> bytes(int index) {
    return header(index).map(header -> bytes.slice(offsets[index], header.size(), header.name()));
  }

  /// The first record of a class, group and subclass that is as its layout says.
  public Optional<EpsRecord> first(int recordClass, int group, int subclass) {
    for (int i = 0; i < count; i++) {
      boolean wanted =
          header(i)
              .filter(
                  header ->
                      header.recordClass() == recordClass
                          && header.instrumentGroup() == group
                          && header.subclass() == subclass)
              .isPresent();
      if (wanted) {
        return record(i).found();
      }
    }
    return Optional.empty();
  }

  private EpsRecord read(long at) {
    RecordHeader header = RecordHeader.read(bytes, at);
    Bytes record = bytes.slice(at, header.size(), header.name());
    Optional<RecordLayout> layout = RecordLayout.of(header);
    return new EpsRecord(header, record, layout, layout.map(fields -> fields.place(record, sizes)));
  }

  private void walk() {
    long at = 0;
    while (at < bytes.size()) {
      try {
        RecordHeader header = RecordHeader.read(bytes, at);
        add(at);
        if (header.recordClass() == RecordHeader.GIADR) {
          learn(at);
        }
        at += header.size();
      } catch (MalformedDataException e) {
        defects.add(e.defect());
        add(-defects.size());
        at = nextKnown(at + 1);
      }
    }
  }

  /// Sizes that a global record tells hold for the records after it.
  private void learn(long at) {
    try {
      EpsRecord record = read(at);
      record
          .fields()
          .forEach(
              name -> record.find(name).flatMap(Values::size).ifPresent(n -> sizes.put(name, n)));
    } catch (MalformedDataException e) {
      // The record is refused where it is asked for; those that need its sizes say so.
    }
  }

  /// The next place where the class, group, subclass, version and size of an earlier data record
  /// stand again.
  private long nextKnown(long from) {
    List<byte[]> known = new ArrayList<>();
    for (int i = count - 1; i >= 0 && known.size() < 3; i--) {
      long at = offsets[i];
      if (at >= 0 && bytes.u8(at, "RECORD_CLASS") == RecordHeader.MDR) {
        byte[] signature = bytes.array(at, SIGNATURE, "header");
        if (known.stream().noneMatch(other -> Arrays.equals(other, signature))) {
          known.add(signature);
        }
      }
    }
    for (long at = from; at <= bytes.size() - RecordHeader.LENGTH; at++) {
      if (bytes.u8(at, "RECORD_CLASS") == RecordHeader.MDR) {
        byte[] here = bytes.array(at, SIGNATURE, "header");
        if (known.stream().anyMatch(signature -> Arrays.equals(signature, here))) {
          return at;
        }
      }
    }
    return bytes.size();
  }

  private void add(long offset) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, count * 2);
    }
    offsets[count++] = offset;
  }
}
