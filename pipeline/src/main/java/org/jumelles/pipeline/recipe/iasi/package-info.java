/// The recipes of the sounder's chain: Level 1C granules to brightness temperature, alerts and
/// daily maps.
///
/// In: what the archive holds of raw granules. Out: planned work: `iasi/brightness` (CF NetCDF-4,
/// K) and `iasi/alerts` (GeoJSON) one granule at a time, `iasi/day` (CF NetCDF-4) one UTC day of
/// one satellite at a time; `iasi/table` once, `iasi/column` and `iasi/column-day` (CF NetCDF-4,
/// mol m-2) of it, from the state that soundings (Level 2), a profile or the simulation tell. Each
/// has a version that changes when its result does.
@NullMarked
package org.jumelles.pipeline.recipe.iasi;

import org.jspecify.annotations.NullMarked;
