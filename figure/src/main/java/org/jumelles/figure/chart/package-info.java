/// Pictures of plain numbers: lines, images and many-row charts over one shared horizontal axis.
///
/// In: `double` and `float` arrays with a start and a step on an axis, and the words to set beside
/// them. Out: a [java.awt.image.BufferedImage] or the bytes of a PNG file. Nothing here knows what
/// the numbers mean: axes carry their unit as text, and a clock axis gets its labels from the
/// caller. A value that is not finite is not drawn. No clock and no chance enter a picture: the
/// same input gives the same bytes on the same machine.
///
/// Start at [Figure].
@NullMarked
package org.jumelles.figure.chart;

import org.jspecify.annotations.NullMarked;
