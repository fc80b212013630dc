/// A question and its answer, as plain values: what every dialect speaks before HTTP carries it.
///
/// In: a [Request] (method, path, raw query, headers, a bounded body). Out: an [Answer] (status,
/// media type, headers, content that is either whole in memory or streamed). No server is known
/// here, so a dialect is tested as a function. RFC 9110 names the fields; sizes are bytes.
@NullMarked
package org.jumelles.service.exchange;

import org.jspecify.annotations.NullMarked;
