package org.jumelles.archive.catalogue;

/// How much an archive holds.
///
/// @param products in all versions
/// @param latest products that no newer version supersedes
/// @param bytes of all payloads
public record Counts(long products, long latest, long entries, long bytes) {}
