/// The partnership's record of one archive: what its ledger says, and what the archive holds to
/// show for it.
///
/// In: the facts of the ledger as they were known at an instant, and the archive's products. Out:
/// the `Accord` of that instant; counts by programme with the rows that they count; files of facts
/// in YAML. Facts enter by [Partnership#record] alone, which holds them against every rule.
@NullMarked
package org.jumelles.pipeline.partnership;

import org.jspecify.annotations.NullMarked;
