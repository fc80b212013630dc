/// Granules of the sounder as the service reads them: places, pixels, one spectrum.
///
/// In: products whose entry is of kind `spectra`, and a pixel by line, view and number, each from
/// zero. Out: where a granule lies, as polygons in degrees that do not cross the date line
/// ([RFC7946] § 3.1.9); JSON of its pixels; one spectrum as radiance in W m-2 sr-1 (m-1)-1 or
/// brightness temperature in K, with its flags in words. Memory is one line, whatever the granule.
/// Document: `docs/services.md`, "Spectra".
@NullMarked
package org.jumelles.service.spectra;

import org.jspecify.annotations.NullMarked;
