/// Scan lines that nobody measured, with known truth: for demonstration, tests and benchmarks.
///
/// In: a seed, a number of lines, a number of plumes, and, if the user has one, a basis of
/// principal components. Out: a [org.jumelles.iasi.spectrum.Granule] of scaled integers as real
/// files carry, and the truth behind it. The geometry is that of Metop (circular sun-synchronous
/// orbit, WGS 84, 30 views of 2 x 2 pixels every 8 s). The atmosphere is parametric and our own:
/// black bodies under smooth bands; its gases have the right places, not the right spectroscopy.
/// Only the window of carbon monoxide (2143 to 2181.25 cm-1) is line by line, from molecular
/// constants, with each pixel's amount and state as truth. Noise follows a short table of published
/// values and is as correlated as apodisation makes it. The same plan gives the same integers; no
/// clock, no file.
@NullMarked
package org.jumelles.iasi.simulation;

import org.jspecify.annotations.NullMarked;
