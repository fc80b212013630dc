/// The partnership's record from the command line: what was in force, who answers for what, what is
/// due, dossier and report. The record lies in a file (`--record`), in an archive, or is the
/// default.
@NullMarked
package org.jumelles.cli.accord;

import org.jspecify.annotations.NullMarked;
