package org.jumelles.iasi.retrieval;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;

/// A table as a file, big-endian throughout:
///
/// | part | layout |
/// |---|---|
/// | head | `JUMTABLE`, u32 version 1, 32 bytes identity |
/// | error | u32 scenes, f64 rms K, f64 greatest K |
/// | made | u32 count, each u32 bytes and UTF-8 |
/// | channels, nodes | each u32 count, f64 cm-1 |
/// | weights | by channel: u32 count, each u32 node and f64 weight |
/// | gases, pressures, temperatures | each u32 count and u32, f64 hPa, f64 K |
/// | cross-sections | f32 cm2, by gas, pressure, temperature, node |
/// | in water | u32 0 or 1; f32 by pressure, temperature, node |
/// | end | 32 bytes SHA-256 of all before |
public final class TableFile {
  private static final String MAGIC = "JUMTABLE";
  private static final int VERSION = 1;
  private static final int HASH_BYTES = 32;
  private static final String CLAUSE = "absorption table, version 1";
  private static final long GREATEST_BYTES = 1L << 31;

  private TableFile() {}

  public static void write(AbsorptionTable table, OutputStream target) throws IOException {
    DigestOutputStream digest = new DigestOutputStream(target, sha256());
    DataOutputStream out = new DataOutputStream(digest);
    out.writeBytes(MAGIC);
    out.writeInt(VERSION);
    out.write(HexFormat.of().parseHex(table.identity()));
    out.writeInt(table.error().scenes());
    out.writeDouble(table.error().rmsK());
    out.writeDouble(table.error().greatestK());
    out.writeInt(table.made().size());
    for (String line : table.made()) {
      byte[] text = line.getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
    }
    doubles(out, table.wavenumberPerCm());
    doubles(out, table.nodesPerCm());
    for (int c = 0; c < table.wavenumberPerCm().length; c++) {
      out.writeInt(table.nodeOfChannel()[c].length);
      for (int k = 0; k < table.nodeOfChannel()[c].length; k++) {
        out.writeInt(table.nodeOfChannel()[c][k]);
        out.writeDouble(table.weightOfChannel()[c][k]);
      }
    }
    out.writeInt(table.gases().length);
    for (int gas : table.gases()) {
      out.writeInt(gas);
    }
    doubles(out, table.pressuresHPa());
    doubles(out, table.temperaturesK());
    for (float[][][] gas : table.crossSections()) {
      floats(out, gas);
    }
    out.writeInt(table.perShare().length == 0 ? 0 : 1);
    floats(out, table.perShare());
    out.flush();
    target.write(digest.getMessageDigest().digest());
    target.flush();
  }

  /// Refused where it is another file, cut, or changed since it was written.
  public static Outcome<AbsorptionTable> read(Bytes bytes) {
    try {
      return new Outcome.Good<>(new Reader(bytes).read());
    } catch (MalformedDataException malformed) {
      return new Outcome.Refused<>(malformed.defect());
    }
  }

  private static void doubles(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static void floats(DataOutputStream out, float[][][] values) throws IOException {
    for (float[][] plane : values) {
      for (float[] row : plane) {
        byte[] packed = new byte[4 * row.length];
        java.nio.ByteBuffer.wrap(packed).asFloatBuffer().put(row);
        out.write(packed);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /// Goes through the file.
  private static final class Reader {
    private final Bytes bytes;
    private long at;

    Reader(Bytes bytes) {
      this.bytes = bytes;
    }

    AbsorptionTable read() {
      if (bytes.size() > GREATEST_BYTES || !bytes.ascii(0, 8, "magic").equals(MAGIC)) {
        throw bytes.malformed(0, "magic", CLAUSE, "no absorption table");
      }
      at = 8;
      if (u32("version") != VERSION) {
        throw bytes.malformed(8, "version", CLAUSE, "another version");
      }
      checkHash();
      String identity = HexFormat.of().formatHex(bytes.array(at, HASH_BYTES, "identity"));
      at += HASH_BYTES;
      AbsorptionTable.TableError error =
          new AbsorptionTable.TableError(u32("scenes"), f64("rms"), f64("greatest"));
      List<String> made = new ArrayList<>();
      for (int i = count(4, "made"); i > 0; i--) {
        int length = count(1, "made");
        made.add(bytes.text(at, length, StandardCharsets.UTF_8, "made"));
        at += length;
      }
      double[] channels = doubles("channels");
      double[] nodes = doubles("nodes");
      int[][] node = new int[channels.length][];
      double[][] weight = new double[channels.length][];
      for (int c = 0; c < channels.length; c++) {
        node[c] = new int[count(12, "weights")];
        weight[c] = new double[node[c].length];
        for (int k = 0; k < node[c].length; k++) {
          node[c][k] = Math.min(u32("node"), nodes.length - 1);
          weight[c][k] = f64("weight");
        }
      }
      int[] gases = new int[count(4, "gases")];
      Arrays.setAll(gases, _ -> u32("gas"));
      double[] pressures = doubles("pressures");
      double[] temperatures = doubles("temperatures");
      float[][][][] sections = new float[gases.length][][][];
      for (int g = 0; g < gases.length; g++) {
        sections[g] = floats(pressures.length, temperatures.length, nodes.length);
      }
      float[][][] perShare =
          u32("in water") == 0
              ? new float[0][][]
              : floats(pressures.length, temperatures.length, nodes.length);
      return new AbsorptionTable(
          identity,
          made,
          channels,
          nodes,
          node,
          weight,
          gases,
          pressures,
          temperatures,
          sections,
          perShare,
          error);
    }

    private void checkHash() {
      long body = bytes.size() - HASH_BYTES;
      if (body <= 0) {
        throw bytes.malformed(bytes.size(), "SHA-256", CLAUSE, "the file is cut");
      }
      MessageDigest digest = sha256();
      digest.update(bytes.slice(0, body, "table").segment().asByteBuffer());
      if (!Arrays.equals(digest.digest(), bytes.array(body, HASH_BYTES, "SHA-256"))) {
        throw bytes.malformed(body, "SHA-256", CLAUSE, "not that of the bytes before it");
      }
    }

    private int count(int bytesEach, String field) {
      int count = u32(field);
      if (count < 0 || (long) count * bytesEach > bytes.size() - at) {
        throw bytes.malformed(at - 4, field, CLAUSE, count + " entries");
      }
      return count;
    }

    private double[] doubles(String field) {
      double[] values = new double[count(8, field)];
      Arrays.setAll(values, _ -> f64(field));
      return values;
    }

    private float[][][] floats(int first, int second, int third) {
      bytes.slice(at, 4L * first * second * third, "cross-sections");
      float[][][] values = new float[first][second][third];
      for (float[][] plane : values) {
        for (float[] row : plane) {
          bytes
              .slice(at, 4L * third, "cross-sections")
              .segment()
              .asByteBuffer()
              .order(ByteOrder.BIG_ENDIAN)
              .asFloatBuffer()
              .get(row);
          at += 4L * third;
        }
      }
      return values;
    }

    private int u32(String field) {
      int value = bytes.i32(at, ByteOrder.BIG_ENDIAN, field);
      at += 4;
      return value;
    }

    private double f64(String field) {
      double value = bytes.f64(at, ByteOrder.BIG_ENDIAN, field);
      at += 8;
      return value;
    }
  }
}
