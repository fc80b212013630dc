/// How noisy a channel was, over all sols that the archive counted.
///
/// In: entries of kind `noise`, whose payload is the counts of levels by local hour and band
/// (docs/archive-on-disk.md). Out: their sum as page, JSON (dB of unit squared per hertz) and PNG.
/// What a caller may not read is left out, and said to be. Document: docs/services.md.
@NullMarked
package org.jumelles.service.noise;

import org.jspecify.annotations.NullMarked;
