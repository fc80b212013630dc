/// One place for people over everything the archive holds and the partnership recorded.
///
/// In: an archive, with the ledger of its partnership. Out: HTML that needs no script: the missions
/// and what is due, programmes with their timeline, the jobs of the record, a search over all
/// products. Figures come from the same `Dossier` as on the command line. Days are UTC days.
/// Documents: docs/services.md, docs/partnership.md.
@NullMarked
package org.jumelles.service.portal;

import org.jspecify.annotations.NullMarked;
