/// The front door: words in, answers out.
///
/// In: a command line. Out: text for people or one JSON document (`--json`) on standard output;
/// messages and progress on standard error; exit code 0 ok, 1 failed, 2 usage, 3 input refused. One
/// command a file; each reads its words, asks the rooms below, prints, and holds no science.
@NullMarked
package org.jumelles.cli;

import org.jspecify.annotations.NullMarked;
