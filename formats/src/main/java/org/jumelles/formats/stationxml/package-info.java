/// FDSN StationXML 1.0 to 1.2: where a station stands, and how its channels turn ground motion into
/// counts.
///
/// In: the XML of a station service or a file. Out: an [Inventory] of networks, stations, channel
/// epochs and their responses, in the standard's own words and units (degrees, metres, Hz, or what
/// the `unit` attribute says), with every part that is not modelled kept as it stood; and the same
/// written back. [StationXml] is the door. Nothing is evaluated here.
/// Document: [FDSNStationXML1.2], `fdsn-station.xsd` version 1.2.
@NullMarked
package org.jumelles.formats.stationxml;

import org.jspecify.annotations.NullMarked;
