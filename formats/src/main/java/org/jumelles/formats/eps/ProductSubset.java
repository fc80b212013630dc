package org.jumelles.formats.eps;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jumelles.kernel.bytes.Bytes;

/// Some records of a product as a product of their own.
public final class ProductSubset {
  private static final int TARGET_OFFSET = RecordHeader.LENGTH + 3;

  private final EpsProduct product;
  private final List<Integer> kept = new ArrayList<>();
  private final List<EpsRecord> oldPointers = new ArrayList<>();
  private final Map<ProductWriter.Kind, Long> firsts = new HashMap<>();

  private ProductSubset(EpsProduct product, List<Integer> wanted) {
    this.product = product;
    for (int i = 0; i < product.count(); i++) {
      if (recordClass(i) == RecordHeader.IPR) {
        product.record(i).found().ifPresent(oldPointers::add);
      }
    }
    for (int i : wanted) {
      if (recordClass(i) > RecordHeader.IPR) {
        kept.add(i);
      }
    }
    if (measurements().isEmpty()) {
      throw new IllegalArgumentException("no measurement record is left");
    }
    oldPointers.removeIf(pointer -> kept.stream().noneMatch(i -> kind(i).equals(target(pointer))));
    long at = mainLength() + (long) oldPointers.size() * ProductWriter.POINTER_LENGTH;
    for (int i : kept) {
      firsts.putIfAbsent(kind(i), at);
      at += header(i).size();
    }
  }

  private List<Bytes> records() {
    return kept.stream().map(i -> product.bytes(i).orElseThrow()).toList();
  }

  private List<byte[]> pointers() {
    List<byte[]> pointers = new ArrayList<>();
    for (EpsRecord old : oldPointers) {
      byte[] bytes = old.bytes().array(0, old.bytes().size(), "IPR");
      long at = Objects.requireNonNull(firsts.get(target(old)));
      ByteBuffer.wrap(bytes).putInt(TARGET_OFFSET, (int) at);
      pointers.add(bytes);
    }
    return pointers;
  }

  private byte[] mainRecord() {
    List<Integer> measured = measurements();
    RecordHeader first = header(measured.getFirst());
    RecordHeader last = header(measured.getLast());
    long total =
        mainLength()
            + (long) oldPointers.size() * ProductWriter.POINTER_LENGTH
            + kept.stream().mapToLong(i -> header(i).size()).sum();
    boolean isWhole = kept.size() + 1 + pointersBefore() == product.count();
    MainProductHeader header =
        product
            .mainHeader()
            .with("ACTUAL_PRODUCT_SIZE", total)
            .with("TOTAL_RECORDS", 1L + oldPointers.size() + kept.size())
            .with("TOTAL_IPR", oldPointers.size())
            .with("TOTAL_MDR", measured.size())
            .with("COUNT_DEGRADED_INST_MDR", degraded(measured, "DEGRADED_INST_MDR"))
            .with("COUNT_DEGRADED_PROC_MDR", degraded(measured, "DEGRADED_PROC_MDR"));
    if (isWhole) {
      return header.record(header(0).start(), header(0).stop());
    }
    long milliseconds = first.start().moment().nanosUntil(last.stop().moment()) / 1_000_000;
    return header
        .with("SENSING_START", first.start().moment())
        .with("SENSING_END", last.stop().moment())
        .with("DURATION_OF_PRODUCT", milliseconds)
        .with("SUBSETTED_PRODUCT", "T")
        .record(first.start(), last.stop());
  }

  private long degraded(List<Integer> measured, String field) {
    return measured.stream()
        .map(i -> product.record(i).found().flatMap(record -> record.find(field)))
        .filter(flag -> flag.map(values -> values.raw(0) == 1).orElse(false))
        .count();
  }

  private List<Integer> measurements() {
    return kept.stream().filter(i -> recordClass(i) == RecordHeader.MDR).toList();
  }

  private int pointersBefore() {
    int pointers = 0;
    for (int i = 0; i < product.count(); i++) {
      pointers += recordClass(i) == RecordHeader.IPR ? 1 : 0;
    }
    return pointers;
  }

  private long mainLength() {
    return header(0).size();
  }

  private static ProductWriter.Kind target(EpsRecord pointer) {
    return new ProductWriter.Kind(
        (int) pointer.field("TARGET_RECORD_CLASS").raw(0),
        (int) pointer.field("TARGET_INSTRUMENT_GROUP").raw(0),
        (int) pointer.field("TARGET_RECORD_SUBCLASS").raw(0));
  }

  private ProductWriter.Kind kind(int index) {
    return ProductWriter.Kind.of(header(index));
  }

  private int recordClass(int index) {
    return product.header(index).map(RecordHeader::recordClass).orElse(0);
  }

  private RecordHeader header(int index) {
    Optional<RecordHeader> header = product.header(index);
    return header.orElseThrow(() -> new IllegalArgumentException("record " + index + " is none"));
  }

  /// Writes some records of a product: byte for byte, but for the main header, whose counts, size
  /// and times are corrected, and the pointers, of which those are left that still have a target.
  ///
  /// @param kept indices of records in ascending order; the main header and the pointers are not
  /// looked at
  /// @throws IllegalArgumentException where no measurement record is kept
  public static void write(OutputStream out, EpsProduct product, List<Integer> kept)
      throws IOException {
    ProductSubset subset = new ProductSubset(product, kept);
    out.write(subset.mainRecord());
    for (byte[] pointer : subset.pointers()) {
      out.write(pointer);
    }
    for (Bytes record : subset.records()) {
      copy(record, out);
    }
  }

  private static void copy(Bytes record, OutputStream out) throws IOException {
    int piece = 1 << 16;
    for (long at = 0; at < record.size(); at += piece) {
      out.write(record.array(at, Math.min(piece, record.size() - at), "record"));
    }
  }
}
