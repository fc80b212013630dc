/// Answers over HTTP in each community's own dialect.
///
/// In: an open archive and an address to listen on. Out: a running [WebService] that serves the
/// first page, products and their files, and the FDSN web services, on the loopback interface
/// unless told otherwise. Documents: `docs/services.md`; RFC 9110.
@NullMarked
package org.jumelles.service;

import org.jspecify.annotations.NullMarked;
