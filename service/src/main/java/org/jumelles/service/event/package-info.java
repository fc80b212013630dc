/// What an analyst looks at: one event with its origins, picks, densities and waveforms, and picks
/// that are moved and saved.
///
/// In: an event's name, windows of time, and picks by POST. Out: JSON with times in UTC, angles in
/// degrees, samples in the unit that each channel tells; a page that draws it. Saved picks are
/// entries of the ledger: an origin of their own with author and time, never in another's place.
/// Document: `docs/services.md`, "The event page".
@NullMarked
package org.jumelles.service.event;

import org.jspecify.annotations.NullMarked;
