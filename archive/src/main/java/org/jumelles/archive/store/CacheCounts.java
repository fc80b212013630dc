package org.jumelles.archive.store;

/// How readers of a store in a bucket were served.
///
/// @param hits files that lay on this machine when they were asked for
/// @param fills files whose object was fetched first
/// @param filledBytes that came into the cache, fetched or just made
/// @param evictions objects that went for others
/// @param heldBytes now on this machine
/// @param boundBytes how many there may be
/// @param overBytes above the bound, because readers held all of them
public record CacheCounts(
    long hits,
    long fills,
    long filledBytes,
    long evictions,
    long heldBytes,
    long boundBytes,
    long overBytes) {}
