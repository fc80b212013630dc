/// How loud a place is when nothing happens, and how much of what happens is weather.
///
/// In: traces of one channel, in counts with a response, or in any unit; wind and pressure beside
/// them where given. Out: [NoiseStatistics], whose [LevelCounts] tell how often
/// each power density occurred in each frequency band and group (such as a local hour), in dB of
/// unit squared per hertz, and add up over sols ([NoiseCsv] keeps them); [WeatherEvidence], how
/// well the envelope of a candidate follows that of the weather. Document: [McNamaraBuland2004];
/// [Charalambous2021] for the regression.
@NullMarked
package org.jumelles.seis.noise;

import org.jspecify.annotations.NullMarked;
