/// Figures of waveforms for eyes and papers: a spectrogram, and one sol as rows of local hours.
///
/// In: stretches of evenly spaced samples of one channel, in the physical unit that the caller
/// names, gaps being the room between stretches or samples that are not finite. Out: a
/// [org.jumelles.figure.chart.Figure]. Time is shown in UTC and by a clock of the body. Power
/// spectral density is one-sided, in dB relative to unit^2/Hz.
@NullMarked
package org.jumelles.seis.figure;

import org.jspecify.annotations.NullMarked;
