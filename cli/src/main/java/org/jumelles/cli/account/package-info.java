/// `user`: the people an archive knows, their tokens and rights, and their visits. A token is
/// printed once, when it is made; what is kept is its hash.
@NullMarked
package org.jumelles.cli.account;

import org.jspecify.annotations.NullMarked;
