/// `serve`, and the words on where to listen and who may log in, which `up` takes as well.
@NullMarked
package org.jumelles.cli.serve;

import org.jspecify.annotations.NullMarked;
