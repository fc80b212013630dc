/// Who may have what is restricted: HTTP digest over a file of users.
///
/// In: the `Authorization` header of a request, and `access/users.txt` of the archive (name,
/// algorithm, hashed `name:realm:password`, grants). Out: a [Caller] with its grants, or a
/// challenge.
/// No password is stored or sent. Documents: [RFC7616]; `docs/services.md`, "queryauth".
@NullMarked
package org.jumelles.service.access;

import org.jspecify.annotations.NullMarked;
