package org.jumelles.archive.catalogue;

import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Identity;

/// An entry, and the product that holds it.
public record Found(Identity product, Entry entry) {}
