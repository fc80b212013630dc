/// Alerts of plumes, gathered over all granules: GeoJSON and an Atom feed.
///
/// In: entries of kind `alert` and the GeoJSON that they lie in; a filter by kind, RFC 3339 time,
/// box in degrees and number. Out: alerts, newest first, each with its evidence (kelvin, sigmas,
/// fractions) and with the limits of what it proves. Documents: [RFC7946]; [RFC4287];
/// `docs/services.md`, "Alerts".
@NullMarked
package org.jumelles.service.alert;

import org.jspecify.annotations.NullMarked;
