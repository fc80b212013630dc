/// Atmospheric profiles as text in columns.
///
/// In: the bytes of a table whose first lines tell names and units (`#what:` and `#units:`, as the
/// AFGL constituent profiles are handed on, or one CSV line
/// `pressure_hPa,temperature_K,CO_ppmv,...`). Out: [ProfileTable], columns in the file's own words
/// and units, rows as they stand. What the words mean is told by `iasi`. Document: [Anderson1986]
/// for the AFGL tables.
@NullMarked
package org.jumelles.formats.profile;

import org.jspecify.annotations.NullMarked;
