package org.jumelles.seis.glitch;

import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Span;

/// What repeats itself each second in one piece of a channel, and what became of it.
///
/// @param firstPhaseS where in the second the first value of the profile lies, 0 to 1, of UTC
/// @param profile counts by sample of the second, of mean zero; shared, not copied
/// @param sigma of each value; shared, not copied
/// @param rmsCounts of the profile, the noise in it taken off; 0 where noise is all there is
/// @param quietSeconds of which the profile is the mean
/// @param varianceFall share of the variance of quiet seconds above about 1 Hz that a profile of
/// other seconds takes off; below zero where it adds to it
/// @param subtracted false where it does not stand out of the noise: the counts stay as they are
@SuppressWarnings("ArrayRecordComponent") // shared by design, and never a key
public record Tick(
    SourceId id,
    Span span,
    double firstPhaseS,
    double[] profile,
    double[] sigma,
    double rmsCounts,
    double rmsSigmaCounts,
    int quietSeconds,
    double varianceFall,
    boolean subtracted) {}
