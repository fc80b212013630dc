/// Catalogues of events beside each other, and in other forms.
///
/// In: QuakeML documents with their single-station part, or comma-separated tables with a heading
/// (our own, or those published of the marsquake service's catalogue, events and picks). Out:
/// [CatalogueRow]s, one preferred opinion an event (times UTC, degrees, km); what two catalogues
/// have in common and by how much they differ ([Comparison]); the rows as comma-separated values,
/// QuakeML, GeoJSON (RFC 7946) or as rows of EPNcore (IVOA EPN-TAP 2.0). A row is less than an
/// event: QuakeML that stays QuakeML does not pass through here.
@NullMarked
package org.jumelles.seis.catalogue;

import org.jspecify.annotations.NullMarked;
