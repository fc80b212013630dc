/// Who may come in, and who came.
///
/// In: a name, an ORCID iD, a token, an HTTP digest user. Out: an [Account] that a token stands for
/// at an instant, the [Visit]s that were noted, and downloads by product and UTC day. A token is
/// 256 random bits, shown once and kept as its SHA-256. What an account may read is not said here
/// but by the partnership's record. Instants are `Moment`s. Form on disk:
/// `docs/archive-on-disk.md`.
@NullMarked
package org.jumelles.archive.account;

import org.jspecify.annotations.NullMarked;
