package org.jumelles.iasi.spectrum;

/// What the imager AVHRR saw inside of 120 pixels; NaN where not known.
///
/// @param cloudPercent 120, GEUMAvhrr1BCldFrac
/// @param landPercent 120, GEUMAvhrr1BLandFrac
/// @param classWeights 120 x 7, GCcsRadAnalWgt, the share of each class of radiance, 0 to 1
/// @param classMeans 120 x 7 x 6, GCcsRadAnalMean, each class in AVHRR channels 1, 2, 3A, 3B, 4, 5
/// @param classSpreads 120 x 7 x 6, GCcsRadAnalStd, the standard deviation in the same units
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Imager(
    float[] cloudPercent,
    float[] landPercent,
    float[] classWeights,
    float[] classMeans,
    float[] classSpreads) {}
