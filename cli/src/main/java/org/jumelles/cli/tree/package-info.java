/// The commands below a command, and as much of that tree as one command line needs.
///
/// In: a command's class and the words of a command line. Out: a `CommandLine` of picocli with the
/// branch that the words name, or with every command where they name none. The whole tree is a
/// hundred commands and half a second of a cold machine, most of which nobody asked for. Knows no
/// command by name.
@NullMarked
package org.jumelles.cli.tree;

import org.jspecify.annotations.NullMarked;
