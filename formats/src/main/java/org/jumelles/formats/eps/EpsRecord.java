package org.jumelles.formats.eps;

import java.util.List;
import java.util.Optional;
import org.jumelles.kernel.bytes.Bytes;

/// One record: its header, its bytes, and its fields where their layout is known here.
public final class EpsRecord {
  private final RecordHeader header;
  private final Bytes bytes;
  private final Optional<RecordLayout> layout;
  private final Optional<RecordLayout.Placed> placed;

  EpsRecord(
      RecordHeader header,
      Bytes bytes,
      Optional<RecordLayout> layout,
      Optional<RecordLayout.Placed> placed) {
    this.header = header;
    this.bytes = bytes;
    this.layout = layout;
    this.placed = placed;
  }

  public RecordHeader header() {
    return header;
  }

  /// The whole record, its header included.
  public Bytes bytes() {
    return bytes;
  }

  /// The record's name in its standard, where its fields are known here.
  public Optional<String> name() {
    return layout.map(RecordLayout::name);
  }

  /// The names of its fields in their order; none where the layout is not known here.
  public List<String> fields() {
    return placed.map(spots -> List.copyOf(spots.spots().keySet())).orElse(List.of());
  }

  /// How many bytes the layout accounts for; the rest of the record, if any, is in [#bytes] alone.
  public long known() {
    return placed.map(RecordLayout.Placed::size).orElse((long) RecordHeader.LENGTH);
  }

  public Optional<Values> find(String field) {
    return placed.flatMap(
        spots ->
            Optional.ofNullable(spots.spots().get(field)).map(spot -> new Values(bytes, spot)));
  }

  /// @throws org.jumelles.kernel.outcome.MalformedDataException where this version of the record
  /// has no such field
  public Values field(String field) {
    return find(field)
        .orElseThrow(
            () ->
                bytes.malformed(
                    0, field, "layout of " + header.name(), "the record has no such field"));
  }
}
