/// Finding products: SQLite in the archive's folder by default, PostgreSQL by URL, one schema.
///
/// In: stored products, ledger entries, files seen. Out: products by identity, and [Found] entries
/// by [Query] (kind, key globs, span overlap, attributes; newest version unless all are asked for).
/// All rows of one product come in one transaction. Nothing here is the only copy of anything.
@NullMarked
package org.jumelles.archive.catalogue;

import org.jspecify.annotations.NullMarked;
