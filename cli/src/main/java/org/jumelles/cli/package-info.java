/// The front door: words in, answers out.
///
/// In: a command line. The rooms below hold the commands, one a file: `answer` how each of them
/// answers, `archive` and `serve` what is done with an archive, `seis`, `iasi`, `ryugu` a mission
/// each, `accord`, `release` and `account` the partnership, `up` all of it at once, `campaign`
/// every fault. Each reads its words, asks the rooms below, prints, and holds no science.
@NullMarked
package org.jumelles.cli;

import org.jspecify.annotations.NullMarked;
