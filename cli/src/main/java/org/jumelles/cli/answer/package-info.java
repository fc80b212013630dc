/// How a command answers, whatever it is asked.
///
/// Out: text for people or one JSON document (`--json`) on standard output; messages, progress and
/// complaints on standard error; output files that appear whole or not at all; exit code 0 ok,
/// 1 failed, 2 usage, 3 input refused. Knows no mission and no archive.
@NullMarked
package org.jumelles.cli.answer;

import org.jspecify.annotations.NullMarked;
