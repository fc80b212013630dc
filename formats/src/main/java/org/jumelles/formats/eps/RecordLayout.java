package org.jumelles.formats.eps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jumelles.kernel.bytes.Bytes;

/// The fields of one kind of record in one version, in their order.
///
/// @param name in the words of the standard, such as `MDR-1C`
/// @param fields after the generic record header
/// @param rules how sizes follow from one another
record RecordLayout(String name, List<Field> fields, List<SizeRule> rules) {
  /// The size that stands for all that is left of a record.
  private static final String REST = "REST";

  RecordLayout {
    fields = List.copyOf(fields);
    rules = List.copyOf(rules);
  }

  /// Where each field of one record stands.
  ///
  /// @param size bytes of the whole record by its layout
  record Placed(Map<String, Values.Spot> spots, long size) {}

  static Optional<RecordLayout> of(RecordHeader header) {
    return Layouts.of(header);
  }

  /// Lays the fields over a record.
  ///
  /// @param sizes what the product told so far, such as the number of levels; sizes that the record
  /// itself tells are found on the way
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where a size is not known or a
  ///     field reaches beyond the record
  Placed place(Bytes record, Map<String, Integer> sizes) {
    return place(record, record.size(), sizes);
  }

  /// Lays the fields over a record that is yet to be written.
  ///
  /// @param sizes all that the layout asks for, also those that its own fields will tell
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where a size is missing
  Placed place(Map<String, Integer> sizes) {
    return place(Bytes.of("a new record", new byte[0]), Integer.MAX_VALUE, sizes);
  }

  private Placed place(Bytes record, long limit, Map<String, Integer> sizes) {
    Map<String, Integer> known = new LinkedHashMap<>(sizes);
    Map<String, Values.Spot> spots = new LinkedHashMap<>();
    long at = RecordHeader.LENGTH;
    for (Field field : fields) {
      if (!sizes.containsKey(REST)) {
        known.put(REST, (int) (limit - at) / field.type().width());
      }
      int[] shape = shape(field, known, record);
      long count = count(shape);
      long length = count > limit ? count : count * field.type().width();
      if (length > limit - at) {
        throw record.malformed(
            at,
            name + " " + field.name(),
            "layout of " + name,
            length + " bytes wanted, " + (limit - at) + " left in the record");
      }
      Values.Spot spot = new Values.Spot(field, at, (int) count, shape);
      spots.put(field.name(), spot);
      if (record.size() > 0) {
        new Values(record, spot).size().ifPresent(size -> known.put(field.name(), size));
      }
      at += length;
    }
    return new Placed(spots, at);
  }

  /// How many elements; where they are more than an integer holds, the greatest integer.
  private static long count(int[] shape) {
    long count = 1;
    for (int extent : shape) {
      count = Math.min(Integer.MAX_VALUE, count) * extent;
    }
    return Math.min(Integer.MAX_VALUE, count);
  }

  private int[] shape(Field field, Map<String, Integer> known, Bytes record) {
    int[] shape = new int[field.shape().size()];
    Arrays.setAll(shape, i -> extent(field, field.shape().get(i), known, record));
    return shape;
  }

  private int extent(Field field, String word, Map<String, Integer> known, Bytes record) {
    if (Character.isDigit(word.charAt(0))) {
      return Integer.parseInt(word);
    }
    Integer told = known.get(word);
    if (told != null) {
      return told;
    }
    for (SizeRule rule : rules) {
      if (rule.name().equals(word)) {
        List<Integer> arguments = new ArrayList<>();
        for (String argument : rule.arguments()) {
          arguments.add(extent(field, argument, known, record));
        }
        int size = rule.apply(arguments);
        known.put(word, size);
        return size;
      }
    }
    throw record.malformed(
        0, name + " " + field.name(), "layout of " + name, "the product does not tell " + word);
  }
}
