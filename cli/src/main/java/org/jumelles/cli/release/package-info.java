/// `release`: freeze a dataset of products with its citation, list, show, withdraw.
@NullMarked
package org.jumelles.cli.release;

import org.jspecify.annotations.NullMarked;
