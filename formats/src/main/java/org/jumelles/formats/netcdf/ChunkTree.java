package org.jumelles.formats.netcdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where the chunks of one variable lie: a version 1 B-tree of node type 1 (HDF5 File Format
/// Specification 3.0, III.A.1), built from the leaves up.
///
/// | bytes | field |
/// |---|---|
/// | 4 | `TREE` |
/// | 1, 1, 2 | node type 1, level, entries |
/// | 8, 8 | left and right sibling |
/// | key, 8, key, 8 ... key | a key is chunk bytes (4), filter mask (4), offsets (8 each), 0 (8) |
final class ChunkTree {
  /// The rank that a file without a superblock extension implies: nodes of up to 64 children.
  private static final int CHILDREN = 64;

  private final int rank;

  ChunkTree(int rank) {
    this.rank = rank;
  }

  /// One stored chunk.
  record Entry(long row, long column, int bytes, long address) {}

  private record Node(Entry first, long address) {}

  /// Takes the bytes of a node and tells where they were put.
  @FunctionalInterface
  interface Place {
    long next() throws IOException;
  }

  /// Where nodes are written.
  interface Sink extends Place {
    void write(byte[] node) throws IOException;
  }

  /// @param entries in any order
  /// @return the address of the root
  long write(List<Entry> entries, Entry end, Sink sink) throws IOException {
    if (entries.isEmpty()) {
      return Messages.UNDEFINED;
    }
    List<Node> children =
        entries.stream()
            .sorted(Comparator.comparingLong(Entry::row).thenComparingLong(Entry::column))
            .map(entry -> new Node(entry, entry.address()))
            .toList();
    int level = 0;
    do {
      children = level(children, end, level, sink);
      level++;
    } while (children.size() > 1);
    return children.getFirst().address();
  }

  private List<Node> level(List<Node> children, Entry end, int level, Sink sink)
      throws IOException {
    List<Node> nodes = new ArrayList<>();
    long first = sink.next();
    int count = (children.size() + CHILDREN - 1) / CHILDREN;
    for (int i = 0; i < count; i++) {
      int from = i * CHILDREN;
      int to = Math.min(children.size(), from + CHILDREN);
      long left = i == 0 ? Messages.UNDEFINED : first + (i - 1L) * nodeBytes();
      long right = i == count - 1 ? Messages.UNDEFINED : first + (i + 1L) * nodeBytes();
      Little node = new Little().raw(new byte[] {'T', 'R', 'E', 'E'}).u8(1).u8(level);
      node.u16(to - from).u64(left).u64(right);
      for (Node child : children.subList(from, to)) {
        key(node, child.first());
        node.u64(child.address());
      }
      key(node, to < children.size() ? children.get(to).first() : end);
      node.zeros(nodeBytes() - node.size());
      nodes.add(new Node(children.get(from).first(), sink.next()));
      sink.write(node.array());
    }
    return nodes;
  }

  private void key(Little node, Entry entry) {
    node.u32(entry.bytes()).u32(0).u64(entry.row());
    if (rank > 1) {
      node.u64(entry.column());
    }
    node.zeros(8 * Math.max(0, rank - 2) + 8);
  }

  private int nodeBytes() {
    int key = 8 + 8 * (rank + 1);
    return 24 + (CHILDREN + 1) * key + CHILDREN * 8;
  }
}
