/// Takes files in: each recognised by its content, hashed, stored once, and told what it holds.
///
/// In: files and folders of any size. Out: a product of recipe `ingest` for each file of a format
/// that this program reads, with an entry for each run of records, each channel epoch, each event,
/// each cube, so that the catalogue can find them by time and name. What is not recognised is left
/// aside and counted; what is malformed is stored as far as it is good, with its defects, or
/// refused.
@NullMarked
package org.jumelles.pipeline.ingest;

import org.jspecify.annotations.NullMarked;
