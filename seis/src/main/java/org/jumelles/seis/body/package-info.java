/// What the chain takes from the planet or the moon that a station stands on.
///
/// In: a body's file, lines of `key = value` with the unit in the key (`docs/bodies.md`); those
/// that ship lie beside this class. Out: a [Body] with its radius, its clock, where its stations
/// stand, its velocity models, what is believed of depths, its magnitude scale and the thresholds
/// of the search. A further body is a further file; no code of the chain names one.
@NullMarked
package org.jumelles.seis.body;

import org.jspecify.annotations.NullMarked;
