/// What the archive holds, in the words that every dialect of the service shares.
///
/// In: entries of the catalogue (kinds `waveform`, `channel`, `event`). Out: [ChannelHolding] with
/// spans and counts, [EventHolding] with time, place (degrees) and size, newest first. Nothing is
/// read from the store itself. Document: `docs/services.md`, "How products are found".
@NullMarked
package org.jumelles.service.holding;

import org.jspecify.annotations.NullMarked;
