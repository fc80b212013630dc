package org.jumelles.seis.event;

/// The energy of a candidate in one band.
///
/// @param lowHz the lower corner that was used
/// @param highHz the upper corner that was used: lower than the band's own where the sampling rate
/// asks for it
/// @param snr rms of the whole candidate over rms of the 120 s before it, an amplitude ratio
/// @param peakOverFloor greatest smoothed envelope over the running noise floor, an amplitude ratio
public record BandContent(
    Band band, double lowHz, double highHz, double snr, double peakOverFloor) {}
