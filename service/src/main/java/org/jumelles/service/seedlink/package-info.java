/// SeedLink 3 and 4: records in the order of their numbers, to whoever dials up or stays on the
/// line.
///
/// In: lines of a client (at most 255 bytes), and the numbered records of the archive and of its
/// journal. Out: packets with one miniSEED record each, INFO as XML (3) or JSON (4), and errors in
/// the protocol's words. [SeedLinkServer] answers, [SeedLinkClient] asks. Times are UTC; numbers
/// count from one and never change. Documents: [FDSN-SeedLink4]; version 3 as libslink 2 and 4
/// speak it.
@NullMarked
package org.jumelles.service.seedlink;

import org.jspecify.annotations.NullMarked;
