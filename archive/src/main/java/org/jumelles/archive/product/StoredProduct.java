package org.jumelles.archive.product;

import org.jumelles.kernel.time.Moment;

/// A product as the store has it.
///
/// @param family the same for all versions of one product: recipe name, and the subject where there
///     is one, else parameters and the families of the inputs, hashed; the newest of a family is
///     the default answer
public record StoredProduct(Product product, Identity family, Moment storedAt) {}
