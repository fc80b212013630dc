package org.jumelles.archive.catalogue;

/// How many products a recipe made, in all versions.
///
/// @param newest the one stored last
public record Tally(String recipe, long products, Hit newest) {}
