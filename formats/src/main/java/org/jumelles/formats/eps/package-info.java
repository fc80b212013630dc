/// EUMETSAT Polar System (EPS) native products: any product as its records, and those of IASI Level
/// 1C and Level 2 field by field.
///
/// In: one product, as [org.jumelles.kernel.bytes.Bytes]. Out: the main product header by name, and
/// records whose fields are reached by the standard's names, as raw integers and as scaled values
/// in the standard's units; what has no layout here is kept as bytes. Layouts are data:
/// `layouts.txt` beside these classes. All numbers are big-endian.
///
/// Documents: EPS Generic Product Format Specification (GPFS), EPS-GGS-SPE-096167 v7D; IASI Level 1
/// Product Format Specification, EUM-EPS-SYS-SPE-990003 v9A; IASI Level 2 Product Format
/// Specification, EUM-MIS-SPE-980760 v9. The entry is [EpsProduct].
@NullMarked
package org.jumelles.formats.eps;

import org.jspecify.annotations.NullMarked;
