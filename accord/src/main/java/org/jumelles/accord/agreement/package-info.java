/// Who agreed what with whom, from when, until when.
///
/// In: dated facts, each with its source. Out: [Agreement] between parties that are an
/// [Organisation]; a date that is not known is absent, never guessed. Dates are calendar dates of
/// the place of signature. Source: docs/partnership.md.
@NullMarked
package org.jumelles.accord.agreement;

import org.jspecify.annotations.NullMarked;
