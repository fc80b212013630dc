package org.jumelles.formats.envi;

import java.util.Optional;
import org.jumelles.kernel.raster.ElementType;

/// `data type` of a header:
///
/// | 1 | 2 | 3 | 4 | 5 | 6 | 9 | 12 | 13 | 14 | 15 |
/// |---|---|---|---|---|---|---|---|---|---|---|
/// | u8 | i16 | i32 | f32 | f64 | complex f32 | complex f64 | u16 | u32 | i64 | u64 |
final class EnviTypes {
  private EnviTypes() {}

  static Optional<ElementType> of(int code) {
    return Optional.ofNullable(
        switch (code) {
          case 1 -> ElementType.U8;
          case 2 -> ElementType.I16;
          case 3 -> ElementType.I32;
          case 4 -> ElementType.F32;
          case 5 -> ElementType.F64;
          case 12 -> ElementType.U16;
          case 13 -> ElementType.U32;
          case 14 -> ElementType.I64;
          case 15 -> ElementType.U64;
          default -> null;
        });
  }

  /// @throws IllegalArgumentException for int8, which ENVI has no code for
  static int code(ElementType type) {
    return switch (type) {
      case U8 -> 1;
      case I16 -> 2;
      case I32 -> 3;
      case F32 -> 4;
      case F64 -> 5;
      case U16 -> 12;
      case U32 -> 13;
      case I64 -> 14;
      case U64 -> 15;
      case I8 -> throw new IllegalArgumentException("ENVI has no data type for int8");
    };
  }
}
