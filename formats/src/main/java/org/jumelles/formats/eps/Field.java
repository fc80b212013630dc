package org.jumelles.formats.eps;

import java.util.List;

/// One field of a record's layout.
///
/// @param shape how many elements in each dimension, outermost first: a number, or the name of a
/// size that the product tells (such as `NLT`); empty for a single element
/// @param decimals the value is the integer x 10^-decimals
/// @param unit of the value, `-` where it has none
record Field(String name, FieldType type, List<String> shape, int decimals, String unit) {
  Field {
    shape = List.copyOf(shape);
  }
}
