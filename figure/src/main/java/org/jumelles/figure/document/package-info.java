/// Pages of headings, notes and tables, as HTML or as PDF; knows no science.
///
/// In: a [Report] of plain text. Out: one HTML file that needs no other, or one PDF 1.6 file in A4.
/// Neither holds a clock: the same report is the same bytes.
@NullMarked
package org.jumelles.figure.document;

import org.jspecify.annotations.NullMarked;
