/// A bucket of an object store that speaks S3: keys and bytes, nothing of products.
///
/// In: a [BucketUrl], credentials by the standard variables of AWS (`AWS_ACCESS_KEY_ID`,
/// `AWS_SECRET_ACCESS_KEY`, `AWS_PROFILE`, ...), files with their SHA-256. Out: [Bucket] lists,
/// reads from any byte on, writes whole objects, and creates one only where none is. Sizes are
/// bytes. A server that is away is asked again for three minutes. The client library is no part of
/// the program by default: `docs/install.md`, `docs/decisions/0013-s3-is-an-add-on.md`.
@NullMarked
package org.jumelles.archive.bucket;

import org.jspecify.annotations.NullMarked;
