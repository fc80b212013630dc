package org.jumelles.formats.netcdf;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes one NetCDF-4 file.
///
/// Slabs go to the file as they are appended, in that order; the headers follow on `close`. What
/// was not appended reads as the fill value. A file that was not closed is no file.
///
/// {@snippet :
/// try (NetCdfWriter out = NetCdfWriter.create(path, variables, attributes)) {
///   out.append(out.encode("brightness_temperature", row, MemorySegment.ofArray(kelvin)));
/// }
/// }
public final class NetCdfWriter implements Closeable {
  private static final int SUPERBLOCK_BYTES = 48;

  private final FileChannel channel;
  private final List<Attribute> attributes;
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, List<ChunkTree.Entry>> chunks = new LinkedHashMap<>();
  private long end = SUPERBLOCK_BYTES;
  private boolean isBroken;

  private NetCdfWriter(FileChannel channel, List<Variable> all, List<Attribute> attributes) {
    this.channel = channel;
    this.attributes = List.copyOf(attributes);
    for (Variable variable : all) {
      variables.put(variable.name(), variable);
      chunks.put(variable.name(), new ArrayList<>());
    }
  }

  /// @param file is replaced where it exists
  /// @param variables in the order in which the file shall list them; a variable named like its
  /// only dimension is that dimension's coordinate
  public static NetCdfWriter create(Path file, List<Variable> variables, List<Attribute> attributes)
      throws IOException {
    Scales.check(variables);
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    return new NetCdfWriter(channel, variables, attributes);
  }

  /// Shuffles and deflates up to one chunk of rows; several threads may do so at once.
  ///
  /// @param row the first one, a multiple of the variable's chunk
  /// @param values rows one after the other, in this machine's byte order
  public Slab encode(String name, long row, MemorySegment values) {
    Variable variable = variable(name);
    if (row < 0 || row % variable.chunkRows() != 0 || row >= variable.rows()) {
      throw new IllegalArgumentException(
          name + ": row " + row + " does not begin a chunk of " + variable.chunkRows() + " rows");
    }
    return Slab.encode(variable, row, values);
  }

  /// Puts a slab at the end of the file.
  public synchronized void append(Slab slab) throws IOException {
    List<ChunkTree.Entry> entries = chunks.get(slab.variable());
    if (entries == null) {
      throw new IllegalArgumentException("no variable " + slab.variable());
    }
    if (entries.stream()
        .skip(Math.max(0, entries.size() - slab.pieces().size()))
        .anyMatch(entry -> entry.row() == slab.row())) {
      throw new IllegalArgumentException(
          slab.variable() + ": row " + slab.row() + " was written before");
    }
    for (Slab.Piece piece : slab.pieces()) {
      long address = put(piece.bytes());
      entries.add(new ChunkTree.Entry(slab.row(), piece.column(), piece.bytes().length, address));
    }
  }

  /// A whole variable at once.
  public void write(String name, MemorySegment values) throws IOException {
    Variable variable = variable(name);
    long rowBytes = values.byteSize() / variable.rows();
    if (rowBytes * variable.rows() != values.byteSize()) {
      throw new IllegalArgumentException(name + ": " + values.byteSize() + " bytes");
    }
    for (long row = 0; row < variable.rows(); row += variable.chunkRows()) {
      long rows = Math.min(variable.chunkRows(), variable.rows() - row);
      append(encode(name, row, values.asSlice(row * rowBytes, rows * rowBytes)));
    }
  }

  /// Writes the headers and the superblock.
  @Override
  public synchronized void close() throws IOException {
    try (channel) {
      if (channel.isOpen() && !isBroken) {
        Scales scales = Scales.of(variables.values());
        long root = new Headers(scales, attributes).write(this);
        Little block = new Little();
        block.raw(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'});
        block.u8(2).u8(8).u8(8).u8(0).u64(0).u64(Messages.UNDEFINED).u64(end).u64(root);
        writeAt(block.summed(), 0);
      }
    }
  }

  long tree(Variable variable) throws IOException {
    // Readers compare whole chunks, so the key past the end is a whole chunk too.
    long rowEnd = Math.ceilDiv(variable.rows(), variable.chunkRows()) * variable.chunkRows();
    ChunkTree.Entry last = new ChunkTree.Entry(rowEnd, 0, 0, 0);
    List<ChunkTree.Entry> entries = chunks.getOrDefault(variable.name(), List.of());
    return new ChunkTree(variable.dimensions().size())
        .write(
            entries,
            last,
            new ChunkTree.Sink() {
              @Override
              public long next() {
                return end;
              }

              @Override
              public void write(byte[] node) throws IOException {
                put(node);
              }
            });
  }

  /// Appends bytes and tells their address, a multiple of 8.
  long put(byte[] bytes) throws IOException {
    long address = end;
    writeAt(Arrays.copyOf(bytes, (bytes.length + 7) / 8 * 8), address);
    end = address + (bytes.length + 7L) / 8 * 8;
    return address;
  }

  long nextAddress() {
    return end;
  }

  private void writeAt(byte[] bytes, long address) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer, address + buffer.position());
      }
    } catch (IOException e) {
      isBroken = true;
      throw e;
    }
  }

  private Variable variable(String name) {
    Variable variable = variables.get(name);
    if (variable == null) {
      throw new IllegalArgumentException("no variable " + name);
    }
    return variable;
  }
}
