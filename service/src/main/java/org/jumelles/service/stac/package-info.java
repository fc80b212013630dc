/// A SpatioTemporal Asset Catalogue over granules, brightness temperatures and daily grids.
///
/// In: entries of kind `spectra`, `brightness` and `grid`; a search by box (degrees, also across
/// the date line), RFC 3339 times, collections, identifiers or geometry. Out: STAC 1.0.0 items
/// whose assets lead to the files with their SHA-256, newest first, a page at a time. Documents:
/// STAC 1.0.0; STAC API 1.0.0 core, collections, features and item search; OGC 17-069r4;
/// `docs/services.md`, "STAC".
@NullMarked
package org.jumelles.service.stac;

import org.jspecify.annotations.NullMarked;
