/// What the claims of speed rest on: one class a subject, fixtures made in code from a seed.
///
/// In: the rooms' public methods, as a user calls them. Out: the figures of JMH, in milliseconds or
/// in units of work a second. It measures and never judges: `docs/benchmarks.md` holds the table.
@NullMarked
package org.jumelles.bench;

import org.jspecify.annotations.NullMarked;
