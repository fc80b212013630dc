package org.jumelles.formats.pds4;

import java.nio.ByteOrder;
import java.util.Optional;
import org.jumelles.kernel.raster.ElementType;

/// A binary `data_type`.
public record Pds4Type(ElementType type, ByteOrder order) {

  /// Empty for complex numbers, bit strings and texts.
  public static Optional<Pds4Type> of(String word) {
    ByteOrder order = word.contains("LSB") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    Optional<ElementType> type =
        switch (word.replace("LSB", "MSB")) {
          case "UnsignedByte" -> Optional.of(ElementType.U8);
          case "SignedByte" -> Optional.of(ElementType.I8);
          case "UnsignedMSB2" -> Optional.of(ElementType.U16);
          case "SignedMSB2" -> Optional.of(ElementType.I16);
          case "UnsignedMSB4" -> Optional.of(ElementType.U32);
          case "SignedMSB4" -> Optional.of(ElementType.I32);
          case "UnsignedMSB8" -> Optional.of(ElementType.U64);
          case "SignedMSB8" -> Optional.of(ElementType.I64);
          case "IEEE754MSBSingle" -> Optional.of(ElementType.F32);
          case "IEEE754MSBDouble" -> Optional.of(ElementType.F64);
          default -> Optional.empty();
        };
    return type.map(found -> new Pds4Type(found, order));
  }

  public String word() {
    String end = order == ByteOrder.LITTLE_ENDIAN ? "LSB" : "MSB";
    return switch (type) {
      case U8 -> "UnsignedByte";
      case I8 -> "SignedByte";
      case U16 -> "Unsigned" + end + "2";
      case I16 -> "Signed" + end + "2";
      case U32 -> "Unsigned" + end + "4";
      case I32 -> "Signed" + end + "4";
      case U64 -> "Unsigned" + end + "8";
      case I64 -> "Signed" + end + "8";
      case F32 -> "IEEE754" + end + "Single";
      case F64 -> "IEEE754" + end + "Double";
    };
  }
}
