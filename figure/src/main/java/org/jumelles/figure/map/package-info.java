/// Maps of plain numbers: equirectangular, with coastlines and a graticule.
///
/// In: values in cells of equal angle, points by longitude and latitude in degrees, and the words
/// to set beside them. Out: a [org.jumelles.figure.chart.Figure]. Longitude runs from -180 to 180;
/// nothing here knows what the numbers mean. Coastlines are Natural Earth's at 1:110,000,000,
/// public domain.
@NullMarked
package org.jumelles.figure.map;

import org.jspecify.annotations.NullMarked;
