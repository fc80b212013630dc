/// Who may have what was measured: one gate, which every room asks before it reads a file.
///
/// In: a request with its caller, and products, entries or stretches of records. Out: a [Pass] to
/// the bytes, or a refusal: 401 where a name would help, 403 where it does not. What decides is the
/// partnership's record at the instant of asking, and the grants of restricted channels. Also HTTP
/// digest for `queryauth`, and the pace of each caller. No password or token is kept here.
/// Documents: [RFC6750], [RFC7616]; `docs/services.md`, "Who may have what".
@NullMarked
package org.jumelles.service.access;

import org.jspecify.annotations.NullMarked;
