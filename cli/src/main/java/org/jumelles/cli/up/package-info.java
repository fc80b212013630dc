/// `up`: take in a folder, or simulate a day of each mission, process it, tell what was found
/// against what was true, and serve it. The only command that knows all three missions.
@NullMarked
package org.jumelles.cli.up;

import org.jspecify.annotations.NullMarked;
