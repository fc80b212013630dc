/// The ledger of returned samples: what there is, where it came from, what it weighs, who has it.
///
/// In: [Row]s of named fields, in the order in which they were recorded; dates are calendar days,
/// masses milligrams with one sigma. Out: a [SampleLedger], which judges every row (good, doubtful,
/// refused with place and reason) and answers for condition, lineage, mass balance and loans. A row
/// is never changed: a correction is a row too. Fields and rules: `docs/samples.md`.
@NullMarked
package org.jumelles.ryugu.sample;

import org.jspecify.annotations.NullMarked;
