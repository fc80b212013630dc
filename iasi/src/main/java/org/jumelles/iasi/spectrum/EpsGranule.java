package org.jumelles.iasi.spectrum;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jumelles.formats.eps.EpsProduct;
import org.jumelles.formats.eps.EpsRecord;
import org.jumelles.formats.eps.MainProductHeader;
import org.jumelles.formats.eps.RecordHeader;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;

/// Level 1C in an EPS native product.
///
/// A line is a measurement record (MDR) of the instrument, or a stretch that could not be read;
/// dummy records, which stand for missing lines, are counted apart.
public final class EpsGranule implements Granule {
  static final int GROUP = 8;
  static final int MDR_1C = 2;
  private static final int GIADR_SCALE_FACTORS = 1;
  private static final String TYPE = "IASI_xxx_1C";

  private final EpsProduct product;
  private final Header header;
  private final ScaleFactors scale;
  private final int[] lines;
  private final int dummyRecords;

  private EpsGranule(
      EpsProduct product, Header header, ScaleFactors scale, int[] lines, int dummyRecords) {
    this.product = product;
    this.header = header;
    this.scale = scale;
    this.lines = lines;
    this.dummyRecords = dummyRecords;
  }

  /// @throws MalformedDataException where the product is not Level 1C, or has no usable scale
  /// factors
  public static EpsGranule open(Bytes bytes) {
    EpsProduct product = EpsProduct.read(bytes);
    MainProductHeader main = product.mainHeader();
    if (!main.productType().equals(TYPE)) {
      throw bytes.malformed(
          0, "PRODUCT_NAME", TYPE, "an EPS product of type " + main.productType());
    }
    int[] lines = new int[product.count()];
    int found = 0;
    int dummies = 0;
    for (int i = 0; i < product.count(); i++) {
      Optional<RecordHeader> header = product.header(i);
      if (header.map(RecordHeader::isDummy).orElse(false)) {
        dummies++;
      } else if (header.map(h -> h.recordClass() == RecordHeader.MDR).orElse(true)) {
        lines[found++] = i;
      }
    }
    ScaleFactors scale = scale(product, bytes);
    Header header = header(product, bytes);
    return new EpsGranule(product, header, scale, Arrays.copyOf(lines, found), dummies);
  }

  @Override
  public Header header() {
    return header;
  }

  @Override
  public int lineCount() {
    return lines.length;
  }

  /// Records that stand for missing lines.
  public int dummyRecords() {
    return dummyRecords;
  }

  /// The product itself, for all that is not in a [ScanLine].
  public EpsProduct product() {
    return product;
  }

  /// Which record of the product a line is.
  public int recordOf(int number) {
    return lines[number];
  }

  @Override
  public Outcome<ScanLine> line(int number) {
    return switch (product.record(lines[number])) {
      case Outcome.Refused<EpsRecord> refused -> new Outcome.Refused<>(refused.defect());
      case Outcome.Good<EpsRecord>(EpsRecord record) -> read(number, record);
      case Outcome.Doubtful<EpsRecord>(EpsRecord record, var _) -> read(number, record);
    };
  }

  private Outcome<ScanLine> read(int number, EpsRecord record) {
    try {
      return EpsLine.read(number, record, scale);
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
  }

  private static ScaleFactors scale(EpsProduct product, Bytes bytes) {
    EpsRecord record =
        product
            .first(RecordHeader.GIADR, GROUP, GIADR_SCALE_FACTORS)
            .orElseThrow(
                () ->
                    bytes.malformed(
                        0,
                        "GIADR-scale-factors",
                        "IASI Level 1 PFS",
                        "no such record that can be read"));
    return EpsScale.read(record);
  }

  private static Header header(EpsProduct product, Bytes bytes) {
    MainProductHeader main = product.mainHeader();
    String version =
        main.text("FORMAT_MAJOR_VERSION").orElse("?")
            + "."
            + main.text("FORMAT_MINOR_VERSION").orElse("?");
    OptionalInt orbit =
        main.number("ORBIT_START")
            .filter(number -> number >= 0 && number <= Integer.MAX_VALUE)
            .map(number -> OptionalInt.of((int) (long) number))
            .orElse(OptionalInt.empty());
    return new Header("EPS native", version, platform(main), sensing(product, bytes), orbit);
  }

  private static String platform(MainProductHeader main) {
    String id = main.text("SPACECRAFT_ID").orElse("not known");
    return switch (id) {
      case "M01" -> "Metop-B";
      case "M02" -> "Metop-A";
      case "M03" -> "Metop-C";
      default -> id;
    };
  }

  private static Span sensing(EpsProduct product, Bytes bytes) {
    MainProductHeader main = product.mainHeader();
    Optional<Moment> start = main.time("SENSING_START");
    Optional<Moment> end = main.time("SENSING_END");
    if (start.isEmpty() || end.isEmpty() || end.get().isBefore(start.get())) {
      List<String> found =
          List.of(
              main.text("SENSING_START").orElse("nothing"),
              main.text("SENSING_END").orElse("nothing"));
      throw bytes.malformed(
          0, "SENSING_START, SENSING_END", "a time and a later one", String.join(" and ", found));
    }
    return new Span(start.get(), end.get());
  }
}
