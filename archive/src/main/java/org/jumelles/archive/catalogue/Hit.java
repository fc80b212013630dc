package org.jumelles.archive.catalogue;

import org.jumelles.archive.product.Identity;
import org.jumelles.kernel.time.Moment;

/// A product that a [Search] found.
///
/// @param number its place in this catalogue, from which the next page goes on; another after the
///     catalogue was made anew
public record Hit(long number, Identity product, String recipe, String title, Moment storedAt) {}
