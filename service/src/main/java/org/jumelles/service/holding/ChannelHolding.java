package org.jumelles.service.holding;

import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.kernel.time.Span;

/// The waveforms of one channel.
///
/// @param level `raw`, or what a recipe made of it, such as `motion`
/// @param span from the first sample to the last, gaps included
/// @param runs stretches of records in files
/// @param rateHz samples a second of the latest run; zero where not told
public record ChannelHolding(
    SourceId sourceId,
    String level,
    Span span,
    long samples,
    int runs,
    long bytes,
    double rateHz) {}
