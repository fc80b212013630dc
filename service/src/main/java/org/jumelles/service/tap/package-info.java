/// EPN-TAP: the archive's holdings as one table that Virtual Observatory clients can query.
///
/// In: an ADQL query as text (a subset of ADQL 2.1: one table, conditions, order; no join, no
/// function but COUNT(*)). Out: a query that is checked against the table before any row is read,
/// and VOTable 1.4. Times are Julian dates (UTC), frequencies Hz, angles degrees east, sizes kB;
/// what is not known is null. Documents: IVOA TAP 1.1, VOSI 1.1, VOTable 1.4, EPN-TAP 2.0.
@NullMarked
package org.jumelles.service.tap;

import org.jspecify.annotations.NullMarked;
