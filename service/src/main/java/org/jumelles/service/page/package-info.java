/// Pages for people: what the archive holds, and how each product came to be.
///
/// In: holdings, products and pictures of an archive. Out: HTML that needs no script but for the
/// viewer of cubes, with one
/// style sheet; times in UTC and InSight LMST, sizes in bytes. Documents: HTML Living Standard;
/// WCAG 2.2 AA for contrast, labels and headings.
@NullMarked
package org.jumelles.service.page;

import org.jspecify.annotations.NullMarked;
