package org.jumelles.formats.stationxml;

import java.util.Optional;

/// A sensor, amplifier or data logger; its dates and resource id are kept as they stood.
public record Equipment(
    Optional<String> type,
    Optional<String> description,
    Optional<String> manufacturer,
    Optional<String> model,
    Optional<String> serialNumber,
    Kept kept) {}
