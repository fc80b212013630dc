package org.jumelles.formats.stationxml;

import java.util.Optional;

/// A station's place in words; town, county and region are kept as they stood.
public record Site(
    String name, Optional<String> description, Optional<String> country, Kept kept) {}
