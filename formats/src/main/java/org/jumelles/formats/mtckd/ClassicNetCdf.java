package org.jumelles.formats.mtckd;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.kernel.bytes.Bytes;

/// Reads variables of doubles from a classic NetCDF file (CDF-1 or CDF-2), big-endian throughout:
///
/// | part | layout |
/// |---|---|
/// | header | `CDF`, version 1 or 2, u32 records, dimensions, attributes, variables |
/// | list | u32 tag (10, 11, 12; 0 where absent), u32 count, entries |
/// | name | u32 length, characters, zeros up to a multiple of 4 |
/// | dimension | name, u32 length (0 = record) |
/// | attribute | name, u32 type, u32 count, values, zeros up to a multiple of 4 |
/// | variable | name, u32 rank, u32 dimension each, attributes, u32 type, u32 size, begin (u32, in
/// CDF-2 u64) |
final class ClassicNetCdf {
  private static final String CLAUSE = "NetCDF classic format";
  private static final int CHAR = 2;
  private static final int DOUBLE = 6;
  private static final int[] SIZES = {0, 1, 1, 2, 4, 4, 8};
  private static final int GREATEST_LIST = 10_000;

  private final Bytes bytes;
  private final boolean longOffsets;
  private long at;
  private final List<Long> dimensions = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Variable> variables = new HashMap<>();

  private record Variable(List<Integer> dimensions, int type, long begin) {}

  private ClassicNetCdf(Bytes bytes) {
    this.bytes = bytes;
    this.longOffsets = bytes.u8(3, "version") == 2;
  }

  static boolean recognises(Bytes bytes) {
    return bytes.size() >= 8
        && bytes.ascii(0, 3, "signature").equals("CDF")
        && (bytes.u8(3, "version") == 1 || bytes.u8(3, "version") == 2);
  }

  static ClassicNetCdf read(Bytes bytes) {
    ClassicNetCdf file = new ClassicNetCdf(bytes);
    file.at = 8;
    for (int i = file.list(); i > 0; i--) {
      file.name();
      file.dimensions.add(file.u32("dimension"));
    }
    file.texts.putAll(file.attributes());
    for (int i = file.list(); i > 0; i--) {
      file.variable();
    }
    return file;
  }

  /// A global attribute of characters; empty where there is none.
  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /// All values of a variable of doubles without record dimension; empty where there is none.
  Optional<double[]> doubles(String name) {
    Variable variable = variables.get(name);
    if (variable == null || variable.type() != DOUBLE) {
      return Optional.empty();
    }
    long count = 1;
    for (int dimension : variable.dimensions()) {
      count = Math.multiplyExact(count, dimensions.get(dimension));
    }
    if (count < 1 || count > bytes.size() / 8) {
      throw bytes.malformed(at, name, CLAUSE, count + " values");
    }
    Bytes values = bytes.slice(variable.begin(), 8 * count, name);
    double[] read = new double[(int) count];
    for (int i = 0; i < read.length; i++) {
      read[i] = values.f64(8L * i, ByteOrder.BIG_ENDIAN, name);
    }
    return Optional.of(read);
  }

  private void variable() {
    String name = name();
    long rank = u32("rank");
    if (rank > dimensions.size()) {
      throw bytes.malformed(at, name, CLAUSE, "rank " + rank);
    }
    List<Integer> used = new ArrayList<>();
    for (long i = 0; i < rank; i++) {
      long dimension = u32("dimension");
      if (dimension >= dimensions.size()) {
        throw bytes.malformed(at, name, CLAUSE, "dimension " + dimension);
      }
      used.add((int) dimension);
    }
    attributes();
    int type = type();
    u32("size");
    long begin = longOffsets ? u64() : u32("begin");
    variables.put(name, new Variable(used, type, begin));
  }

  private Map<String, String> attributes() {
    Map<String, String> read = new HashMap<>();
    for (int i = list(); i > 0; i--) {
      String name = name();
      int type = type();
      long length = u32("count") * SIZES[type];
      if (type == CHAR) {
        read.put(name, bytes.text(at, length, java.nio.charset.StandardCharsets.UTF_8, name));
      } else {
        bytes.slice(at, length, name);
      }
      at += padded(length);
    }
    return read;
  }

  private int type() {
    long type = u32("type");
    if (type < 1 || type > DOUBLE) {
      throw bytes.malformed(at - 4, "type", CLAUSE, Long.toString(type));
    }
    return (int) type;
  }

  private int list() {
    long tag = u32("tag");
    long count = u32("count");
    if (tag > 12 || count > GREATEST_LIST || (tag == 0 && count > 0)) {
      throw bytes.malformed(at - 8, "list", CLAUSE, "tag " + tag + ", " + count + " entries");
    }
    return (int) count;
  }

  private String name() {
    long length = u32("length of a name");
    String name = bytes.text(at, length, java.nio.charset.StandardCharsets.UTF_8, "name");
    at += padded(length);
    return name;
  }

  private static long padded(long length) {
    return (length + 3) / 4 * 4;
  }

  private long u32(String field) {
    long value = bytes.u32(at, ByteOrder.BIG_ENDIAN, field);
    at += 4;
    return value;
  }

  private long u64() {
    long value = bytes.i64(at, ByteOrder.BIG_ENDIAN, "begin");
    at += 8;
    return value;
  }
}
