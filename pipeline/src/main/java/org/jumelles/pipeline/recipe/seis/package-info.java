/// The recipes of the seismometer's chain: raw records to ground motion, candidate events,
/// pictures.
///
/// In: what the archive holds of raw waveforms and inventories. Out: planned work, one granule (a
/// sol of an instrument) at a time: `seis/motion` (m/s, rotated to Z, N, E where it can be),
/// `seis/detection` (QuakeML), `seis/noise` (counts of levels by local hour), `seis/spectrogram`
/// and `seis/sol` (PNG). Each has a version that changes when its result does; see
/// docs/decisions/0001-a-granule-is-a-sol.md.
@NullMarked
package org.jumelles.pipeline.recipe.seis;

import org.jspecify.annotations.NullMarked;
