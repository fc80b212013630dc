/// FDSN web services: dataselect 1.1, station 1.1 and event 1.2.
///
/// In: a request as text (query string or POST body). Out: a request record with instants, globs
/// and degrees, or a refusal with the status and words of the specification; then records cut from
/// the store, StationXML, QuakeML, text or GeoJSON. Times are UTC, angles degrees, depths km.
/// Document: FDSN Web Service Specifications 1.2 (2019).
@NullMarked
package org.jumelles.service.fdsn;

import org.jspecify.annotations.NullMarked;
