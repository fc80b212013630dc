/// A fact as a person writes it and a ledger keeps it: a kind, an id, and named fields of text.
///
/// In: fields as text. Out: dates as exactly as the source gives them, lists, numbers and flags;
/// what is wrong or not known to this program is a defect that names the fact and the field. The
/// rooms beside this one make their records from it. Layout: docs/partnership.md.
@NullMarked
package org.jumelles.accord.fact;

import org.jspecify.annotations.NullMarked;
