package org.jumelles.archive.journal;

import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Span;

/// A run of records in a product that has no numbers yet.
///
/// @param slots how many numbers its records take together
public record StoredRun(
    Identity product,
    String payload,
    long offset,
    long length,
    String key,
    Span span,
    long slots) {}
