/// Samples and analyses as registries of samples and of data want to be told of them.
///
/// In: a judged [org.jumelles.ryugu.sample.SampleLedger], and what only the caller knows: when, by
/// whom. Out: documents as maps and lists, ready for a JSON writer: iSamples core 1.0 for a sample
/// under its IGSN, DataCite 4.5 for the same, ADA (adaVNMIR, JSON-LD) for an analysis. What the
/// ledger does not know is left out or stands there as a placeholder that says so.
@NullMarked
package org.jumelles.ryugu.registry;

import org.jspecify.annotations.NullMarked;
