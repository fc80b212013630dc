package org.jumelles.iasi.spectrum;

import java.util.OptionalInt;
import org.jumelles.kernel.time.Span;

/// What a granule says of itself.
///
/// @param format such as `EPS native` or `BUFR`
/// @param formatVersion in the container's words, such as `11.0`
/// @param platform such as `Metop-A`, or `not known`
/// @param sensing from the first to the last view
public record Header(
    String format, String formatVersion, String platform, Span sensing, OptionalInt orbit) {}
