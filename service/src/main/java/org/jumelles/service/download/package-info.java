/// Products and their files, as JSON and as bytes.
///
/// In: the identity of a product (or its first digits) and a file's name. Out: small documented
/// JSON, and files with the SHA-256 of their bytes as strong ETag, whole or one range of bytes.
/// Documents: RFC 9110 §§ 8.8.3, 13, 14; `docs/services.md`.
@NullMarked
package org.jumelles.service.download;

import org.jspecify.annotations.NullMarked;
